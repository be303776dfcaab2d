package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Statement.Block;
import io.noetl.adapters.playbook.template.syntax.Target.NameTarget;
import io.noetl.adapters.playbook.template.syntax.Target.TupleTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of {@code varargs}, {@code kwargs} and {@code caller} the body of a macro reads before it binds them, macros inside
 * it included: as Jinja, it is by that alone that a macro takes more arguments than it names.
 */
final class SpecialNames extends StatementWalk {

  private final Set<String> wanted = new HashSet<>(Set.of("varargs", "kwargs", "caller"));
  private final Set<String> read = new HashSet<>();

  private SpecialNames() {}

  static Set<String> read(List<Statement> body) {
    SpecialNames names = new SpecialNames();
    names.body(body);
    return names.read;
  }

  @Override
  void expression(Expression expression) {
    if (expression instanceof Name name && wanted.contains(name.name())) {
      read.add(name.name());
    }
    super.expression(expression);
  }

  @Override
  void target(Target target) {
    switch (target) {
      case NameTarget name -> wanted.remove(name.name());
      case TupleTarget tuple -> tuple.items().forEach(this::target);
      case Target.AttributeTarget attribute -> {}
    }
  }

  @Override
  void parameter(String name) {
    wanted.remove(name);
  }

  @Override
  void statement(Statement statement) {
    if (!(statement instanceof Block)) {
      super.statement(statement);
    }
  }
}
