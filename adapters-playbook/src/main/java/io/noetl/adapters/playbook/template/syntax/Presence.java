package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.And;
import io.noetl.adapters.playbook.template.syntax.Expression.Filter;
import io.noetl.adapters.playbook.template.syntax.Expression.Not;
import io.noetl.adapters.playbook.template.syntax.Expression.Or;
import io.noetl.adapters.playbook.template.syntax.Expression.Test;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.WordConstant;
import java.util.ArrayList;
import java.util.List;

/** What the outcome of a condition tells about the presence of paths. */
final class Presence {

  private Presence() {}

  /** Whether a filter replaces what is undefined. */
  static boolean isDefault(Filter filter) {
    return filter.name().equals("default") || filter.name().equals("d");
  }

  /** Whether a test asks for presence. */
  static boolean isPresenceTest(Test test) {
    return test.name().equals("defined") || test.name().equals("undefined");
  }

  /** The paths that are surely present when the condition comes out as {@code outcome}. */
  static List<NamePath> known(Expression condition, boolean outcome) {
    return switch (condition) {
      case Not not -> known(not.operand(), !outcome);
      case And and when outcome -> both(and.left(), and.right(), true);
      case Or or when !outcome -> both(or.left(), or.right(), false);
      case Test test when isPresenceTest(test) && outcome == test.name().equals("defined") -> path(test.value());
      case Filter filter when outcome && isDefault(filter) && filter.value() != null && defaultsToFalse(filter) ->
          path(filter.value());
      default -> List.of();
    };
  }

  private static List<NamePath> both(Expression left, Expression right, boolean outcome) {
    List<NamePath> all = new ArrayList<>(known(left, outcome));
    all.addAll(known(right, outcome));
    return all;
  }

  private static List<NamePath> path(Expression expression) {
    NamePath path = NamePath.whole(expression);
    return path == null ? List.of() : List.of(path);
  }

  private static boolean defaultsToFalse(Filter filter) {
    if (filter.arguments().positional().isEmpty()) {
      return filter.arguments().isEmpty();
    }
    return switch (filter.arguments().positional().getFirst()) {
      case WordConstant word -> !Boolean.TRUE.equals(word.value());
      case TextConstant text -> text.value().isEmpty();
      default -> false;
    };
  }
}
