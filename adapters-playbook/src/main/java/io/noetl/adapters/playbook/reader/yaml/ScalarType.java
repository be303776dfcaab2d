package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.value.FloatText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What a scalar stands for: by its tag, or, where it is plain and has none, by the implicit types of YAML 1.1 as PyYAML's
 * SafeLoader resolves them. Dates and timestamps are texts in ISO form, as Python's {@code isoformat()} writes them.
 */
final class ScalarType {

  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE_WORDS =
      Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE_WORDS =
      Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

  private ScalarType() {}

  static Value value(ScalarEvent event, Position position) {
    String text = event.getValue();
    if (event.getImplicit().canOmitTagInPlainScalar()) {
      return implicit(text, position);
    }
    @Nullable String tag = event.getTag();
    return tag == null || tag.equals("!") ? Value.of(text) : tagged(tag, text, position);
  }

  static boolean isMergeKey(ScalarEvent event) {
    return event.getImplicit().canOmitTagInPlainScalar() && event.getValue().equals("<<");
  }

  /** The text of a key, as JSON has it. */
  static String keyText(Value key) {
    return switch (key) {
      case NullValue n -> "null";
      case BoolValue b -> String.valueOf(b.value());
      case IntValue i -> String.valueOf(i.value());
      case BigIntValue i -> i.value().toString();
      case FloatValue f -> FloatText.of(f.value());
      case TextValue t -> t.value();
      case ListValue l -> throw new IllegalArgumentException("a scalar is no list");
      case MapValue m -> throw new IllegalArgumentException("a scalar is no map");
    };
  }

  /** Refuses any tag on a list or map but its own. */
  static void requireCollectionTag(Event event, String expected, Position position) {
    @Nullable String tag = ((CollectionStartEvent) event).getTag();
    if (tag != null && !tag.equals("!") && !tag.equals(STANDARD + expected)) {
      throw unknownTag(tag, position);
    }
  }

  /** What a plain scalar without a tag stands for. */
  static Value implicit(String text, Position position) {
    if (NULLS.contains(text)) {
      return Value.NULL;
    }
    if (TRUE_WORDS.contains(text)) {
      return Value.TRUE;
    }
    if (FALSE_WORDS.contains(text)) {
      return Value.FALSE;
    }
    if (text.equals("=") || text.equals("<<")) {
      throw new YamlException("'" + text + "' has a meaning of its own in YAML 1.1; quote it if it is text", position);
    }
    if ("+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return Value.of(text);
    }
    if (FloatNumber.matches(text)) {
      return FloatNumber.value(text, position);
    }
    if (IntegerNumber.matches(text)) {
      return IntegerNumber.value(text, position);
    }
    return Timestamp.matches(text) ? Timestamp.value(text, position) : Value.of(text);
  }

  private static Value tagged(String tag, String text, Position position) {
    return switch (tag) {
      case STANDARD + "str" -> Value.of(text);
      case STANDARD + "int" -> IntegerNumber.value(text, position);
      case STANDARD + "float" -> FloatNumber.value(text, position);
      case STANDARD + "bool" -> bool(text, position);
      case STANDARD + "null" -> Value.NULL;
      case STANDARD + "timestamp" -> Timestamp.value(text, position);
      default -> throw unknownTag(tag, position);
    };
  }

  private static Value bool(String text, Position position) {
    String word = text.toLowerCase(Locale.ROOT);
    if (TRUE_WORDS.contains(word)) {
      return Value.TRUE;
    }
    if (FALSE_WORDS.contains(word)) {
      return Value.FALSE;
    }
    throw new YamlException("'" + text + "' is no boolean", position);
  }

  private static YamlException unknownTag(String tag, Position position) {
    String shown = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
    return new YamlException(
        "tag '" + shown + "' is not known here; known are "
            + "!!str, !!int, !!float, !!bool, !!null, !!timestamp, !!map and !!seq",
        position);
  }
}
