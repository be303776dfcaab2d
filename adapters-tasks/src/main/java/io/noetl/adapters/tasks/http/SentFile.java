package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.io.OutputStream;
import java.util.HexFormat;

/**
 * A file that a request sends. It is read while it is sent and never held in memory.
 *
 * @param path relative to the working folder, or absolute
 * @param size in bytes, when the request was made
 */
public record SentFile(Path path, long size) {

  /**
   * The file at a path.
   *
   * @param key the setting that names it, for messages
   * @throws SettingException if there is no such file, or it cannot be read
   */
  static SentFile at(String key, String path) throws SettingException {
    Path file = path(key, path);
    if (!Files.exists(file)) {
      throw new SettingException(key, key + ": no such file: '" + path + "'");
    }
    if (!Files.isRegularFile(file)) {
      throw new SettingException(key, key + ": '" + path + "' is no file");
    }
    if (!Files.isReadable(file)) {
      throw new SettingException(key, key + ": '" + path + "' cannot be read; check its permissions");
    }
    try {
      return new SentFile(file, Files.size(file));
    } catch (IOException e) {
      throw new SettingException(key, key + ": '" + path + "' cannot be read: " + e.getMessage());
    }
  }

  /** A text as a path. */
  static Path path(String key, String text) throws SettingException {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw new SettingException(key, key + " must be the path of a file, not '" + text + "'");
  }

  /** The media type that the ending of a file's name stands for. */
  static String typeOf(String fileName) {
    String type = URLConnection.guessContentTypeFromName(fileName);
    return type == null ? "application/octet-stream" : type;
  }

  /** The last part of the path. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** The SHA-256 of the content in lower-case hexadecimal digits. */
  public String sha256() throws IOException {
    try (InputStream content = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
