package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.JsonText;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBytes;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Wrapping;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters to and from JSON, YAML and Base64, and digests. */
final class EncodingFilters {

  private static final String[] JSON = {"indent", "sort_keys", "ensure_ascii", "separators"};

  private EncodingFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("tojson", EncodingFilters::toJson, 0, JSON)
        .addNamed("to_json", EncodingFilters::toJson, 0, JSON)
        .addNamed("from_json", (r, v, a) -> fromJson(r, v), 0)
        .addNamed("to_yaml", (r, v, a) -> YamlText.of(r, v), 0)
        .addNamed("hash", (r, v, a) -> r.text(digest(bytes(r, v), a.text(0, "sha1"))), 0, "hashtype")
        .addNamed("b64encode", (r, v, a) -> r.text(Base64.getEncoder().encodeToString(bytes(r, v))), 0)
        .addNamed("b64decode", (r, v, a) -> decoded(r, v), 0);
  }

  private static PyValue toJson(Rendering rendering, PyValue value, Bound arguments) {
    String indent = indent(rendering, arguments.unlessNone(0));
    JsonText.Layout layout = JsonText.Layout.of(indent, arguments.flag(1, false), arguments.flag(2, true));
    PyValue separators = arguments.unlessNone(3);
    if (separators != null) {
      List<PyValue> pair = Sequences.list(rendering, separators);
      if (pair.size() != 2 || !(pair.get(0) instanceof PyText item) || !(pair.get(1) instanceof PyText key)) {
        throw arguments.mismatch(3, "a pair of strings", separators);
      }
      layout = new JsonText.Layout(indent, layout.sortKeys(), layout.ascii(), item.value(), key.value());
    }
    return JsonText.of(rendering, value, layout);
  }

  private static @Nullable String indent(Rendering rendering, @Nullable PyValue indent) {
    if (indent == null) {
      return null;
    }
    if (indent instanceof PyText text) {
      return text.value();
    }
    if (!(Numbers.integer(indent) instanceof PyInteger.Small columns)) {
      throw new EvaluationException("'tojson' needs a number or a string as its argument 'indent', found "
          + indent.described());
    }
    int count = Math.max(0, Bound.clamped(columns));
    rendering.characters(count);
    return " ".repeat(count);
  }

  private static PyValue fromJson(Rendering rendering, PyValue value) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (!(value instanceof PyText text)) {
      throw new EvaluationException("'from_json' needs a string, found " + value.described());
    }
    account(rendering, text.value());
    try {
      return Wrapping.wrap(JsonReader.read(text.value()), rendering.mutates());
    } catch (JsonException invalid) {
      throw new EvaluationException("'from_json' found no JSON: " + invalid.getMessage());
    }
  }

  /** Accounts for what JSON text may hold: an element behind every comma, colon and bracket. */
  private static void account(Rendering rendering, String json) {
    rendering.steps(1 + json.length() / 4);
    int elements = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      elements += c == ',' || c == ':' ? 1 : c == '[' || c == '{' ? 3 : 0;
    }
    rendering.elements(elements);
  }

  private static byte[] bytes(Rendering rendering, PyValue value) {
    return value instanceof PyBytes bytes
        ? TextEncoding.bytes(bytes)
        : Printing.text(rendering, value).getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] bytes, String name) {
    String algorithm = switch (LetterCase.lower(name)) {
      case "md5" -> "MD5";
      case "sha1" -> "SHA-1";
      case "sha224" -> "SHA-224";
      case "sha256" -> "SHA-256";
      case "sha384" -> "SHA-384";
      case "sha512" -> "SHA-512";
      default -> throw new EvaluationException(
          "'hash' knows md5, sha1, sha224, sha256, sha384 and sha512, not '" + name + "'");
    };
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has " + algorithm, absent);
    }
  }

  private static PyValue decoded(Rendering rendering, PyValue value) {
    String text = Printing.text(rendering, value);
    if (text.chars().anyMatch(c -> c > 0x7f)) {
      throw new EvaluationException("'b64decode' found no Base64: a character that is not ASCII");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(base64(text));
      PyBytes bytes = new PyBytes(new String(decoded, StandardCharsets.ISO_8859_1));
      rendering.characters(decoded.length);
      return TextEncoding.decoded(bytes, "utf-8", "strict");
    } catch (IllegalArgumentException invalid) {
      throw new EvaluationException("'b64decode' found no Base64: " + invalid.getMessage());
    }
  }

  /** What Python reads of it: characters that are no Base64 are passed over, and so is all behind the padding. */
  private static String base64(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        padding++;
        if (out.length() % 4 >= 2 && out.length() % 4 + padding >= 4) {
          return out.append("=".repeat(4 - out.length() % 4)).toString();
        }
      } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/') {
        padding = 0;
        out.append(c);
      }
    }
    if (out.length() % 4 != 0) {
      throw new IllegalArgumentException("its padding is missing");
    }
    return out.toString();
  }
}
