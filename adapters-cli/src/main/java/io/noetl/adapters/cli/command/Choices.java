package io.noetl.adapters.cli.command;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enum as lower-case words. */
public abstract class Choices<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

  private final List<E> constants;

  protected Choices(Class<E> type) {
    constants = List.of(type.getEnumConstants());
  }

  @Override
  public E convert(String text) {
    return constants.stream()
        .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this)));
  }

  /** The words, for completion and help. */
  @Override
  public Iterator<String> iterator() {
    return constants.stream().map(Choices::word).iterator();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
