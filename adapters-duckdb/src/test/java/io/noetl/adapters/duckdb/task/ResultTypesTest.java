package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTypesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NULL                                                | null
          true                                                | true
          (-128)::TINYINT                                     | -128
          255::UTINYINT                                       | 255
          65535::USMALLINT                                    | 65535
          4294967295::UINTEGER                                | 4294967295
          9223372036854775807                                 | 9223372036854775807
          18446744073709551615::UBIGINT                       | 18446744073709551615
          170141183460469231731687303715884105727::HUGEINT    | 170141183460469231731687303715884105727
          340282366920938463463374607431768211455::UHUGEINT   | 340282366920938463463374607431768211455
          1.10::DECIMAL(10, 2)                                | 1.1
          7::DECIMAL(10, 0)                                   | 7
          12345678901234567.89::DECIMAL(20, 2)                | "12345678901234567.89"
          0.1::FLOAT                                          | 0.1
          1e300                                               | 1e+300
          'a"b'                                               | "a\\"b"
          'a'::ENUM('a', 'b')                                 | "a"
          '\\xAB\\x00'::BLOB                                  | "qwA="
          '101'::BIT                                          | "101"
          '00000000-0000-0000-0000-00000000000a'::UUID        | "00000000-0000-0000-0000-00000000000a"
          DATE '2024-01-15'                                   | "2024-01-15"
          DATE '-infinity'                                    | "-infinity"
          TIME '10:30:00'                                     | "10:30:00"
          TIME '10:30:00.5'                                   | "10:30:00.500000"
          TIMETZ '10:30:00+02'                                | "10:30:00+02:00"
          TIMESTAMP '2024-01-15 10:30:00'                     | "2024-01-15T10:30:00"
          TIMESTAMP '2024-03-10 02:30:00.000001'              | "2024-03-10T02:30:00.000001"
          TIMESTAMP 'infinity'                                | "infinity"
          TIMESTAMP_S '2024-01-15 10:30:00'                   | "2024-01-15T10:30:00"
          TIMESTAMP_MS '2024-01-15 10:30:00.123'              | "2024-01-15T10:30:00.123000"
          TIMESTAMP_NS '2024-01-15 10:30:00.123456789'        | "2024-01-15T10:30:00.123456789"
          TIMESTAMPTZ '2024-01-15 10:30:00+02'                | "2024-01-15T08:30:00+00:00"
          TIMESTAMPTZ 'infinity'                              | "infinity"
          (TIMESTAMPTZ '2024-01-15 10:30:00+02')::VARCHAR     | "2024-01-15 08:30:00+00"
          INTERVAL '1 month 2 days'                           | "1 month 2 days"
          [1, NULL, 2]                                        | [1,null,2]
          [INTERVAL 1 DAY]                                    | ["1 day"]
          ['101'::BIT, NULL]                                  | ["101",null]
          ['00000000-0000-0000-0000-00000000000a'::UUID]      | ["00000000-0000-0000-0000-00000000000a"]
          [1, 2]::INTEGER[2]                                  | [1,2]
          [[1.5], []]                                         | [[1.5],[]]
          {'a': 1, 'b': {'c': [DATE '2024-01-15']}}           | {"a":1,"b":{"c":["2024-01-15"]}}
          row(1, 'x')                                         | [1,"x"]
          [TIMESTAMP '2024-01-15 10:30:00']                   | ["2024-01-15T10:30:00"]
          map{'k': 1, 'l': NULL}                              | {"k":1,"l":null}
          map{DATE '2024-01-15': true}                        | {"2024-01-15":true}
          union_value(n := 3)                                 | 3
          '{"a": [1, 2.50, null]}'::JSON                      | {"a":[1,2.5,null]}
          ['{"a": 1}'::JSON]                                  | [{"a":1}]
          'POINT(1 2)'::GEOMETRY                              | "POINT (1 2)"
          """)
  void a_value_keeps_its_type_as_far_as_json_has_it(String expression, String json) throws InterruptedException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(Duck.in(folder).value("SELECT " + expression)).isEqualTo(json);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'nan'::DOUBLE                   | is nan, which is no JSON number; cast it to VARCHAR, or make it NULL
          '-infinity'::FLOAT              | is -inf, which is no JSON number; cast it to VARCHAR, or make it NULL
          [1.5, 'inf'::DOUBLE]            | is inf, which is no JSON number; cast it to VARCHAR, or make it NULL
          TIME '24:00:00'                 | is a time that cannot be kept; cast it to VARCHAR
          """)
  void a_value_that_json_does_not_have_is_an_error_that_says_where(String expression, String problem)
      throws InterruptedException {
    assertThat(Duck.in(folder).error("SELECT 1 AS one, NULL AS v UNION ALL SELECT 2, " + expression))
        .isEqualTo("command_0: column 'v' of row 2 " + problem);
  }

  @Test
  void a_nested_time_that_the_driver_has_no_value_for_is_an_error() throws InterruptedException {
    assertThat(Duck.in(folder).error("SELECT [TIME '24:00:00'] AS v"))
        .isEqualTo("command_0: a list in the rows holds a time that cannot be kept; cast it to VARCHAR");
  }

  @Test
  void a_nested_time_that_the_zone_of_the_machine_blurs_is_an_error() throws InterruptedException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(Duck.in(folder).error("SELECT [TIMESTAMP '2024-03-10 02:30:00'] AS v"))
          .isEqualTo(
              "command_0: column 'v' of row 1 is a nested time that the machine's time zone blurs; cast it to VARCHAR");
      assertThat(Duck.in(folder).value("SELECT [TIMESTAMP '2024-03-10 04:00:00']")).isEqualTo("[\"2024-03-10T04:00:00\"]");
    } finally {
      TimeZone.setDefault(zone);
    }
  }
}
