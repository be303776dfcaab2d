package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.Name;
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
import io.noetl.adapters.playbook.template.syntax.Target.AttributeTarget;
import io.noetl.adapters.playbook.template.syntax.Target.NameTarget;
import io.noetl.adapters.playbook.template.syntax.Target.TupleTarget;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a body may read from around it. A name counts as bound only where it surely is: behind a {@code set}
 * of the same body, inside the loop, {@code with} or macro that binds it. So the answer may hold a name too many, never
 * one too few.
 */
final class NameAnalysis extends TreeWalk {

  private final Set<String> read = new LinkedHashSet<>();
  private Set<String> bound = new HashSet<>();

  private NameAnalysis() {}

  static Set<String> namesRead(List<Statement> body) {
    NameAnalysis analysis = new NameAnalysis();
    analysis.body(body);
    return analysis.read;
  }

  @Override
  void expression(Expression expression) {
    if (expression instanceof Name name && !bound.contains(name.name())) {
      read.add(name.name());
    }
    super.expression(expression);
  }

  @Override
  void statement(Statement statement) {
    switch (statement) {
      case Data data -> {}
      case Print print -> expression(print.expression());
      case If conditional -> conditional(conditional);
      case For loop -> loop(loop);
      case Assign assign -> {
        expression(assign.value());
        bind(assign.target());
      }
      case AssignBlock block -> {
        scoped(block.body());
        optional(block.filter());
        bind(block.target());
      }
      case With with -> with(with);
      case FilterBlock block -> {
        scoped(block.body());
        expression(block.filter());
      }
      case AutoEscape block -> {
        expression(block.enabled());
        scoped(block.body());
      }
      case Block block -> block(block);
      case Macro macro -> {
        definition(macro.definition());
        bound.add(macro.definition().name());
      }
      case CallBlock block -> {
        expression(block.call());
        definition(block.caller());
      }
    }
  }

  private void conditional(If conditional) {
    for (Branch branch : conditional.branches()) {
      expression(branch.condition());
      scoped(branch.body());
    }
    scoped(conditional.otherwise());
  }

  private void loop(For loop) {
    expression(loop.items());
    Set<String> outer = bound;
    bound = new HashSet<>(outer);
    bind(loop.target());
    optional(loop.filter());
    bound.add("loop");
    body(loop.body());
    bound = outer;
    scoped(loop.otherwise());
  }

  private void with(With with) {
    with.bindings().forEach(binding -> expression(binding.value()));
    Set<String> outer = bound;
    bound = new HashSet<>(outer);
    with.bindings().forEach(binding -> bind(binding.target()));
    body(with.body());
    bound = outer;
  }

  /** A block sees the names of the template's top level only, unless it is scoped. */
  private void block(Block block) {
    Set<String> outer = bound;
    bound = new HashSet<>();
    body(block.body());
    bound = outer;
  }

  private void definition(MacroDefinition definition) {
    definition.parameters().forEach(parameter -> optional(parameter.fallback()));
    Set<String> outer = bound;
    bound = new HashSet<>(outer);
    definition.parameters().forEach(parameter -> bound.add(parameter.name()));
    bound.addAll(definition.reads());
    body(definition.body());
    bound = outer;
  }

  private void scoped(List<Statement> body) {
    Set<String> outer = bound;
    bound = new HashSet<>(outer);
    body(body);
    bound = outer;
  }

  private void bind(Target target) {
    switch (target) {
      case NameTarget name -> bound.add(name.name());
      case AttributeTarget attribute -> {
        if (!bound.contains(attribute.namespace())) {
          read.add(attribute.namespace());
        }
      }
      case TupleTarget tuple -> tuple.items().forEach(this::bind);
    }
  }
}
