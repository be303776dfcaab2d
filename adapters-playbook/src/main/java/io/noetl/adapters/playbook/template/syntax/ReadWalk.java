package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.And;
import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Call;
import io.noetl.adapters.playbook.template.syntax.Expression.Conditional;
import io.noetl.adapters.playbook.template.syntax.Expression.Filter;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Or;
import io.noetl.adapters.playbook.template.syntax.Expression.Subscript;
import io.noetl.adapters.playbook.template.syntax.Expression.Test;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the paths that expressions read, but for names that are bound, and knows which are guarded. */
abstract class ReadWalk extends TreeWalk {

  private final Set<String> alwaysThere;
  private final List<PathRead> reads = new ArrayList<>();

  /** The names that the template has bound where the walk is. */
  Set<String> bound = new HashSet<>();

  /** The paths that a condition around the walk, or before it, has found present. */
  List<NamePath> present = List.of();

  /** A read of a name {@code alwaysThere} is guarded. */
  ReadWalk(Set<String> alwaysThere) {
    this.alwaysThere = alwaysThere;
  }

  final List<PathRead> reads() {
    return reads;
  }

  @Override
  final void expression(Expression expression) {
    switch (expression) {
      case Name name -> record(NamePath.of(name), false);
      case Attribute attribute -> chain(attribute, false);
      case Subscript subscript -> chain(subscript, false);
      case Call call when call.callee() instanceof Attribute method -> {
        down(call);
        chain(method.object(), false);
        arguments(call.arguments());
        up();
      }
      case Filter filter when Presence.isDefault(filter) && filter.value() != null ->
          guarded(filter, filter.value(), filter.arguments());
      case Test test when Presence.isPresenceTest(test) -> guarded(test, test.value(), test.arguments());
      case And and -> shortCut(and, and.left(), and.right(), true);
      case Or or -> shortCut(or, or.left(), or.right(), false);
      case Conditional conditional -> conditional(conditional);
      default -> super.expression(expression);
    }
  }

  private void guarded(Expression expression, Expression operand, CallArguments arguments) {
    down(expression);
    chain(operand, true);
    arguments(arguments);
    up();
  }

  private void shortCut(Expression expression, Expression left, Expression right, boolean goesOn) {
    down(expression);
    expression(left);
    List<NamePath> before = present;
    know(Presence.known(left, goesOn));
    expression(right);
    present = before;
    up();
  }

  private void conditional(Conditional conditional) {
    down(conditional);
    expression(conditional.condition());
    List<NamePath> before = present;
    know(Presence.known(conditional.condition(), true));
    expression(conditional.then());
    present = before;
    know(Presence.known(conditional.condition(), false));
    optional(conditional.otherwise());
    present = before;
    up();
  }

  /** From now on these paths are known to be present; whoever calls restores {@link #present}. */
  final void know(List<NamePath> paths) {
    if (!paths.isEmpty()) {
      List<NamePath> all = new ArrayList<>(present);
      all.addAll(paths);
      present = all;
    }
  }

  /** Records the read that a chain of attributes and subscripts begins with, and visits its computed keys. */
  private void chain(Expression expression, boolean guarded) {
    NamePath path = open(expression, guarded);
    if (path != null) {
      record(path, guarded);
    }
  }

  /** The path that the expression is from end to end; when it is none, its reads are recorded. */
  private @Nullable NamePath open(Expression expression, boolean guarded) {
    return switch (expression) {
      case Name name -> NamePath.of(name);
      case Attribute attribute -> longer(attribute, attribute.object(), attribute.name(), guarded);
      case Subscript subscript when subscript.key() instanceof TextConstant key ->
          longer(subscript, subscript.object(), key.value(), guarded);
      case Subscript subscript -> {
        down(subscript);
        chain(subscript.object(), guarded);
        expression(subscript.key());
        up();
        yield null;
      }
      default -> {
        expression(expression);
        yield null;
      }
    };
  }

  private @Nullable NamePath longer(Expression expression, Expression object, String key, boolean guarded) {
    down(expression);
    NamePath path = NamePath.longer(open(object, guarded), key);
    up();
    return path;
  }

  final void record(NamePath path, boolean guarded) {
    String name = path.name().name();
    if (!bound.contains(name)) {
      boolean copes = guarded || alwaysThere.contains(name) || present.stream().anyMatch(path::sharesWayWith);
      reads.add(new PathRead(path.keys(), path.name().at(), copes));
    }
  }
}
