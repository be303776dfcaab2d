package io.noetl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.noetl.adapters.parquet.verifier.ExportProof;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of ARCHITECTURE.md about who may see whom, one per sentence. */
final class ArchitectureRules {

  static final ArchRule DOMAIN_DEPENDS_ON_THE_JDK_ALONE =
      classes()
          .that().resideInAPackage("io.noetl.domain..")
          .should().onlyDependOnClassesThat().resideInAnyPackage("io.noetl.domain..", "java..", "org.jspecify..");

  static final ArchRule APPLICATION_DEPENDS_ON_DOMAIN_ALONE =
      classes()
          .that().resideInAPackage("io.noetl.application..")
          .should().onlyDependOnClassesThat()
          .resideInAnyPackage("io.noetl.application..", "io.noetl.domain..", "java..", "org.jspecify..");

  static final ArchRule ADAPTERS_NEVER_SEE_EACH_OTHER =
      slices().matching("io.noetl.adapters.(*)..").should().notDependOnEachOther();

  static final ArchRule NOTHING_SEES_BOOTSTRAP =
      noClasses()
          .that().resideOutsideOfPackage("io.noetl.bootstrap..")
          .should().dependOnClassesThat().resideInAPackage("io.noetl.bootstrap..");

  static final ArchRule ONLY_BOOTSTRAP_SEES_ADAPTERS =
      noClasses()
          .that().resideInAnyPackage("io.noetl.domain..", "io.noetl.application..")
          .should().dependOnClassesThat().resideInAPackage("io.noetl.adapters..");

  static final ArchRule NO_PACKAGE_CYCLES = slices().matching("io.noetl.(**)").should().beFreeOfCycles();

  /** Each technology and the only module that may know it. */
  private static final Map<String, String> HOMES =
      Map.of(
          "java.sql..", "io.noetl.adapters.duckdb..",
          "org.duckdb..", "io.noetl.adapters.duckdb..",
          "org.apache.parquet..", "io.noetl.adapters.parquet..",
          "com.fasterxml.jackson..", "io.noetl.adapters.playbook..",
          "org.yaml.snakeyaml..", "io.noetl.adapters.playbook..",
          "java.net.http..", "io.noetl.adapters.tasks..",
          "picocli..", "io.noetl.adapters.cli..",
          "org.jfree..", "io.noetl.adapters.report..",
          "java.awt..", "io.noetl.adapters.report..",
          "com.google.inject..", "io.noetl.bootstrap..");

  static final List<ArchRule> ONE_HOME_PER_TECHNOLOGY =
      HOMES.entrySet().stream().map(home -> livesOnlyIn(home.getKey(), home.getValue())).toList();

  static final ArchRule THE_CORE_IS_PURE =
      noClasses()
          .that().resideInAnyPackage("io.noetl.domain..", "io.noetl.application..")
          .should().accessTargetWhere(new ImpureTarget());

  static final ArchRule THE_DOMAIN_DOES_NO_INPUT_OR_OUTPUT =
      noClasses()
          .that().resideInAPackage("io.noetl.domain..")
          .should().dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                  .and(not(equivalentTo(Serializable.class))));

  static final ArchRule WIRING_HAS_NO_LOGIC =
      noClasses()
          .that().haveSimpleNameEndingWith("Module").and().resideInAPackage("io.noetl.bootstrap..")
          .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.sql..");

  static final ArchRule MODULES_CALL_CONSTRUCTORS_ALONE =
      classes()
          .that().haveSimpleNameEndingWith("Module").and().resideInAPackage("io.noetl.bootstrap..")
          .or().areAssignableTo("com.google.inject.Module")
          .should(new CallConstructorsAlone());

  static final ArchRule THE_VERIFIER_SHARES_NOTHING_WITH_THE_WRITER =
      noClasses()
          .that().resideInAPackage("io.noetl.adapters.parquet.verifier..")
          .should().dependOnClassesThat(
              resideInAPackage("io.noetl.adapters.parquet..")
                  .and(not(resideInAnyPackage("io.noetl.adapters.parquet.verifier..", "io.noetl.adapters.parquet.digest.."))));

  static final ArchRule THE_DIGEST_KNOWS_NEITHER_WRITER_NOR_VERIFIER =
      noClasses()
          .that().resideInAPackage("io.noetl.adapters.parquet.digest..")
          .should().dependOnClassesThat(
              resideInAPackage("io.noetl.adapters.parquet..")
                  .and(not(resideInAPackage("io.noetl.adapters.parquet.digest.."))));

  static final ArchRule THE_WRITER_KNOWS_OF_THE_VERIFIER_THE_INSPECTOR_AND_ITS_PROOF_ALONE =
      noClasses()
          .that().resideInAPackage("io.noetl.adapters.parquet.writer..")
          .should().dependOnClassesThat(
              resideInAPackage("io.noetl.adapters.parquet.verifier..")
                  .and(not(equivalentTo(ParquetExportInspector.class)))
                  .and(not(equivalentTo(ExportProof.class))));

  static final ArchRule THE_PRODUCT_NEVER_SEES_THE_TESTKIT =
      noClasses()
          .that().resideOutsideOfPackage("io.noetl.testkit..")
          .should().dependOnClassesThat().resideInAPackage("io.noetl.testkit..");

  /** Holds for the testkit, which is no part of the product. */
  static final ArchRule THE_TESTKIT_DEPENDS_ON_THE_APPLICATION_AND_TEST_LIBRARIES_ALONE =
      classes()
          .that().resideInAPackage("io.noetl.testkit..")
          .should().onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.noetl.testkit..", "io.noetl.application..", "io.noetl.domain..", "java..", "org.jspecify..",
              "org.junit.jupiter..", "org.assertj..");

  private ArchitectureRules() {}

  /** The rules that the product keeps. */
  static List<ArchRule> ofTheProduct() {
    List<ArchRule> rules =
        new ArrayList<>(
            List.of(
                DOMAIN_DEPENDS_ON_THE_JDK_ALONE,
                APPLICATION_DEPENDS_ON_DOMAIN_ALONE,
                ADAPTERS_NEVER_SEE_EACH_OTHER,
                NOTHING_SEES_BOOTSTRAP,
                ONLY_BOOTSTRAP_SEES_ADAPTERS,
                NO_PACKAGE_CYCLES,
                THE_CORE_IS_PURE,
                THE_DOMAIN_DOES_NO_INPUT_OR_OUTPUT,
                WIRING_HAS_NO_LOGIC,
                MODULES_CALL_CONSTRUCTORS_ALONE,
                THE_VERIFIER_SHARES_NOTHING_WITH_THE_WRITER,
                THE_DIGEST_KNOWS_NEITHER_WRITER_NOR_VERIFIER,
                THE_WRITER_KNOWS_OF_THE_VERIFIER_THE_INSPECTOR_AND_ITS_PROOF_ALONE,
                THE_PRODUCT_NEVER_SEES_THE_TESTKIT));
    rules.addAll(ONE_HOME_PER_TECHNOLOGY);
    return rules;
  }

  private static ArchRule livesOnlyIn(String technology, String home) {
    return noClasses()
        .that().resideOutsideOfPackage(home)
        .should().dependOnClassesThat().resideInAPackage(technology)
        .as(technology + " is known in " + home + " alone");
  }
}
