package io.noetl.adapters.playbook.template.syntax;

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

/** Visits every target, expression and statement of a tree, in the order in which they are written. */
abstract class StatementWalk extends TreeWalk {

  void target(Target target) {}

  void parameter(String name) {}

  @Override
  void statement(Statement statement) {
    switch (statement) {
      case Data data -> {}
      case Print print -> expression(print.expression());
      case If conditional -> conditional(conditional);
      case For loop -> {
        target(loop.target());
        expression(loop.items());
        body(loop.body());
        body(loop.otherwise());
        optional(loop.filter());
      }
      case Assign assign -> {
        target(assign.target());
        expression(assign.value());
      }
      case AssignBlock block -> {
        target(block.target());
        optional(block.filter());
        body(block.body());
      }
      case With with -> {
        with.bindings().forEach(binding -> target(binding.target()));
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
    for (Branch branch : conditional.branches()) {
      expression(branch.condition());
      body(branch.body());
    }
    body(conditional.otherwise());
  }

  private void definition(MacroDefinition definition) {
    definition.parameters().forEach(parameter -> parameter(parameter.name()));
    definition.parameters().forEach(parameter -> optional(parameter.fallback()));
    body(definition.body());
  }
}
