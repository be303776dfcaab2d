package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Subscript;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name and the constant text keys that follow it; {@code keys} begins with the name itself. */
record NamePath(Name name, List<String> keys) {

  static NamePath of(Name name) {
    return new NamePath(name, List.of(name.name()));
  }

  /** The path that an expression is from end to end, or null when it is anything else. */
  static @Nullable NamePath whole(Expression expression) {
    return switch (expression) {
      case Name name -> of(name);
      case Attribute attribute -> longer(whole(attribute.object()), attribute.name());
      case Subscript subscript when subscript.key() instanceof TextConstant key ->
          longer(whole(subscript.object()), key.value());
      default -> null;
    };
  }

  /** The path with one more key; null stays null. */
  static @Nullable NamePath longer(@Nullable NamePath path, String key) {
    if (path == null) {
      return null;
    }
    List<String> keys = new ArrayList<>(path.keys());
    keys.add(key);
    return new NamePath(path.name(), keys);
  }

  /** Whether the one lies on the way to the other: then the presence of either tells that the name is there. */
  boolean sharesWayWith(NamePath other) {
    int common = Math.min(keys.size(), other.keys.size());
    return keys.subList(0, common).equals(other.keys.subList(0, common));
  }
}
