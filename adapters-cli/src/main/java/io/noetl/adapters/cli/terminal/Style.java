package io.noetl.adapters.cli.terminal;

import io.noetl.domain.event.Status;

/** Colours, or none (ECMA-48, Select Graphic Rendition). */
public enum Style {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  public static Style of(boolean coloured) {
    return coloured ? COLOURED : PLAIN;
  }

  public String red(String text) {
    return with("\u001b[31m", text);
  }

  public String yellow(String text) {
    return with("\u001b[33m", text);
  }

  public String green(String text) {
    return with("\u001b[32m", text);
  }

  public String faint(String text) {
    return with("\u001b[2m", text);
  }

  /** A status of the event log in its colour. */
  public String status(String status) {
    if (status.equals(Status.SUCCESS.text())) {
      return green(status);
    }
    return status.equals(Status.ERROR.text()) ? red(status) : yellow(status);
  }

  private String with(String code, String text) {
    return this == COLOURED ? code + text + RESET : text;
  }
}
