package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyBytes;
import io.noetl.adapters.playbook.template.value.PyText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings to bytes and back, in the encodings that templates may name. */
final class TextEncoding {

  private TextEncoding() {}

  static PyBytes encoded(String text, String encoding, String errors) {
    Charset charset = charset(encoding);
    try {
      ByteBuffer bytes = charset.newEncoder().onMalformedInput(action(errors)).onUnmappableCharacter(action(errors))
          .encode(CharBuffer.wrap(text));
      return new PyBytes(StandardCharsets.ISO_8859_1.decode(bytes).toString());
    } catch (CharacterCodingException unmappable) {
      throw new EvaluationException("the string cannot be encoded as " + encoding);
    }
  }

  static PyText decoded(PyBytes bytes, String encoding, String errors) {
    try {
      return PyText.of(charset(encoding).newDecoder().onMalformedInput(action(errors)).onUnmappableCharacter(action(errors))
          .decode(ByteBuffer.wrap(bytes(bytes))).toString());
    } catch (CharacterCodingException malformed) {
      throw new EvaluationException("the bytes are no " + encoding + " text");
    }
  }

  static byte[] bytes(PyBytes bytes) {
    return bytes.latin1().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static CodingErrorAction action(String errors) {
    return switch (errors) {
      case "strict" -> CodingErrorAction.REPORT;
      case "ignore" -> CodingErrorAction.IGNORE;
      case "replace" -> CodingErrorAction.REPLACE;
      default -> throw new EvaluationException("unknown error handler '" + errors + "'; there are strict, ignore, replace");
    };
  }

  private static Charset charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "utf-8", "utf8" -> StandardCharsets.UTF_8;
      case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
      case "latin-1", "latin1", "iso-8859-1" -> StandardCharsets.ISO_8859_1;
      default -> throw new EvaluationException("unknown encoding '" + name + "'; there are utf-8, ascii, latin-1");
    };
  }
}
