package io.noetl.adapters.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.port.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private static final Finding JAVA = Finding.fine("Java", "Java 25");
  private static final Finding DISK = Finding.doubtful("folder data", "0.1 GB free", "make room");
  private static final Finding PYTHON = Finding.missing("python3", "there is none", "install it");

  private static Outcome examine(List<Finding> findings, String... arguments) {
    return new Console().examining(new ExamineMachine(() -> findings)).run(arguments);
  }

  @Test
  void what_is_doubtful_is_told_and_no_failure() {
    Outcome outcome = examine(List.of(JAVA, DISK), "doctor");

    assertThat(outcome.out())
        .isEqualTo(
            """
            ok        Java              Java 25
            doubtful  folder data       0.1 GB free; make room
            """);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void what_is_missing_fails_as_the_run_that_needs_it_would() {
    Outcome outcome = examine(List.of(JAVA, PYTHON), "doctor", "-o", "json");

    assertThat(outcome.out()).contains("\"state\": \"missing\"").contains("\"remedy\": \"install it\"");
    assertThat(outcome.status()).isEqualTo(2);
  }
}
