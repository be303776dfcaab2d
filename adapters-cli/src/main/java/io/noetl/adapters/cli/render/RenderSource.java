package io.noetl.adapters.cli.render;

import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the template and the context that arguments name: in themselves, in a file, or on standard input. */
final class RenderSource {

  private static final int LONGEST_INPUT = 10_000_000;
  private static final String INPUT = "-";
  private static final String FILE = "@";

  private final Supplier<PayloadSource> payloads;
  private final InputStream in;

  RenderSource(Supplier<PayloadSource> payloads, InputStream in) {
    this.payloads = payloads;
    this.in = in;
  }

  /**
   * The template.
   *
   * @throws InvalidRequestException if there is none, or the context is to be read from standard input as well
   */
  String template(@Nullable String template, @Nullable String context) {
    if (template == null) {
      throw missing("no template is given");
    }
    String source = template.equals(INPUT) ? fromInput(context) : template;
    if (source.isEmpty()) {
      throw missing("the template is empty");
    }
    return source;
  }

  private static InvalidRequestException missing(String problem) {
    return new InvalidRequestException(
        problem, "write one, such as '{{ 1 + 1 }}', or - to read it from standard input");
  }

  private String fromInput(@Nullable String context) {
    if ((FILE + INPUT).equals(context)) {
      throw new InvalidRequestException(
          "standard input cannot be both the template and the context", "name a file: --context @FILE");
    }
    return input("the template");
  }

  /** The variables, none if {@code context} is null. */
  MapValue context(@Nullable String context) {
    if (context == null) {
      return Value.EMPTY_MAP;
    }
    if (!context.startsWith(FILE)) {
      return payloads.get().json("--context", context);
    }
    String file = context.substring(FILE.length());
    if (file.equals(INPUT)) {
      return payloads.get().json("standard input", input("the context"));
    }
    Path path = path(file);
    return payloads.get().file(path);
  }

  private static Path path(String file) {
    if (file.isBlank()) {
      throw new InvalidRequestException("--context @ names no file", "write its path after the @");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException invalid) {
      throw new InvalidRequestException(
          "--context '@" + file + "' is no path: " + invalid.getReason(), "check the path", invalid);
    }
  }

  private String input(String what) {
    try {
      byte[] bytes = in.readNBytes(LONGEST_INPUT + 1);
      if (bytes.length > LONGEST_INPUT) {
        throw new InvalidRequestException(
            what + " on standard input is longer than " + LONGEST_INPUT + " bytes", "shorten it");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      throw new InvalidRequestException(what + " on standard input is no UTF-8", "write it in UTF-8", wrong);
    } catch (IOException failure) {
      throw new InputException(
          "standard input cannot be read: " + failure.getMessage(), "check what writes it", failure);
    }
  }
}
