package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

  /** Scripts of two statements each, with what the first of them is. */
  static Stream<Arguments> pairs() {
    return Stream.of(
            "SELECT ';'",
            "SELECT 'it''s; two'",
            "SELECT 'no escape \\'",
            "SELECT E'an \\'; escape'",
            "SELECT e'doubled '' and \\\\'",
            "SELECT E'first' \n 'goes \\'; on'",
            "SELECT E'first' 'x;'",
            "SELECT $$;$$",
            "SELECT $tag$ $$ ; $other$ ; $tag$",
            "SELECT $é$;$é$",
            "SELECT 1 a$$",
            "SELECT \"a;\"\"b\" FROM t",
            "SELECT 1 /* ; /* nested; */ ; */ + 1",
            "SELECT 1 -- ;'\n + 1",
            "SELECT 1 +-- ;\n 1",
            "SELECT $1",
            "SELECT 2 / 1 - -1",
            "SELECT '🦆;'")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_semicolon_splits_outside_of_quotes_and_comments_alone(String first) {
    assertThat(texts(first + " ;SELECT 'second'")).containsExactly(first, "SELECT 'second'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT 'open; ", "SELECT \"open; ", "SELECT $$open; ", "SELECT E'open\\'; ", "SELECT 1 /* open; /* */ "})
  void what_is_not_closed_goes_to_the_end(String script) {
    assertThat(texts(script)).containsExactly(script.stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", ";", " ; ;; ", "-- only a comment", "/* a; */ -- b;\n;", "\u00a0;"})
  void there_is_no_statement_without_a_word(String script) {
    assertThat(texts(script)).isEmpty();
  }

  @Test
  void a_statement_knows_where_it_stands_and_what_is_quoted_in_it() {
    assertThat(SqlScript.split(List.of("-- read\nFROM 'a''b.csv', \"T\"; ", "SELECT E'\\\\x', $q$y$q$;FROM t")))
        .containsExactly(
            new SqlStatement("FROM 'a''b.csv', \"T\"", 0, 8, List.of("a'b.csv", "T")),
            new SqlStatement("SELECT E'\\\\x', $q$y$q$", 1, 0, List.of("\\x", "y")),
            new SqlStatement("FROM t", 1, 23, List.of()));
  }

  private static List<String> texts(String script) {
    return SqlScript.split(List.of(script)).stream().map(SqlStatement::text).toList();
  }
}
