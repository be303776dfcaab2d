package io.noetl.adapters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

  @Test
  void bash_completes_commands_options_and_values(@TempDir Path folder) throws Exception {
    Console.Outcome outcome = new Console().run("completion", "bash");

    assertThat(outcome.status()).isZero();
    assertThat(completed(folder, outcome.out(), "noetl", "exe")).isEqualTo("executions\n");
    assertThat(completed(folder, outcome.out(), "noetl", "run", "--exp")).isEqualTo("--export\n");
    assertThat(completed(folder, outcome.out(), "noetl", "run", "--compression", "z")).isEqualTo("zstd\n");
    assertThat(completed(folder, outcome.out(), "noetl", "run", "--durability", "s")).isEqualTo("strict\n");
    assertThat(completed(folder, outcome.out(), "noetl", "run", "--duckdb", folder + "/noetl-c"))
        .isEqualTo(folder + "/noetl-completion\n");
    assertThat(completed(folder, outcome.out(), "noetl", "executions", "sh")).isEqualTo("show\n");
    assertThat(completed(folder, outcome.out(), "noetl", "validate", "--format", "j")).isEqualTo("json\n");
    assertThat(completed(folder, outcome.out(), "noetl", "render", "--js")).isEqualTo("--jsonl\n");
    assertThat(completed(folder, outcome.out(), "noetl", "completion", "z")).isEqualTo("zsh\n");
  }

  @Test
  void zsh_loads_what_the_script_for_bash_needs_first() {
    assertThat(new Console().run("completion", "zsh").out())
        .startsWith(
            """
            autoload -U +X compinit && compinit
            autoload -U +X bashcompinit && bashcompinit
            """)
        .endsWith(new Console().run("completion", "bash").out());
  }

  /** What a real bash offers after these words. */
  private static String completed(Path folder, String script, String... words) throws IOException, InterruptedException {
    Path file = folder.resolve("noetl-completion");
    Files.writeString(file, script);
    String program =
        """
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        function=$(complete -p noetl | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
        "$function" noetl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2> /dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command = new ArrayList<>(List.of("bash", "-c", program, "bash"));
    command.add(file.toString());
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).isZero();
    return output;
  }
}
