package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.domain.event.EventColumn;
import java.util.LinkedHashMap;
import java.util.Map;

/** The key-value metadata of an export: whose rows it holds, and what proves it. No times: same rows, same bytes. */
final class ExportMetadata {

  /** Which program wrote the file, for readers that know the faults of writers; 1 is the version of this writer. */
  static final String CREATED_BY = "noetl version 1 (build parquet-java)";

  private ExportMetadata() {}

  static Map<String, String> of(ContentDigest content, String seal) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("noetl.schema.version", Integer.toString(EventColumn.SCHEMA_VERSION));
    metadata.put("noetl.execution.id", content.executionId());
    metadata.put("noetl.playbook.name", content.playbook());
    metadata.put("noetl.playbook.sha256", content.playbookSha256());
    metadata.put("noetl.rows", Long.toString(content.rows()));
    metadata.put("noetl.digest.algorithm", "xxh64");
    content
        .columns()
        .forEach((column, digest) -> metadata.put("noetl.digest.column." + column.columnName(), digest));
    metadata.put("noetl.digest.content", content.hex());
    metadata.put("noetl.digest.file", seal);
    return metadata;
  }
}
