package io.noetl.adapters.playbook.reader.yaml;

import com.fasterxml.jackson.core.JacksonException;
import io.noetl.domain.template.Position;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what the YAML parser refused, and where. */
final class SyntaxProblem {

  private static final String UNQUOTED_TEMPLATE =
      "a value that begins with a template must be in quotes: \"{{ … }}\"";

  private static final String TAG = "'!' begins a tag; quote the text if it is part of it";
  private static final String BLOCK_HEADER = "after '|' or '>' the text begins on the next line";

  private final SourceText source;
  private final EventfulParser parser;
  private final JacksonException cause;

  SyntaxProblem(SourceText source, EventfulParser parser, JacksonException cause) {
    this.source = source;
    this.parser = parser;
    this.cause = cause;
  }

  /** What the parser says, and what people mean by it. */
  private record Translation(String problem, String message) {}

  private static final List<Translation> TRANSLATIONS =
      List.of(
          new Translation("expected '<document start>'", "text after the end of the document"),
          new Translation(
              "mapping values are not allowed", "a ':' makes no sense here; quote the text or check the indentation"),
          new Translation("sequence entries are not allowed", "a list item makes no sense here; check the indentation"),
          new Translation(
              "found unknown escape character",
              "an unknown escape in a text in double quotes; write \\\\ for a backslash or use single quotes"),
          new Translation("could not find expected ':'", "expected 'key: value'; the ':' is missing"),
          new Translation(
              "but found '<block mapping start>'",
              "unexpected indentation; check that the keys stand below each other"),
          new Translation("expected <block end>", "unexpected text; check the indentation and the quotes"),
          new Translation("expected ',' or ']'", "a list without its ']', or two items without ',' between them"),
          new Translation("expected ',' or '}'", "a map without its '}', or two entries without ',' between them"),
          new Translation("found undefined tag handle", TAG),
          new Translation("expected URI", TAG),
          new Translation("expected ' ', but found", TAG),
          new Translation("expected a comment or a line break", BLOCK_HEADER),
          new Translation("expected chomping or indentation", BLOCK_HEADER),
          new Translation("expected the node content", "a value is missing here, or a text that needs quotes"));

  YamlException exception() {
    return switch (cause.getCause()) {
      case MarkedYAMLException marked -> marked(marked);
      case null -> keyIsNoScalar();
      default -> new YamlException("no valid YAML: " + cause.getOriginalMessage(), Position.START);
    };
  }

  private YamlException marked(MarkedYAMLException marked) {
    String problem = String.valueOf(marked.getProblem());
    Mark mark = marked.getProblemMark();
    if ("while scanning a quoted scalar".equals(marked.getContext()) && problem.contains("unexpected end of stream")) {
      return new YamlException("a quote that is never closed", position(marked.getContextMark()));
    }
    if (problem.contains("TAB") || isTab(mark)) {
      return new YamlException("a tab where only spaces may indent", position(mark));
    }
    if (problem.contains("cannot start any token")) {
      return badStart(mark);
    }
    if (String.valueOf(marked.getContext()).matches("while scanning an (alias|anchor)")) {
      return new YamlException(
          "'*' and '&' begin aliases and anchors; quote the text", position(marked.getContextMark()));
    }
    for (Translation translation : TRANSLATIONS) {
      if (problem.contains(translation.problem())) {
        return new YamlException(translation.message(), position(mark));
      }
    }
    return new YamlException("no valid YAML: " + problem, position(mark));
  }

  private YamlException badStart(Mark mark) {
    int offset = source.offset(mark.getIndex());
    if (offset > 0 && source.text().startsWith("{%", offset - 1)) {
      return new YamlException(UNQUOTED_TEMPLATE, source.position(offset - 1));
    }
    String character = Character.toString(source.text().codePointAt(offset));
    return new YamlException("a plain text cannot begin with '" + character + "'; quote it", position(mark));
  }

  /** Jackson itself refuses one thing only: a key that is a list, a map or an alias. */
  private YamlException keyIsNoScalar() {
    int offset = source.offset(parser.event().getStartMark().getIndex());
    if (offset > 0 && source.text().startsWith("{{", offset - 1)) {
      return new YamlException(UNQUOTED_TEMPLATE, source.position(offset - 1));
    }
    String message = "a key must be a plain or quoted text, not a list, a map or an alias";
    return new YamlException(message, source.position(offset));
  }

  private boolean isTab(Mark mark) {
    int offset = source.offset(mark.getIndex());
    return offset < source.text().length() && source.text().charAt(offset) == '\t';
  }

  private Position position(Mark mark) {
    return source.position(source.offset(mark.getIndex()));
  }
}
