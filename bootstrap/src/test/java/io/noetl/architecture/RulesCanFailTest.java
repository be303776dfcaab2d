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
import io.noetl.domain.planted.PlantedSurroundings;
import io.noetl.domain.planted.PlantedTechnologies;
import io.noetl.testkit.planted.PlantedFixture;
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
              PlantedSurroundings.class,
              PlantedTechnologies.class,
              PlantedService.class,
              PlantedStore.class,
              PlantedCommand.class,
              PlantedModule.class,
              PlantedWriter.class,
              PlantedVerifier.class,
              PlantedDigest.class,
              PlantedFixture.class);

  @TestFactory
  Stream<DynamicTest> a_planted_violation_breaks_each_rule() {
    return Stream.concat(
            ArchitectureRules.ofTheProduct().stream(),
            Stream.of(ArchitectureRules.THE_TESTKIT_DEPENDS_ON_THE_APPLICATION_AND_TEST_LIBRARIES_ALONE))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> assertThat(violations(rule)).isNotEmpty()));
  }

  @Test
  void each_technology_is_found_outside_its_home() {
    List<String> violations =
        ArchitectureRules.ONE_HOME_PER_TECHNOLOGY.stream().flatMap(rule -> violations(rule).stream()).toList();

    for (String technology :
        List.of(
            "java.sql.Connection",
            "org.duckdb.DuckDBConnection",
            "org.apache.parquet.column.ColumnDescriptor",
            "com.fasterxml.jackson.core.JsonParser",
            "org.yaml.snakeyaml.LoaderOptions",
            "java.net.http.HttpClient",
            "picocli.CommandLine",
            "com.google.inject.Injector")) {
      assertThat(violations).anyMatch(violation -> violation.contains("<" + technology + ">"));
    }
  }

  @Test
  void a_library_is_found_in_the_domain_and_in_the_application() {
    assertThat(violations(ArchitectureRules.DOMAIN_DEPENDS_ON_THE_JDK_ALONE))
        .anyMatch(violation -> violation.contains("<com.fasterxml.jackson.core.JsonParser>"));
    assertThat(violations(ArchitectureRules.APPLICATION_DEPENDS_ON_DOMAIN_ALONE))
        .anyMatch(violation -> violation.contains("<com.google.inject.Injector>"));
  }

  @Test
  void clock_randomness_and_environment_are_all_found() {
    List<String> violations = violations(ArchitectureRules.THE_CORE_IS_PURE);

    for (String target :
        List.of(
            "java.time.Instant.now()",
            "java.util.UUID.randomUUID()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Locale.getDefault()",
            "java.lang.ProcessHandle.current()",
            "java.lang.System.getenv(java.lang.String)")) {
      assertThat(violations).anyMatch(violation -> violation.contains("<" + target + ">"));
    }
  }

  @Test
  void both_kinds_of_files_are_found_in_the_domain() {
    assertThat(violations(ArchitectureRules.THE_DOMAIN_DOES_NO_INPUT_OR_OUTPUT))
        .anyMatch(violation -> violation.contains("<java.io.File>"))
        .anyMatch(violation -> violation.contains("<java.nio.file.Path>"));
  }

  @Test
  void logic_in_wiring_is_found_as_a_call_as_a_reference_and_as_a_method() {
    assertThat(violations(ArchitectureRules.MODULES_CALL_CONSTRUCTORS_ALONE))
        .anyMatch(violation -> violation.contains("<java.io.File.getName()>"))
        .anyMatch(violation -> violation.contains("<io.noetl.adapters.duckdb.planted.PlantedStore.name()>"))
        .contains("io.noetl.bootstrap.planted.PlantedModule.logic() is not annotated with @Provides");
  }

  @Test
  void the_inspector_alone_is_no_violation_of_the_writer() {
    assertThat(violations(ArchitectureRules.THE_WRITER_KNOWS_OF_THE_VERIFIER_THE_INSPECTOR_AND_ITS_PROOF_ALONE))
        .anyMatch(violation -> violation.contains("type <io.noetl.adapters.parquet.verifier.planted.PlantedVerifier>"))
        .noneMatch(violation -> violation.contains("type <io.noetl.adapters.parquet.verifier.ParquetExportInspector>"));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }
}
