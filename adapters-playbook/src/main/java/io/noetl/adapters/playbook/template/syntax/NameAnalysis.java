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
import java.util.List;
import java.util.Set;

/**
 * What a template reads from around it. A name counts as bound only where it surely is: behind a {@code set} of the same
 * body or of every branch of an {@code if}, inside the loop, {@code with} or macro that binds it. So the answer may hold a
 * name too many, never one too few.
 */
public final class NameAnalysis extends ReadWalk {

  private NameAnalysis(Set<String> alwaysThere) {
    super(alwaysThere);
  }

  /** What a template reads, in order. A read of a name {@code alwaysThere} is guarded. */
  public static List<PathRead> reads(List<Statement> template, Set<String> alwaysThere) {
    NameAnalysis analysis = new NameAnalysis(alwaysThere);
    analysis.bound.add("self");
    analysis.body(template);
    return analysis.reads();
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

  /**
   * A name that every way through binds is bound afterwards; one that every way either binds or finds present is present.
   */
  private void conditional(If conditional) {
    Set<String> outer = bound;
    List<NamePath> before = present;
    List<NamePath> unmet = before;
    Ways ways = new Ways();
    for (Branch branch : conditional.branches()) {
      present = unmet;
      expression(branch.condition());
      know(Presence.known(branch.condition(), true));
      ways.add(scoped(branch.body()), present);
      present = unmet;
      know(Presence.known(branch.condition(), false));
      unmet = present;
    }
    ways.add(scoped(conditional.otherwise()), unmet);
    bound = new HashSet<>(outer);
    bound.addAll(ways.bound());
    present = before;
    know(ways.present());
  }

  private void loop(For loop) {
    expression(loop.items());
    scoped(() -> {
      bind(loop.target());
      optional(loop.filter());
      bound.add("loop");
      body(loop.body());
    });
    scoped(loop.otherwise());
  }

  private void with(With with) {
    with.bindings().forEach(binding -> expression(binding.value()));
    scoped(() -> {
      with.bindings().forEach(binding -> bind(binding.target()));
      body(with.body());
    });
  }

  /** A block sees the names of the template's top level only, unless it is scoped. */
  private void block(Block block) {
    scoped(() -> {
      bound = new HashSet<>(Set.of("self"));
      body(block.body());
    });
  }

  private void definition(MacroDefinition definition) {
    definition.parameters().forEach(parameter -> optional(parameter.fallback()));
    scoped(() -> {
      definition.parameters().forEach(parameter -> bound.add(parameter.name()));
      bound.addAll(definition.reads());
      body(definition.body());
    });
  }

  private Set<String> scoped(List<Statement> body) {
    return scoped(() -> body(body));
  }

  /** A walk whose bindings and findings end with it; answers the names bound at its end. */
  private Set<String> scoped(Runnable walk) {
    Set<String> outer = bound;
    List<NamePath> before = present;
    bound = new HashSet<>(outer);
    walk.run();
    Set<String> atEnd = bound;
    bound = outer;
    present = before;
    return atEnd;
  }

  private void bind(Target target) {
    switch (target) {
      case NameTarget name -> bound.add(name.name());
      case AttributeTarget attribute -> record(NamePath.of(new Name(attribute.namespace(), attribute.at())), false);
      case TupleTarget tuple -> tuple.items().forEach(this::bind);
    }
  }
}
