package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRolesTest {

  @TempDir Path folder;

  @Test
  void an_export_onto_the_store_is_refused() {
    Path store = folder.resolve("s.duckdb");

    assertThatThrownBy(() -> new FileRoles().store(store.toString()).writes(store, "the export"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("'" + store + "' cannot be both the store and the export");
  }

  @Test
  void the_log_beside_the_store_belongs_to_it() {
    Path log = folder.resolve("s.duckdb.wal");

    assertThatThrownBy(() -> new FileRoles().store(folder.resolve("s.duckdb").toString()).writes(log, "the recording"))
        .hasMessage("'" + log + "' cannot be both the store's log and the recording");
  }

  @Test
  void links_and_dots_lead_to_the_same_file() throws IOException {
    Path playbook = Files.writeString(folder.resolve("p.yaml"), "name: p");
    Path link = Files.createSymbolicLink(folder.resolve("link"), playbook);
    Path dots = folder.resolve("x/../p.yaml");

    assertThatThrownBy(() -> new FileRoles().reads(playbook, "the playbook").writes(link, "the export"))
        .hasMessage("'" + link + "' cannot be both the playbook and the export");
    assertThatThrownBy(() -> new FileRoles().reads(playbook, "the playbook").writes(dots, "the export"))
        .hasMessage("'" + dots + "' cannot be both the playbook and the export");
  }

  @Test
  void two_outputs_to_one_new_file_are_refused() {
    Path file = folder.resolve("new/out");

    assertThatThrownBy(() -> new FileRoles().writes(file, "the recording").writes(file, "the export"))
        .hasMessage("'" + file + "' cannot be both the recording and the export");
  }

  @Test
  void a_file_may_be_read_as_two_things() {
    Path file = folder.resolve("p.yaml");

    assertThatCode(() -> new FileRoles().reads(file, "the playbook").reads(file, "the input").store(":memory:"))
        .doesNotThrowAnyException();
  }
}
