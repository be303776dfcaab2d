package io.noetl.adapters.playbook.reader.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads a text of one YAML 1.1 document, as PyYAML's safe loader does, into a tree of nodes with their positions. It
 * differs in three things: a key that stands twice is refused, so are the values that are no JSON (infinities, sets,
 * binary data), and a tab may separate a key from its value.
 */
public final class YamlDocument {

  private YamlDocument() {}

  /**
   * The root of the document; empty when the text holds none.
   *
   * @throws YamlException if the text is no YAML, holds what is no JSON, a key twice, or is beyond a limit
   */
  public static Optional<YamlNode> read(String text, YamlLimits limits) {
    SourceText source = new SourceText(text);
    try (EventfulParser parser = EventfulParser.of(source)) {
      return read(parser, source, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<YamlNode> read(EventfulParser parser, SourceText source, YamlLimits limits)
      throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      YamlNode root = new NodeComposer(parser, source, limits).node(1);
      // Reading on to the end finds what stands after the root: another document, a stray bracket.
      parser.nextToken();
      return Optional.of(root);
    } catch (JacksonException e) {
      throw new SyntaxProblem(source, parser, e).exception();
    }
  }
}
