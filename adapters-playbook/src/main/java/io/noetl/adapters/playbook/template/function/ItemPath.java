package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Cost;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code attribute} of a filter: where in an element to look, as {@code 'address.city'}, {@code 'tags.0'} or an index.
 *
 * @param parts the keys, outermost first; none means the element itself
 * @param fallback what stands for anything undefined on the way
 */
record ItemPath(List<PyValue> parts, @Nullable PyValue fallback) {

  static ItemPath of(@Nullable PyValue attribute, @Nullable PyValue fallback) {
    PyValue given = fallback == PyNone.NONE ? null : fallback;
    if (attribute == null || attribute == PyNone.NONE) {
      return new ItemPath(List.of(), given);
    }
    return new ItemPath(attribute instanceof PyText text ? parts(text.value()) : List.of(attribute), given);
  }

  /** The paths of {@code 'age,name'}. */
  static List<ItemPath> several(@Nullable PyValue attribute) {
    if (!(attribute instanceof PyText text)) {
      return List.of(of(attribute, null));
    }
    List<ItemPath> paths = new ArrayList<>();
    for (String path : split(text.value(), ',')) {
      paths.add(new ItemPath(parts(path), null));
    }
    return paths;
  }

  private static List<PyValue> parts(String path) {
    List<PyValue> parts = new ArrayList<>();
    for (String part : split(path, '.')) {
      parts.add(isIndex(part) ? PyInteger.of(Integer.parseInt(part)) : PyText.of(part));
    }
    return parts;
  }

  private static boolean isIndex(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return false;
      }
    }
    return !part.isEmpty() && part.length() < 10;
  }

  private static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, at)) {
      pieces.add(text.substring(at, end));
      at = end + 1;
    }
    pieces.add(text.substring(at));
    return pieces;
  }

  PyValue in(Rendering rendering, PyValue item) {
    PyValue value = item;
    for (PyValue part : parts) {
      value = Members.subscript(rendering, value, part);
      if (fallback != null && value instanceof PyUndefined) {
        value = fallback;
      }
    }
    return value;
  }

  /** As a key to compare by: strings in lower case unless cases are told apart. */
  PyValue key(Rendering rendering, PyValue item, boolean caseSensitive) {
    PyValue value = in(rendering, item);
    if (caseSensitive || !(value instanceof PyText text)) {
      return value;
    }
    rendering.steps(Cost.of(text));
    String lower = LetterCase.lower(text.value());
    return lower.equals(text.value()) ? value : rendering.text(lower);
  }
}
