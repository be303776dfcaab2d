package io.noetl.adapters.playbook.reader.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Jackson's YAML token stream, which shows the parser event behind each token as well. Jackson's tokens alone do not say
 * whether a scalar is quoted ({@code "yes"} and {@code yes} are the same token) nor in which style it is written, pass
 * over the borders of documents, and type scalars by rules other than YAML 1.1's; the events have all of it.
 */
final class EventfulParser extends YAMLParser {

  private final SourceText source;
  private int documents;

  private EventfulParser(IOContext context, SourceText source, Reader reader) {
    super(context, 0, 0, null, reader, new ParserImpl(new WholeTextReader(source), options()));
    this.source = source;
  }

  /** A parser at the beginning of {@code source}. */
  static EventfulParser of(SourceText source) throws IOException {
    return new Factory(source).createParser(new StringReader(source.text()));
  }

  /** The event behind the current token. */
  Event event() {
    return _lastEvent;
  }

  @Override
  protected Event getEvent() throws IOException {
    Event event = super.getEvent();
    if (event.is(Event.ID.DocumentStart) && ++documents > 1) {
      throw new YamlException(
          "a second document begins here; a file holds one",
          source.position(source.offset(event.getStartMark().getIndex())));
    }
    return event;
  }

  /** Leaves the typing of scalars to {@link ScalarType}. */
  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    return JsonToken.VALUE_STRING;
  }

  /** The size of the text is limited where it is read. */
  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  private static final class Factory extends YAMLFactory {

    private static final long serialVersionUID = 1L;

    private final transient SourceText source;

    Factory(SourceText source) {
      super(YAMLFactory.builder());
      this.source = source;
    }

    @Override
    public EventfulParser createParser(Reader reader) throws IOException {
      return _createParser(reader, _createContext(_createContentReference(reader), false));
    }

    @Override
    protected EventfulParser _createParser(Reader reader, IOContext context) {
      return new EventfulParser(context, source, reader);
    }
  }
}
