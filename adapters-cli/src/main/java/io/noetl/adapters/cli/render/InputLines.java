package io.noetl.adapters.cli.render;

import io.noetl.application.error.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 that end in a line feed, each up to a length, so that memory does not grow with the input. */
final class InputLines {

  private static final int CHUNK = 65_536;

  private final InputStream in;
  private final int longest;
  private final Runnable beforeWaiting;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;

  /**
   * Lines of a stream.
   *
   * @param longest the most bytes of a line, without its end
   * @param beforeWaiting is run before a read that may wait for whoever writes the input
   */
  InputLines(InputStream in, int longest, Runnable beforeWaiting) {
    this.in = in;
    this.longest = longest;
    this.beforeWaiting = beforeWaiting;
  }

  /** A line of the input. */
  sealed interface Line {

    record Text(String text) implements Line {}

    /** It was passed over. */
    record Unusable(String reason) implements Line {}
  }

  /**
   * The next line, or null after the last one.
   *
   * @throws InputException if the stream fails
   */
  @Nullable Line next() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean begun = false;
    while (at < end || fill()) {
      begun = true;
      int feed = feed();
      int length = Math.min(feed - at, longest + 1 - line.size());
      line.write(chunk, at, length);
      tooLong |= line.size() > longest;
      at = feed + 1;
      if (feed < end) {
        break;
      }
    }
    if (!begun) {
      return null;
    }
    return tooLong ? new Line.Unusable("is longer than " + longest + " bytes") : decoded(line.toByteArray());
  }

  /** Where in the chunk the line ends: at a line feed, or at the end of the chunk. */
  private int feed() {
    int feed = at;
    while (feed < end && chunk[feed] != '\n') {
      feed++;
    }
    return feed;
  }

  private boolean fill() {
    try {
      if (in.available() == 0) {
        beforeWaiting.run();
      }
      at = 0;
      end = Math.max(0, in.read(chunk));
      return end > 0;
    } catch (IOException failure) {
      throw new InputException("standard input cannot be read: " + failure.getMessage(), "check what writes it", failure);
    }
  }

  private static Line decoded(byte[] bytes) {
    try {
      return new Line.Text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException wrong) {
      return new Line.Unusable("is no UTF-8");
    }
  }
}
