package io.noetl.adapters.playbook.template.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template that keeps the grammar.
 *
 * @param source the normalised text, which all offsets refer to
 * @param single the expression that is the whole template, if it is one
 * @param readsSelf whether it names {@code self}, the object of its own blocks
 * @param mutates whether it names a method that changes a list or map, so that containers need an identity
 */
public record ParsedTemplate(
    String source,
    List<Statement> body,
    @Nullable Expression single,
    boolean readsSelf,
    boolean mutates) {

  public ParsedTemplate {
    body = List.copyOf(body);
  }
}
