package io.noetl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
          "com.google.inject..", "io.noetl.bootstrap..");

  static final List<ArchRule> ONE_HOME_PER_TECHNOLOGY =
      HOMES.entrySet().stream().map(home -> livesOnlyIn(home.getKey(), home.getValue())).toList();

  static final ArchRule THE_CORE_IS_PURE =
      noClasses()
          .that().resideInAnyPackage("io.noetl.domain..", "io.noetl.application..")
          .should().accessTargetWhere(reachesClockRandomnessOrEnvironment());

  static final ArchRule WIRING_HAS_NO_LOGIC =
      noClasses()
          .that().haveSimpleNameEndingWith("Module").and().resideInAPackage("io.noetl.bootstrap..")
          .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.sql..");

  static final ArchRule THE_VERIFIER_SHARES_NOTHING_WITH_THE_WRITER =
      noClasses()
          .that().resideInAPackage("io.noetl.adapters.parquet.verifier..")
          .should().dependOnClassesThat(
              resideInAPackage("io.noetl.adapters.parquet..")
                  .and(not(resideInAnyPackage("io.noetl.adapters.parquet.verifier..", "io.noetl.adapters.parquet.digest.."))));

  static final ArchRule THE_WRITER_SHARES_NOTHING_WITH_THE_VERIFIER =
      noClasses()
          .that().resideInAPackage("io.noetl.adapters.parquet.digest..")
          .should().dependOnClassesThat(
              resideInAPackage("io.noetl.adapters.parquet..")
                  .and(not(resideInAPackage("io.noetl.adapters.parquet.digest.."))));

  private ArchitectureRules() {}

  static List<ArchRule> all() {
    List<ArchRule> rules =
        new java.util.ArrayList<>(
            List.of(
                DOMAIN_DEPENDS_ON_THE_JDK_ALONE,
                APPLICATION_DEPENDS_ON_DOMAIN_ALONE,
                ADAPTERS_NEVER_SEE_EACH_OTHER,
                NOTHING_SEES_BOOTSTRAP,
                ONLY_BOOTSTRAP_SEES_ADAPTERS,
                NO_PACKAGE_CYCLES,
                THE_CORE_IS_PURE,
                WIRING_HAS_NO_LOGIC,
                THE_VERIFIER_SHARES_NOTHING_WITH_THE_WRITER,
                THE_WRITER_SHARES_NOTHING_WITH_THE_VERIFIER));
    rules.addAll(ONE_HOME_PER_TECHNOLOGY);
    return rules;
  }

  private static ArchRule livesOnlyIn(String technology, String home) {
    return noClasses()
        .that().resideOutsideOfPackage(home)
        .should().dependOnClassesThat().resideInAPackage(technology)
        .as(technology + " is known in " + home + " alone");
  }

  private static final Set<String> CLOCK_CLASSES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private static final Set<String> RANDOM_CLASSES =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> SYSTEM_METHODS =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "setProperty", "exit");

  private static DescribedPredicate<JavaAccess<?>> reachesClockRandomnessOrEnvironment() {
    return new DescribedPredicate<>("the target is a clock, randomness or the environment") {
      @Override
      public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return switch (owner.getFullName()) {
          case "java.lang.System" -> SYSTEM_METHODS.contains(name);
          case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
          case "java.util.UUID" -> name.equals("randomUUID");
          case "java.util.Collections" -> name.equals("shuffle");
          case "java.lang.Thread" -> name.equals("sleep");
          case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system") || name.startsWith("tick");
          case "java.util.Date" -> name.equals("<init>");
          default ->
              RANDOM_CLASSES.contains(owner.getFullName())
                  || (CLOCK_CLASSES.contains(owner.getFullName()) && name.equals("now"));
        };
      }
    };
  }
}
