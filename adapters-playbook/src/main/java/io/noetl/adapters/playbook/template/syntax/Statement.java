package io.noetl.adapters.playbook.template.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a template's body. {@code at} is the offset of its place in the normalised source. */
public sealed interface Statement {

  int at();

  /** Text that is copied as it is. */
  record Data(String text, int at) implements Statement {}

  /** {@code {{ expression }}}. */
  record Print(Expression expression, int at) implements Statement {}

  /** {@code if}/{@code elif}/{@code else}. */
  record If(List<Branch> branches, List<Statement> otherwise, int at) implements Statement {
    public If {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** A condition and its body. */
  record Branch(Expression condition, List<Statement> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /** {@code for target in items if filter recursive}. */
  record For(
      Target target,
      Expression items,
      @Nullable Expression filter,
      boolean recursive,
      List<Statement> body,
      List<Statement> otherwise,
      int at)
      implements Statement {
    public For {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code set target = value}. */
  record Assign(Target target, Expression value, int at) implements Statement {}

  /** {@code set target | filter} … {@code endset}. */
  record AssignBlock(Target target, Expression.@Nullable Filter filter, List<Statement> body, int at)
      implements Statement {
    public AssignBlock {
      body = List.copyOf(body);
    }
  }

  record With(List<Binding> bindings, List<Statement> body, int at) implements Statement {
    public With {
      bindings = List.copyOf(bindings);
      body = List.copyOf(body);
    }
  }

  /** {@code target=value} of a {@code with}. */
  record Binding(Target target, Expression value) {}

  record FilterBlock(Expression.Filter filter, List<Statement> body, int at) implements Statement {
    public FilterBlock {
      body = List.copyOf(body);
    }
  }

  record AutoEscape(Expression enabled, List<Statement> body, int at) implements Statement {
    public AutoEscape {
      body = List.copyOf(body);
    }
  }

  /** {@code block name}: as nothing can extend a template, it stands for its body. */
  record Block(String name, boolean scoped, List<Statement> body, int at) implements Statement {
    public Block {
      body = List.copyOf(body);
    }
  }

  record Macro(MacroDefinition definition, int at) implements Statement {}

  /** {@code call(parameters) macro(arguments)}: the body is the {@code caller} of the macro. */
  record CallBlock(Expression.Call call, MacroDefinition caller, int at) implements Statement {}

  /**
   * A body with parameters.
   *
   * @param reads the special names ({@code varargs}, {@code kwargs}, {@code caller}) that the body reads
   */
  record MacroDefinition(String name, List<Parameter> parameters, List<Statement> body, Set<String> reads) {
    public MacroDefinition {
      parameters = List.copyOf(parameters);
      body = List.copyOf(body);
      reads = Set.copyOf(reads);
    }
  }

  /** A parameter of a macro with the value that it has when none is given. */
  record Parameter(String name, @Nullable Expression fallback) {}
}
