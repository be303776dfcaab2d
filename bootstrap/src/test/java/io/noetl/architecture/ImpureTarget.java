package io.noetl.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Accesses of what is not the same in every run: clocks, randomness, and what the process was started in. */
final class ImpureTarget extends DescribedPredicate<JavaAccess<?>> {

  private static final Set<String> CLOCK_CLASSES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.ZonedDateTime",
          "java.time.MonthDay",
          "java.time.Year",
          "java.time.YearMonth");

  private static final Set<String> IMPURE_CLASSES =
      Set.of(
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.security.SecureRandom",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> PURE_SYSTEM_METHODS = Set.of("arraycopy", "identityHashCode");

  ImpureTarget() {
    super("the target is a clock, randomness or the environment");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getFullName();
    String name = target.getName();
    return switch (owner) {
      case "java.lang.System" -> !PURE_SYSTEM_METHODS.contains(name);
      case "java.lang.Boolean" -> name.equals("getBoolean");
      case "java.lang.Integer" -> name.equals("getInteger");
      case "java.lang.Long" -> name.equals("getLong");
      case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
      case "java.lang.Thread" -> name.equals("sleep");
      case "java.nio.charset.Charset" -> name.equals("defaultCharset");
      case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system") || name.startsWith("tick");
      case "java.time.ZoneId" -> name.equals("systemDefault");
      case "java.util.Collections" -> name.equals("shuffle");
      case "java.util.Date" -> name.equals("<init>");
      case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
      case "java.util.UUID" -> name.equals("randomUUID");
      default -> IMPURE_CLASSES.contains(owner) || (CLOCK_CLASSES.contains(owner) && name.equals("now"));
    };
  }
}
