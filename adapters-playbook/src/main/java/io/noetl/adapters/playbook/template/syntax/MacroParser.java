package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Statement.CallBlock;
import io.noetl.adapters.playbook.template.syntax.Statement.Macro;
import io.noetl.adapters.playbook.template.syntax.Statement.MacroDefinition;
import io.noetl.adapters.playbook.template.syntax.Statement.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses macros and call blocks. */
final class MacroParser {

  private final TokenStream stream;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private final StatementParser statements;

  MacroParser(TokenStream stream, ExpressionParser expressions, TargetParser targets, StatementParser statements) {
    this.stream = stream;
    this.expressions = expressions;
    this.targets = targets;
    this.statements = statements;
  }

  Statement macro(int at) {
    String name = targets.name().text();
    List<Parameter> parameters = parameters();
    return new Macro(definition(name, parameters, statements.closedBody("endmacro")), at);
  }

  Statement callBlock(int at) {
    List<Parameter> parameters = stream.at(TokenKind.LEFT_PARENTHESIS) ? parameters() : List.of();
    int callAt = stream.current().at();
    if (!(expressions.expression() instanceof Expression.Call call)) {
      throw new SyntaxException("expected a call of a macro", callAt);
    }
    return new CallBlock(call, definition("caller", parameters, statements.closedBody("endcall")), at);
  }

  private static MacroDefinition definition(String name, List<Parameter> parameters, List<Statement> body) {
    Set<String> reads = new HashSet<>(SpecialNames.read(body));
    for (Parameter parameter : parameters) {
      reads.remove(parameter.name());
    }
    return new MacroDefinition(name, parameters, body, reads);
  }

  private List<Parameter> parameters() {
    stream.expect(TokenKind.LEFT_PARENTHESIS);
    List<Parameter> parameters = new ArrayList<>();
    boolean fallbacks = false;
    while (!stream.at(TokenKind.RIGHT_PARENTHESIS)) {
      if (!parameters.isEmpty()) {
        stream.expect(TokenKind.COMMA);
      }
      Token name = targets.name();
      boolean given = stream.accept(TokenKind.ASSIGN);
      if (fallbacks && !given) {
        throw new SyntaxException("parameter '" + name.text() + "' without a default follows one with a default", name.at());
      }
      fallbacks |= given;
      for (Parameter other : parameters) {
        if (other.name().equals(name.text())) {
          throw new SyntaxException("parameter '" + name.text() + "' is named twice", name.at());
        }
      }
      parameters.add(new Parameter(name.text(), given ? expressions.expression() : null));
    }
    stream.expect(TokenKind.RIGHT_PARENTHESIS);
    return parameters;
  }
}
