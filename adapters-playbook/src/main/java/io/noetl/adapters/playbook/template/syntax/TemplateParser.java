package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Statement.Print;
import java.util.List;

/** Parses whole templates. */
public final class TemplateParser {

  private TemplateParser() {}

  /**
   * The tree of a template.
   *
   * @param source the text, normalised by {@link Source#normalised}
   * @throws SyntaxException if it breaks the grammar or names an unknown filter or test where it is sure to be used
   */
  public static ParsedTemplate parse(String source, Vocabulary vocabulary) {
    List<Statement> body = new StatementParser(new TokenStream(Lexer.tokens(source))).template();
    TreeCheck check = new TreeCheck(vocabulary);
    check.body(body);
    Expression single = body.size() == 1 && body.getFirst() instanceof Print print ? print.expression() : null;
    return new ParsedTemplate(source, body, single, check.readsSelf(), check.mutates());
  }
}
