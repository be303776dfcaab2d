package io.noetl.adapters.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page's own texts, which lie beside this class: its frame, its styles and its scripts. */
final class PageAssets {

  /** In this order they are one script. */
  private static final List<String> SCRIPTS =
      List.of(
          "text.js", "dom.js", "data.js", "theme.js", "summary.js", "details.js", "errors.js", "comparison.js",
          "bars.js", "timeline.js", "timeline-keys.js", "durations.js", "tree.js", "events.js", "page.js");

  private PageAssets() {}

  static String frame() throws IOException {
    return text("page.html");
  }

  static String styles() throws IOException {
    return text("page.css");
  }

  /** The chart library, Apache ECharts. */
  static String charts() throws IOException {
    return text("echarts.min.js");
  }

  static String scripts() throws IOException {
    StringBuilder all = new StringBuilder("'use strict';\n");
    for (String script : SCRIPTS) {
      all.append(text(script));
    }
    return all.toString();
  }

  /**
   * What the page may do (Content Security Policy, level 3): run these scripts and apply these styles, and nothing else.
   * Nothing that is injected would run, and nothing is fetched.
   */
  static String policy(String styles, String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'none'; script-src");
    for (String script : scripts) {
      policy.append(' ').append(source(script));
    }
    return policy.append("; style-src ").append(source(styles)).toString();
  }

  private static String source(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
