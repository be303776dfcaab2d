package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Statement.Assign;
import io.noetl.adapters.playbook.template.syntax.Statement.AssignBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.AutoEscape;
import io.noetl.adapters.playbook.template.syntax.Statement.Binding;
import io.noetl.adapters.playbook.template.syntax.Statement.Block;
import io.noetl.adapters.playbook.template.syntax.Statement.Branch;
import io.noetl.adapters.playbook.template.syntax.Statement.Data;
import io.noetl.adapters.playbook.template.syntax.Statement.FilterBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.For;
import io.noetl.adapters.playbook.template.syntax.Statement.If;
import io.noetl.adapters.playbook.template.syntax.Statement.Print;
import io.noetl.adapters.playbook.template.syntax.Statement.With;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses the body of a template: data, prints and statements. */
final class StatementParser {

  private static final List<String> STATEMENTS = List.of("autoescape", "block", "call", "elif", "else", "endautoescape",
      "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset", "endwith", "filter", "for", "if", "macro",
      "print", "raw", "set", "with");

  private final TokenStream stream;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private final MacroParser macros;
  private final Deque<String> openTags = new ArrayDeque<>();
  private final Set<String> blocks = new HashSet<>();

  StatementParser(TokenStream stream) {
    this.stream = stream;
    this.expressions = new ExpressionParser(stream);
    this.targets = new TargetParser(stream);
    this.macros = new MacroParser(stream, expressions, targets, this);
  }

  /** The statements of the whole template. */
  List<Statement> template() {
    List<Statement> body = new ArrayList<>();
    while (!stream.at(TokenKind.END)) {
      statement(body, List.of());
    }
    return body;
  }

  /** The rest of an opening tag and the body up to one of the closing tags, whose name is the next token then. */
  List<Statement> body(String... closing) {
    stream.accept(TokenKind.COLON);
    stream.expect(TokenKind.BLOCK_END);
    expressions.enter();
    List<String> names = List.of(closing);
    List<Statement> body = new ArrayList<>();
    while (!statement(body, names)) {
      if (stream.at(TokenKind.END)) {
        throw new SyntaxException("'" + openTags.peek() + "' without its '" + closing[closing.length - 1] + "'",
            stream.current().at());
      }
    }
    expressions.leave();
    return body;
  }

  /** Body and closing tag of a statement that has just one. */
  List<Statement> closedBody(String closing) {
    List<Statement> body = body(closing);
    stream.next();
    return body;
  }

  /** Adds one statement; true when a closing tag was met instead. */
  private boolean statement(List<Statement> body, List<String> closing) {
    Token token = stream.next();
    switch (token.kind()) {
      case DATA -> body.add(new Data(token.text(), token.at()));
      case PRINT_BEGIN -> {
        body.add(new Print(expressions.tuple(true, null, false), token.at()));
        stream.expect(TokenKind.PRINT_END);
      }
      case BLOCK_BEGIN -> {
        if (stream.at(TokenKind.NAME) && closing.contains(stream.current().text())) {
          return true;
        }
        tag(body);
        stream.expect(TokenKind.BLOCK_END);
      }
      case END -> {}
      default -> throw new SyntaxException("unexpected " + token.shown(), token.at());
    }
    return false;
  }

  private void tag(List<Statement> body) {
    if (!stream.at(TokenKind.NAME)) {
      throw stream.unexpected("the name of a statement");
    }
    Token token = stream.next();
    openTags.push(token.text());
    int at = token.at();
    switch (token.text()) {
      case "if" -> body.add(conditional(at));
      case "for" -> body.add(loop(at));
      case "set" -> body.add(assignment(at));
      case "with" -> body.add(with(at));
      case "filter" -> body.add(filterBlock(at));
      case "autoescape" -> body.add(new AutoEscape(expressions.expression(), closedBody("endautoescape"), at));
      case "block" -> body.add(block(at));
      case "print" -> print(body, at);
      case "macro" -> body.add(macros.macro(at));
      case "call" -> body.add(macros.callBlock(at));
      default -> throw unknown(token);
    }
    openTags.pop();
  }

  private SyntaxException unknown(Token token) {
    openTags.pop();
    String name = token.text();
    String message = switch (name) {
      case "include", "import", "from", "extends" ->
          "'" + name + "' is not available: there are no other templates to load";
      case "do", "break", "continue", "trans", "debug" -> "'" + name + "' is not a statement of Jinja's core";
      default -> name.startsWith("end") || name.equals("else") || name.equals("elif")
          ? "'" + name + "' has nothing to close here"
          : "unknown statement '" + name + "'" + Suggestion.of(name, STATEMENTS);
    };
    String open = openTags.isEmpty() ? "" : "; the innermost open statement is '" + openTags.peek() + "'";
    return new SyntaxException(message + open, token.at());
  }

  private Statement conditional(int at) {
    List<Branch> branches = new ArrayList<>();
    while (true) {
      Expression condition = expressions.tuple(false, null, false);
      branches.add(new Branch(condition, body("elif", "else", "endif")));
      String closing = stream.next().text();
      if (closing.equals("endif")) {
        return new If(branches, List.of(), at);
      }
      if (closing.equals("else")) {
        return new If(branches, closedBody("endif"), at);
      }
    }
  }

  private Statement loop(int at) {
    Target target = targets.target("in", false);
    stream.expectName("in");
    Expression items = expressions.tuple(false, "recursive", false);
    Expression filter = stream.acceptName("if") ? expressions.expression() : null;
    boolean recursive = stream.acceptName("recursive");
    List<Statement> body = body("else", "endfor");
    boolean otherwise = stream.next().text().equals("else");
    return new For(target, items, filter, recursive, body, otherwise ? closedBody("endfor") : List.of(), at);
  }

  private Statement assignment(int at) {
    Target target = targets.target(null, true);
    if (stream.accept(TokenKind.ASSIGN)) {
      return new Assign(target, expressions.tuple(true, null, false), at);
    }
    Expression.Filter filter = null;
    while (stream.accept(TokenKind.PIPE)) {
      filter = expressions.operands().filter(filter);
    }
    return new AssignBlock(target, filter, closedBody("endset"), at);
  }

  private Statement filterBlock(int at) {
    Expression.Filter filter = expressions.operands().filter(null);
    while (stream.accept(TokenKind.PIPE)) {
      filter = expressions.operands().filter(filter);
    }
    return new FilterBlock(filter, closedBody("endfilter"), at);
  }

  private Statement with(int at) {
    List<Binding> bindings = new ArrayList<>();
    while (!stream.at(TokenKind.BLOCK_END)) {
      if (!bindings.isEmpty()) {
        stream.expect(TokenKind.COMMA);
      }
      Target target = targets.target(null, false);
      stream.expect(TokenKind.ASSIGN);
      bindings.add(new Binding(target, expressions.expression()));
    }
    return new With(bindings, closedBody("endwith"), at);
  }

  private Statement block(int at) {
    Token name = stream.expect(TokenKind.NAME);
    if (!blocks.add(name.text())) {
      throw new SyntaxException("block '" + name.text() + "' is defined twice", name.at());
    }
    boolean scoped = stream.acceptName("scoped");
    if (stream.atName("required")) {
      throw new SyntaxException("a required block has nothing to fill it: templates do not extend each other",
          stream.current().at());
    }
    List<Statement> body = closedBody("endblock");
    stream.acceptName(name.text());
    return new Block(name.text(), scoped, body, at);
  }

  private void print(List<Statement> body, int at) {
    boolean first = true;
    while (!stream.at(TokenKind.BLOCK_END)) {
      if (!first) {
        stream.expect(TokenKind.COMMA);
      }
      body.add(new Print(expressions.expression(), at));
      first = false;
    }
  }
}
