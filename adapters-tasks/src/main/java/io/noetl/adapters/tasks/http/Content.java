package io.noetl.adapters.tasks.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a request or response and its media type. Does not change once it is made. */
public final class Content implements RequestBody {

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  private final String type;
  private final byte[] bytes;

  private Content(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /**
   * The content of those bytes.
   *
   * @param type the value of the {@code Content-Type} header, empty when there is none
   * @param bytes the body, not to be changed any more
   */
  public static Content of(String type, byte[] bytes) {
    return new Content(type, bytes);
  }

  /** The content of that text, in the charset of the type. */
  public static Content of(String type, String text) {
    return new Content(type, text.getBytes(charset(type)));
  }

  /** The value of the {@code Content-Type} header, empty when there is none. */
  @Override
  public String type() {
    return type;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Whether the media type says JSON: {@code application/json}, {@code text/json} or any {@code +json}. */
  public boolean isJson() {
    int end = type.indexOf(';');
    String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return essence.equals("application/json") || essence.equals("text/json") || essence.endsWith("+json");
  }

  /** The text of the body in the charset that the type names, else in UTF-8; what is malformed becomes U+FFFD. */
  public String text() {
    return new String(bytes, charset(type));
  }

  /** The text of the body, if it stands for exactly these bytes. */
  public Optional<String> exactText() {
    Charset charset = charset(type);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Arrays.equals(text.getBytes(charset), bytes) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Charset charset(String type) {
    Matcher matcher = CHARSET.matcher(type);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset named = Charset.forName(matcher.group(1));
      return named.canEncode() ? named : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
