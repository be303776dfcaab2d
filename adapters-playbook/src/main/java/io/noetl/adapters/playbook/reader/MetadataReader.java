package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import org.jspecify.annotations.Nullable;

/** Reads what a playbook is called, at the top of the file or under {@code metadata}. */
final class MetadataReader {

  private static final String API_VERSION = "noetl.io/v1";
  private static final String KIND = "Playbook";

  private final ValueReader values;
  private final Problems problems;

  MetadataReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** What is absent is empty; a version keeps the spelling of the file. */
  record Metadata(String name, String path, String version) {}

  Metadata read(Section playbook) {
    checkKind(playbook);
    Entry entry = playbook.entry("metadata");
    Section metadata =
        entry == null ? null : Section.of(entry.value(), "'metadata'", Construct.METADATA, problems).orElse(null);
    text(playbook, metadata, "description");
    return new Metadata(
        text(playbook, metadata, "name"), text(playbook, metadata, "path"), text(playbook, metadata, "version"));
  }

  private String text(Section playbook, @Nullable Section metadata, String key) {
    Entry top = playbook.entry(key);
    Entry inner = metadata == null ? null : metadata.entry(key);
    if (top != null && inner != null) {
      problems.error(inner.position(), "'" + inner.key() + "' stands at the top of the playbook too; keep one of them");
    }
    return values.plainText(top != null ? top : inner);
  }

  private void checkKind(Section playbook) {
    Entry kind = playbook.entry("kind");
    if (kind != null && !values.plainText(kind).equals(KIND)) {
      problems.error(kind.value().position(), "'kind' must be " + KIND + ", not '" + values.plainText(kind) + "'");
    }
    Entry api = playbook.entry("apiVersion");
    if (api != null && !values.plainText(api).equals(API_VERSION)) {
      problems.warning(
          api.value().position(),
          "'apiVersion' is '" + values.plainText(api) + "'; the playbook is read as " + API_VERSION);
    }
  }
}
