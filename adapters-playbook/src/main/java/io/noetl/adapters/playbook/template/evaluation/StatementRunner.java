package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.syntax.BlockSearch;
import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.syntax.Statement;
import io.noetl.adapters.playbook.template.syntax.Statement.Assign;
import io.noetl.adapters.playbook.template.syntax.Statement.AssignBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.AutoEscape;
import io.noetl.adapters.playbook.template.syntax.Statement.Binding;
import io.noetl.adapters.playbook.template.syntax.Statement.Block;
import io.noetl.adapters.playbook.template.syntax.Statement.Branch;
import io.noetl.adapters.playbook.template.syntax.Statement.CallBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.Data;
import io.noetl.adapters.playbook.template.syntax.Statement.FilterBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.For;
import io.noetl.adapters.playbook.template.syntax.Statement.If;
import io.noetl.adapters.playbook.template.syntax.Statement.Macro;
import io.noetl.adapters.playbook.template.syntax.Statement.Print;
import io.noetl.adapters.playbook.template.syntax.Statement.With;
import io.noetl.adapters.playbook.template.syntax.Target;
import io.noetl.adapters.playbook.template.syntax.Target.AttributeTarget;
import io.noetl.adapters.playbook.template.syntax.Target.NameTarget;
import io.noetl.adapters.playbook.template.syntax.Target.TupleTarget;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNamespace;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs statements: what they print is appended to a text, what they bind goes to a scope. */
final class StatementRunner {

  private final Rendering rendering;
  private final ExpressionEvaluator expressions;
  private final Macros macros;
  private final Scope top;

  /** {@code top} is the scope of the whole template. */
  StatementRunner(Rendering rendering, ExpressionEvaluator expressions, Scope top) {
    this.rendering = rendering;
    this.expressions = expressions;
    this.macros = new Macros(rendering, expressions, this);
    this.top = top;
  }

  void run(List<Statement> body, Scope scope, StringBuilder out) {
    for (Statement statement : body) {
      run(statement, scope, out);
    }
  }

  /** What a body prints: markup where escaping is on. */
  PyText text(List<Statement> body, Scope scope) {
    StringBuilder out = new StringBuilder();
    run(body, scope, out);
    String text = out.toString();
    return rendering.escapes() ? PyText.safe(text) : PyText.of(text);
  }

  /** What a body prints that escapes or not, whatever is done around it: markup where escaping is on around it. */
  PyText text(List<Statement> body, boolean escapes, Scope scope) {
    boolean around = rendering.escapes();
    rendering.escapes(escapes);
    StringBuilder out = new StringBuilder();
    run(body, scope, out);
    rendering.escapes(around);
    return around ? PyText.safe(out.toString()) : PyText.of(out.toString());
  }

  private void run(Statement statement, Scope scope, StringBuilder out) {
    rendering.step();
    rendering.enter();
    switch (statement) {
      case Data data -> append(out, data.text());
      case Print print -> print(print.expression(), scope, out);
      case If conditional -> conditional(conditional, scope, out);
      case For loop -> {
        PyValue items = expressions.evaluate(loop.items(), scope);
        rendering.at(loop.items().at());
        loop(loop, items, scope, 0, out);
      }
      case Assign assign -> bind(assign.target(), expressions.evaluate(assign.value(), scope), scope);
      case AssignBlock block -> assignBlock(block, scope);
      case With with -> with(with, scope, out);
      case FilterBlock block -> {
        PyText body = text(block.body(), new Scope(scope));
        appendBlock(out, expressions.filteredBody(block.filter(), body, scope));
      }
      case AutoEscape block -> autoEscape(block, scope, out);
      case Block block -> append(out, text(block.body(), false, new Scope(block.scoped() ? scope : top)).value());
      case Macro macro -> scope.set(macro.definition().name(), macros.value(macro.definition(), scope));
      case CallBlock block -> {
        PyObject caller = macros.caller(block.caller(), scope);
        appendBlock(out, expressions.callWithCaller(block.call(), caller, scope));
      }
    }
    rendering.leave();
  }

  private void append(StringBuilder out, String text) {
    rendering.length((long) out.length() + text.length());
    rendering.printed(text.length());
    out.append(text);
  }

  /** As in Jinja, what a filter or call block yields is not printed but put into the output as it is: it must be text. */
  private void appendBlock(StringBuilder out, PyValue value) {
    if (!(value instanceof PyText text)) {
      throw new EvaluationException("a filter or call block yields text, found " + value.described());
    }
    append(out, text.value());
  }

  private void print(Expression expression, Scope scope, StringBuilder out) {
    PyValue value = expressions.evaluate(expression, scope);
    rendering.at(expression.at());
    String text = Printing.text(rendering, value);
    boolean escape = rendering.escapes() && !(value instanceof PyText markup && markup.safe());
    append(out, escape ? Markup.escape(text) : text);
  }

  private void conditional(If conditional, Scope scope, StringBuilder out) {
    for (Branch branch : conditional.branches()) {
      PyValue condition = expressions.evaluate(branch.condition(), scope);
      rendering.at(branch.condition().at());
      if (Truth.of(condition)) {
        run(branch.body(), scope, out);
        return;
      }
    }
    run(conditional.otherwise(), scope, out);
  }

  private void loop(For statement, PyValue given, Scope scope, int depth, StringBuilder out) {
    rendering.enter();
    PyValue items = statement.filter() == null ? given : filtered(statement, statement.filter(), given, scope);
    Loop loop = new Loop(rendering, items, depth);
    PyObject object = loop.object(!statement.recursive() ? null : (r, arguments) -> {
      if (arguments.positional().size() != 1 || !arguments.named().isEmpty()) {
        throw new EvaluationException("'loop' is called with one argument: the items to loop over");
      }
      StringBuilder inner = new StringBuilder();
      loop(statement, arguments.positional().getFirst(), scope, depth + 1, inner);
      return rendering.escapes() ? PyText.safe(inner.toString()) : PyText.of(inner.toString());
    });
    if (!loop.hasNext()) {
      run(statement.otherwise(), new Scope(scope), out);
    }
    while (loop.hasNext()) {
      Scope inside = new Scope(scope);
      bind(statement.target(), loop.next(), inside);
      inside.set("loop", object);
      run(statement.body(), inside, out);
    }
    rendering.leave();
  }

  private PyValue filtered(For statement, Expression filter, PyValue items, Scope scope) {
    List<PyValue> passed = new ArrayList<>();
    Iterator<PyValue> elements = Sequences.iterator(rendering, items);
    while (elements.hasNext()) {
      PyValue item = elements.next();
      Scope inside = new Scope(scope);
      bind(statement.target(), item, inside);
      if (expressions.truth(filter, inside)) {
        rendering.elements(1);
        passed.add(repacked(statement.target(), item, inside));
      }
    }
    return new PyList(passed);
  }

  /** As in Jinja, a loop with a condition and several names hands on tuples of what the names hold. */
  private PyValue repacked(Target target, PyValue item, Scope scope) {
    return switch (target) {
      case NameTarget name -> Objects.requireNonNullElse(scope.find(name.name()), item);
      case AttributeTarget attribute -> item;
      case TupleTarget tuple -> {
        rendering.container(tuple.items().size());
        List<PyValue> parts = new ArrayList<>(tuple.items().size());
        for (Target part : tuple.items()) {
          parts.add(repacked(part, item, scope));
        }
        yield PyTuple.of(parts);
      }
    };
  }

  private void bind(Target target, PyValue value, Scope scope) {
    switch (target) {
      case NameTarget name -> scope.set(name.name(), value);
      case AttributeTarget attribute -> {
        rendering.at(attribute.at());
        if (!(expressions.evaluate(new Expression.Name(attribute.namespace(), attribute.at()), scope)
            instanceof PyNamespace namespace)) {
          throw new EvaluationException("'" + attribute.namespace() + "' is no namespace: only attributes of one can be set",
              attribute.at());
        }
        namespace.attributes().put(attribute.attribute(), value);
      }
      case TupleTarget tuple -> unpack(tuple, value, scope);
    }
  }

  private void unpack(TupleTarget tuple, PyValue value, Scope scope) {
    rendering.at(tuple.at());
    List<PyValue> parts = value instanceof PyTuple same ? same.items() : Sequences.list(rendering, value);
    if (parts.size() != tuple.items().size()) {
      throw new EvaluationException("cannot unpack " + parts.size() + " values into " + tuple.items().size() + " names");
    }
    for (int i = 0; i < parts.size(); i++) {
      bind(tuple.items().get(i), parts.get(i), scope);
    }
  }

  private void assignBlock(AssignBlock block, Scope scope) {
    PyValue value = text(block.body(), new Scope(scope));
    if (block.filter() != null) {
      value = expressions.filteredBody(block.filter(), value, scope);
    }
    bind(block.target(), rendering.escapes() ? PyText.safe(Printing.text(rendering, value)) : value, scope);
  }

  private void with(With with, Scope scope, StringBuilder out) {
    Scope inside = new Scope(scope);
    for (Binding binding : with.bindings()) {
      bind(binding.target(), expressions.evaluate(binding.value(), scope), inside);
    }
    run(with.body(), inside, out);
  }

  private void autoEscape(AutoEscape block, Scope scope, StringBuilder out) {
    boolean before = rendering.escapes();
    rendering.escapes(expressions.truth(block.enabled(), scope));
    run(block.body(), new Scope(scope), out);
    rendering.escapes(before);
  }

  private PyText blockText(Block block) {
    rendering.enter();
    PyText text = text(block.body(), false, new Scope(top));
    rendering.leave();
    return text;
  }

  /** {@code self}: an object whose attributes are the blocks of the template, wherever they stand. */
  PyObject self(List<Statement> template) {
    Map<String, PyValue> blocks = new HashMap<>();
    for (Block block : BlockSearch.blocks(template)) {
      blocks.put(block.name(), new PyObject("BlockReference", name -> null,
          (r, arguments) -> blockText(block)));
    }
    return new PyObject("TemplateReference", blocks::get, null);
  }
}
