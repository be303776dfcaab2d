package io.noetl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.noetl.adapters.cli.planted.PlantedCommand;
import io.noetl.adapters.duckdb.planted.PlantedStore;
import io.noetl.adapters.parquet.digest.planted.PlantedDigest;
import io.noetl.adapters.parquet.verifier.planted.PlantedVerifier;
import io.noetl.adapters.parquet.writer.planted.PlantedWriter;
import io.noetl.application.planted.PlantedService;
import io.noetl.bootstrap.planted.PlantedModule;
import io.noetl.domain.planted.Planted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plants violations and sees the rules find them: no rule is vacuous. */
class RulesCanFailTest {

  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .importClasses(
              Planted.class,
              PlantedService.class,
              PlantedStore.class,
              PlantedCommand.class,
              PlantedModule.class,
              PlantedWriter.class,
              PlantedVerifier.class,
              PlantedDigest.class);

  @TestFactory
  Stream<DynamicTest> a_planted_violation_breaks_the_rule() {
    return Stream.of(
            ArchitectureRules.DOMAIN_DEPENDS_ON_THE_JDK_ALONE,
            ArchitectureRules.APPLICATION_DEPENDS_ON_DOMAIN_ALONE,
            ArchitectureRules.ADAPTERS_NEVER_SEE_EACH_OTHER,
            ArchitectureRules.NOTHING_SEES_BOOTSTRAP,
            ArchitectureRules.ONLY_BOOTSTRAP_SEES_ADAPTERS,
            ArchitectureRules.NO_PACKAGE_CYCLES,
            ArchitectureRules.THE_CORE_IS_PURE,
            ArchitectureRules.WIRING_HAS_NO_LOGIC,
            ArchitectureRules.THE_VERIFIER_SHARES_NOTHING_WITH_THE_WRITER,
            ArchitectureRules.THE_WRITER_SHARES_NOTHING_WITH_THE_VERIFIER)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> assertThat(violations(rule)).isNotEmpty()));
  }

  @Test
  void sql_and_the_http_client_are_found_outside_their_homes() {
    List<String> violations =
        ArchitectureRules.ONE_HOME_PER_TECHNOLOGY.stream().flatMap(rule -> violations(rule).stream()).toList();

    assertThat(violations).anyMatch(violation -> violation.contains("java.sql.Connection"));
    assertThat(violations).anyMatch(violation -> violation.contains("java.net.http.HttpClient"));
  }

  @Test
  void the_clock_and_randomness_are_both_found() {
    List<String> violations = violations(ArchitectureRules.THE_CORE_IS_PURE);

    assertThat(violations).anyMatch(violation -> violation.contains("java.time.Instant.now()"));
    assertThat(violations).anyMatch(violation -> violation.contains("java.util.UUID.randomUUID()"));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }
}
