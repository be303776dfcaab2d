package io.noetl.adapters.playbook.template.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the parentheses of a call, filter or test.
 *
 * @param unpacked the expression behind {@code *}
 * @param unpackedNamed the expression behind {@code **}
 */
public record CallArguments(
    List<Expression> positional, List<Keyword> named, @Nullable Expression unpacked, @Nullable Expression unpackedNamed) {

  public static final CallArguments NONE = new CallArguments(List.of(), List.of(), null, null);

  public CallArguments {
    positional = List.copyOf(positional);
    named = List.copyOf(named);
  }

  public boolean isEmpty() {
    return positional.isEmpty() && isPositional();
  }

  /** Whether there are only positional arguments. */
  public boolean isPositional() {
    return named.isEmpty() && unpacked == null && unpackedNamed == null;
  }

  /** {@code name=value}. */
  public record Keyword(String name, Expression value) {}
}
