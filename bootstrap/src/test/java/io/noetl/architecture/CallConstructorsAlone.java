package io.noetl.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every method of a Guice module provides something, and calls constructors to do so. What else it may call hands out
 * what is there already, so that an embedding program can call the same constructors itself.
 */
final class CallConstructorsAlone extends ArchCondition<JavaClass> {

  private static final String PROVIDES = "com.google.inject.Provides";

  private static final Set<String> HANDING_OUT =
      Set.of(
          "io.noetl.adapters.cli.ProgramVersion.text()",
          "io.noetl.application.port.TaskRunners.types()",
          "java.time.Clock.systemUTC()",
          "java.util.Set.copyOf(java.util.Collection)");

  CallConstructorsAlone() {
    super("have only methods that provide something and call constructors alone");
  }

  @Override
  public void check(JavaClass module, ConditionEvents events) {
    for (JavaMethod method : module.getMethods()) {
      if (!method.isAnnotatedWith(PROVIDES)) {
        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is not annotated with @Provides"));
      }
    }
    Stream.<JavaCodeUnitAccess<?>>concat(
            module.getMethodCallsFromSelf().stream(), module.getMethodReferencesFromSelf().stream())
        .filter(call -> !isAllowed(call.getTarget()))
        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
  }

  private static boolean isAllowed(CodeUnitAccessTarget target) {
    return HANDING_OUT.contains(target.getFullName()) || isAccessorOfSurroundings(target);
  }

  private static boolean isAccessorOfSurroundings(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return owner.getFullName().equals("io.noetl.bootstrap.Surroundings")
        && target.getRawParameterTypes().isEmpty()
        && owner.tryGetField(target.getName()).isPresent();
  }
}
