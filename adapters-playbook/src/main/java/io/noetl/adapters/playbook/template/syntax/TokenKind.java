package io.noetl.adapters.playbook.template.syntax;

/** What a token is; {@code shown} is how messages call it. */
public enum TokenKind {
  DATA("text"),
  PRINT_BEGIN("'{{'"),
  PRINT_END("'}}'"),
  BLOCK_BEGIN("'{%'"),
  BLOCK_END("'%}'"),
  NAME("a name"),
  TEXT("a string"),
  INTEGER("an integer"),
  FLOAT("a number"),
  ADD("'+'"),
  SUBTRACT("'-'"),
  MULTIPLY("'*'"),
  DIVIDE("'/'"),
  FLOOR_DIVIDE("'//'"),
  MODULO("'%'"),
  POWER("'**'"),
  TILDE("'~'"),
  LEFT_BRACKET("'['"),
  RIGHT_BRACKET("']'"),
  LEFT_PARENTHESIS("'('"),
  RIGHT_PARENTHESIS("')'"),
  LEFT_BRACE("'{'"),
  RIGHT_BRACE("'}'"),
  EQUAL("'=='"),
  NOT_EQUAL("'!='"),
  LESS("'<'"),
  LESS_OR_EQUAL("'<='"),
  GREATER("'>'"),
  GREATER_OR_EQUAL("'>='"),
  ASSIGN("'='"),
  DOT("'.'"),
  COLON("':'"),
  PIPE("'|'"),
  COMMA("','"),
  SEMICOLON("';'"),
  END("the end of the template");

  private final String shown;

  TokenKind(String shown) {
    this.shown = shown;
  }

  public String shown() {
    return shown;
  }
}
