package io.noetl.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1.0, 1.0",
    "-1.5, -1.5",
    "0.1, 0.1",
    "0.001, 0.001",
    "1.0E-4, 0.0001",
    "1.0E-5, 1e-05",
    "1.25E-7, 1.25e-07",
    "123456789.125, 123456789.125",
    "1.0E15, 1000000000000000.0",
    "1.0E16, 1e+16",
    "1.2345E22, 1.2345e+22",
    "1.0E100, 1e+100",
    "2.0E-300, 2e-300",
    "4.9E-324, 5e-324",
    "9.9E-324, 1e-323",
    "2.2E-322, 2.2e-322",
    "9007199254740993.0, 9007199254740992.0"
  })
  void writes_a_double_as_python_does(double value, String expected) {
    assertThat(FloatText.of(value)).isEqualTo(expected);
  }
}
