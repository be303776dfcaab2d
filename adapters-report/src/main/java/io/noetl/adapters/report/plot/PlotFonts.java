package io.noetl.adapters.report.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The font of every picture: DejaVu Sans Condensed, which lies in this module's jar. Java needs a description of the
 * system's fonts before it loads any, also one from a file; where the system has none (no fontconfig, no fonts), it is given
 * one that names no font.
 */
final class PlotFonts {

  /** Names a file that describes fonts; Java reads it when it looks at fonts for the first time. */
  private static final String DESCRIPTION = "sun.awt.fontconfig";

  /** Java's exceptions do not name the library that is missing. */
  private static final String UNABLE =
      "this Java cannot draw text: its libraries libfontmanager and libfreetype are needed; install libfreetype6 or a Java"
          + " that has them";

  private static final PlotFonts INSTANCE = load();

  private final @Nullable Font plain;
  private final @Nullable Font bold;
  private final @Nullable String obstacle;

  private PlotFonts(@Nullable Font plain, @Nullable Font bold, @Nullable String obstacle) {
    this.plain = plain;
    this.bold = bold;
    this.obstacle = obstacle;
  }

  /** Why this Java cannot draw text; empty if it can. */
  static Optional<String> obstacle() {
    return Optional.ofNullable(INSTANCE.obstacle);
  }

  static Font plain(float size) {
    return sized(INSTANCE.plain, size);
  }

  static Font bold(float size) {
    return sized(INSTANCE.bold, size);
  }

  private static Font sized(@Nullable Font font, float size) {
    if (font == null) {
      throw new IllegalStateException(INSTANCE.obstacle);
    }
    return font.deriveFont(size);
  }

  private static PlotFonts load() {
    try {
      return new PlotFonts(describedIfNeeded("DejaVuSansCondensed.ttf"), font("DejaVuSansCondensed-Bold.ttf"), null);
    } catch (IOException | FontFormatException | RuntimeException | LinkageError e) {
      return new PlotFonts(null, null, UNABLE + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
    }
  }

  private static Font describedIfNeeded(String file) throws IOException, FontFormatException {
    try {
      return font(file);
    } catch (IOException | RuntimeException | InternalError withoutDescription) {
      if (System.getProperty(DESCRIPTION) != null) {
        throw withoutDescription;
      }
      return describedByNobody(file);
    }
  }

  private static Font describedByNobody(String file) throws IOException, FontFormatException {
    Path description = Files.createTempFile("noetl-fonts", ".properties");
    try {
      Files.writeString(description, "version=1\nsequence.allfonts=default\n");
      System.setProperty(DESCRIPTION, description.toString());
      return font(file);
    } finally {
      System.clearProperty(DESCRIPTION);
      Files.deleteIfExists(description);
    }
  }

  private static Font font(String file) throws IOException, FontFormatException {
    try (InputStream in = PlotFonts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException(file + " is missing in the program's jar");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }
}
