package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.domain.playbook.Playbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

  @TempDir private Path folder;

  @Test
  void names_the_first_byte_that_is_no_utf_8() throws IOException {
    assertThat(problems("name: é\nworkflow: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("1:7: the byte 0xE9 is no UTF-8; save the file as UTF-8\n");
  }

  @Test
  void counts_lines_up_to_a_byte_that_is_no_utf_8() throws IOException {
    assertThat(problems("name: a\nx: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("2:7: the byte 0xE9 is no UTF-8; save the file as UTF-8\n");
  }

  @Test
  void finds_a_character_that_is_cut_off_at_the_end() throws IOException {
    assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xC3}))
        .isEqualTo("1:4: the byte 0xC3 is no UTF-8; save the file as UTF-8\n");
  }

  @Test
  void refuses_utf_16() throws IOException {
    assertThat(problems("name: a\n".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo("1:1: the file is in UTF-16; save it as UTF-8\n");
  }

  @Test
  void refuses_a_file_beyond_the_limit() throws IOException {
    assertThat(problems(("#" + "x".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("1:1: the file is larger than 4194304 bytes\n");
  }

  @Test
  void reads_a_file_as_large_as_the_limit() throws IOException {
    String playbook = "workflow: [{step: start}]\n#";

    assertThat(problems((playbook + "x".repeat((4 << 20) - playbook.length())).getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void keeps_a_byte_order_mark_in_the_source_so_that_it_matches_the_digest() throws IOException {
    Path file = Files.writeString(folder.resolve("marked.yaml"), "\uFEFFworkflow: [{step: start}]\n");

    Playbook playbook = ((Reading.Sound) Playbooks.read(file)).playbook();

    assertThat(playbook.source()).isEqualTo("\uFEFFworkflow: [{step: start}]\n");
    assertThat(playbook.sha256()).isEqualTo("b5100a4b6857605c5192029134a96f74f5b7ed55e314b2c063752d1efe845f09");
    assertThat(playbook.name()).isEqualTo("marked");
  }

  @Test
  void says_that_a_file_may_not_be_read() {
    Path file = Path.of("private.yaml");

    InvalidRequestException refusal = SourceFile.unreadable(file, "playbook", new AccessDeniedException("private.yaml"));

    assertThat(refusal).hasMessage("cannot read playbook private.yaml: permission denied");
    assertThat(refusal.remedy()).isEqualTo("make the file readable");
  }

  @Test
  void passes_on_what_the_system_says_of_any_other_failure() {
    assertThat(SourceFile.unreadable(Path.of("a.yaml"), "input", new IOException("Input/output error")))
        .hasMessage("cannot read input a.yaml: Input/output error");
  }

  @Test
  void refuses_a_path_below_a_file(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("file"), "x").resolve("below.yaml");

    assertThatThrownBy(() -> Playbooks.read(file)).isInstanceOf(InvalidRequestException.class);
  }

  private String problems(byte[] bytes) throws IOException {
    return Playbooks.problems(Playbooks.read(Files.write(folder.resolve("bytes.yaml"), bytes)));
  }
}
