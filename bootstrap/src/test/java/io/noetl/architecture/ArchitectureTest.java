package io.noetl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the whole product against the rules. */
class ArchitectureTest {

  private static JavaClasses product;

  @BeforeAll
  static void importProduct() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("io.noetl");
  }

  @TestFactory
  Stream<DynamicTest> the_product_keeps_every_rule() {
    return ArchitectureRules.ofTheProduct().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(product)));
  }

  @Test
  void the_testkit_keeps_its_rule() {
    JavaClasses testkit =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.noetl.testkit");

    ArchitectureRules.THE_TESTKIT_DEPENDS_ON_THE_APPLICATION_AND_TEST_LIBRARIES_ALONE.check(testkit);
  }

  @Test
  void every_module_is_looked_at() {
    List<String> modules =
        List.of(
            "io.noetl.domain",
            "io.noetl.application",
            "io.noetl.adapters.cli",
            "io.noetl.adapters.duckdb",
            "io.noetl.adapters.parquet",
            "io.noetl.adapters.playbook",
            "io.noetl.adapters.report",
            "io.noetl.adapters.tasks",
            "io.noetl.bootstrap");
    for (String module : modules) {
      assertThat(product.that(resideInAPackage(module + "..")))
          .as(module)
          .isNotEmpty();
    }
  }

  @Test
  void every_package_says_what_lives_in_it_and_is_null_marked() {
    assertThat(product.stream().map(type -> type.getPackageName()).distinct())
        .allSatisfy(
            name ->
                assertThat(Class.forName(name + ".package-info").isAnnotationPresent(org.jspecify.annotations.NullMarked.class))
                    .as(name)
                    .isTrue());
  }
}
