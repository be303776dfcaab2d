package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Conditional;
import io.noetl.adapters.playbook.template.syntax.Expression.Filter;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Test;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import io.noetl.adapters.playbook.template.syntax.Statement.Assign;
import io.noetl.adapters.playbook.template.syntax.Statement.AssignBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.AutoEscape;
import io.noetl.adapters.playbook.template.syntax.Statement.Block;
import io.noetl.adapters.playbook.template.syntax.Statement.Branch;
import io.noetl.adapters.playbook.template.syntax.Statement.CallBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.Data;
import io.noetl.adapters.playbook.template.syntax.Statement.FilterBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.For;
import io.noetl.adapters.playbook.template.syntax.Statement.If;
import io.noetl.adapters.playbook.template.syntax.Statement.Macro;
import io.noetl.adapters.playbook.template.syntax.Statement.MacroDefinition;
import io.noetl.adapters.playbook.template.syntax.Statement.Print;
import io.noetl.adapters.playbook.template.syntax.Statement.With;
import java.util.Set;

/**
 * Refuses unknown filters and tests, and finds out whether anything may change a container or names {@code self}. As in
 * Jinja an unknown filter or test inside a condition or its branches is an error only once it is reached.
 */
final class TreeCheck extends TreeWalk {

  private static final Set<String> MUTATORS = Set.of("append", "clear", "extend", "insert", "pop", "popitem", "remove",
      "reverse", "setdefault", "sort", "update");

  private final Vocabulary vocabulary;
  private int conditions;
  private boolean mutates;
  private boolean readsSelf;

  TreeCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  boolean mutates() {
    return mutates;
  }

  boolean readsSelf() {
    return readsSelf;
  }

  @Override
  void expression(Expression expression) {
    switch (expression) {
      case Name name -> readsSelf |= name.name().equals("self");
      case Attribute attribute -> mutates |= MUTATORS.contains(attribute.name());
      case TextConstant text -> mutates |= MUTATORS.contains(text.value());
      case Filter filter -> known("filter", filter.name(), vocabulary.filters(), filter.at());
      case Test test -> known("test", test.name(), vocabulary.tests(), test.at());
      default -> {}
    }
    boolean conditional = expression instanceof Conditional;
    conditions += conditional ? 1 : 0;
    super.expression(expression);
    conditions -= conditional ? 1 : 0;
  }

  private void known(String kind, String name, Set<String> names, int at) {
    if (conditions == 0 && !names.contains(name)) {
      throw new SyntaxException("unknown " + kind + " '" + name + "'" + Suggestion.of(name, names), at);
    }
  }

  @Override
  void statement(Statement statement) {
    switch (statement) {
      case Data data -> {}
      case Print print -> expression(print.expression());
      case If conditional -> conditional(conditional);
      case For loop -> {
        expression(loop.items());
        optional(loop.filter());
        body(loop.body());
        body(loop.otherwise());
      }
      case Assign assign -> expression(assign.value());
      case AssignBlock block -> {
        body(block.body());
        optional(block.filter());
      }
      case With with -> {
        with.bindings().forEach(binding -> expression(binding.value()));
        body(with.body());
      }
      case FilterBlock block -> {
        body(block.body());
        expression(block.filter());
      }
      case AutoEscape block -> {
        expression(block.enabled());
        body(block.body());
      }
      case Block block -> body(block.body());
      case Macro macro -> definition(macro.definition());
      case CallBlock block -> {
        expression(block.call());
        definition(block.caller());
      }
    }
  }

  private void conditional(If conditional) {
    conditions++;
    for (Branch branch : conditional.branches()) {
      expression(branch.condition());
      body(branch.body());
    }
    body(conditional.otherwise());
    conditions--;
  }

  private void definition(MacroDefinition definition) {
    definition.parameters().forEach(parameter -> optional(parameter.fallback()));
    body(definition.body());
  }
}
