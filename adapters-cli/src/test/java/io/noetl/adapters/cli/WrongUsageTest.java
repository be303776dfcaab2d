package io.noetl.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage constructs nothing, prints one line and exits 2. In the arguments a space separates, {@code ''} is empty. */
class WrongUsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          rnu x.yaml                        | unknown command 'rnu'; did you mean 'run'? See 'noetl --help'
          executoins                        | unknown command 'executoins'; did you mean 'executions'? See 'noetl --help'
          frobnicate                        | unknown command 'frobnicate'; see 'noetl --help'
          repotr                            | unknown command 'repotr'; did you mean 'report'? See 'noetl --help'
          weather.yaml                      | unknown command 'weather.yaml'; to run a playbook write 'noetl run weather.yaml', see 'noetl --help'
          run x.yaml --exprot e.parquet     | unknown option '--exprot'; did you mean '--export'? See 'noetl run --help'
          --exprot e.parquet                | unknown option '--exprot'; did you mean '--export'? See 'noetl run --help'
          run x.yaml --pay {}               | unknown option '--pay'; did you mean '--payload'? See 'noetl run --help'
          run x.yaml -x                     | unknown option '-x'; did you mean '-f'? See 'noetl run --help'
          run                               | no playbook is given; name its file: noetl run FILE
          --export e.parquet                | no playbook is given; name its file: noetl run FILE
          run ''                            | invalid value for positional parameter at index 0 (FILE): the path is empty; see 'noetl run --help'
          run a.yaml b.yaml                 | unexpected argument 'b.yaml'; see 'noetl run --help'
          run a.yaml -f b.yaml              | two playbooks are given, 'a.yaml' and 'b.yaml'; give one, as FILE or with -f
          run a.yaml --payload              | missing required parameter for option '--payload' (JSON); see 'noetl run --help'
          run a.yaml --payload --merge      | expected parameter for option '--payload' but found '--merge'; see 'noetl run --help'
          run a.yaml --export ''            | invalid value for option '--export': the path is empty; see 'noetl run --help'
          run a.yaml --export a --export b  | option '--export' (PATH) should be specified only once; see 'noetl run --help'
          run a.yaml --compression lzo      | invalid value for option '--compression': 'lzo' is not one of snappy, zstd, uncompressed; see 'noetl run --help'
          run a.yaml --durability lax       | invalid value for option '--durability': 'lax' is not one of relaxed, strict; see 'noetl run --help'
          run a.yaml -o xml                 | invalid value for option '--output': 'xml' is not one of plain, json; see 'noetl run --help'
          run a.yaml --record r --replay r  | --record and --replay cannot be used together; leave one of them out
          run a.yaml --duckdb ''            | invalid value for option '--duckdb': the path is empty; see 'noetl run --help'
          run a.yaml --quiet=maybe          | invalid value for option '--quiet': 'maybe' is not a boolean; see 'noetl run --help'
          export --executoin last           | unknown option '--executoin'; did you mean '--execution'? See 'noetl export --help'
          export --to a.parquet             | missing required option: '--execution=ID'; see 'noetl export --help'
          export --execution last           | missing required option: '--to=PATH'; see 'noetl export --help'
          export --execution '' --to a      | --execution has an empty id; name an id, 'last' or 'all'
          export --execution x --to ''      | invalid value for option '--to': the path is empty; see 'noetl export --help'
          export --execution x --to a --overwrite --no-clobber | --overwrite and --no-clobber cannot be used together; leave one of them out
          export --execution x --to a --duckdb :memory: | --duckdb :memory: names a store that ended with its run; name the file of a store that was kept
          verify                            | missing required parameter: 'PATH'; see 'noetl verify --help'
          verify a.parquet --foriegn        | unknown option '--foriegn'; did you mean '--foreign'? See 'noetl verify --help'
          executions last                   | unexpected argument 'last'; see 'noetl executions --help'
          executions shw last               | unexpected argument 'shw'; did you mean 'show'? See 'noetl executions --help'
          executions show                   | missing required parameter: 'ID'; see 'noetl executions show --help'
          executions show x --iterations -1 | --iterations is -1; give how many iterations to show, 0 or more
          executions show x --iterations a  | invalid value for option '--iterations': 'a' is not an int; see 'noetl executions show --help'
          executions --duckdb d show last   | write '--duckdb' after 'show'; see 'noetl executions --help'
          executions prune                  | missing required option: '--older-than=AGE'; see 'noetl executions prune --help'
          executions prune --older-than 5x  | invalid value for option '--older-than': '5x' is no age; write a whole number and s, m, h, d or w, as in 12h or 30d; see 'noetl executions prune --help'
          executions prune --older-than -1d | invalid value for option '--older-than': '-1d' is no age; write a whole number and s, m, h, d or w, as in 12h or 30d; see 'noetl executions prune --help'
          query                             | missing required parameter: 'SQL'; see 'noetl query --help'
          query ''                          | the statement is empty; write one, such as "SELECT * FROM event_log LIMIT 10"
          query -                           | the statement is empty; write one, such as "SELECT * FROM event_log LIMIT 10"
          query x --duckdb d --input i      | --duckdb and --input cannot be used together; leave one of them out
          query x --duckdb :memory:         | --duckdb :memory: names a store that ended with its run; name the file of a store that was kept
          query x -o xml                    | invalid value for option '--output': 'xml' is not one of table, json, csv; see 'noetl query --help'
          render                            | no template is given; write one, such as '{{ 1 + 1 }}', or - to read it from standard input
          render --context {}               | no template is given; write one, such as '{{ 1 + 1 }}', or - to read it from standard input
          render ''                         | the template is empty; write one, such as '{{ 1 + 1 }}', or - to read it from standard input
          render -                          | the template is empty; write one, such as '{{ 1 + 1 }}', or - to read it from standard input
          render a b                        | unexpected argument 'b'; see 'noetl render --help'
          render a --txet                   | unknown option '--txet'; did you mean '--text'? See 'noetl render --help'
          render a --context @              | --context @ names no file; write its path after the @
          render - --context @-             | standard input cannot be both the template and the context; name a file: --context @FILE
          render a --jsonl                  | TEMPLATE and --jsonl cannot be used together; write it into the lines of standard input
          render --jsonl --context {}       | --context and --jsonl cannot be used together; write it into the lines of standard input
          completion                        | missing required parameter: 'SHELL'; see 'noetl completion --help'
          completion fish                   | invalid value for positional parameter at index 0 (SHELL): 'fish' is not one of bash, zsh; see 'noetl completion --help'
          """)
  void is_one_line_and_exits_2(String arguments, String message) {
    String[] split = Arrays.stream(arguments.split(" ")).map(word -> word.equals("''") ? "" : word).toArray(String[]::new);

    assertThat(new Console().run(split)).isEqualTo(new Console.Outcome(2, "", "noetl: " + message + "\n"));
  }
}
