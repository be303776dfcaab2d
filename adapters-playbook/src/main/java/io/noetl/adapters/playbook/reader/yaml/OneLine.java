package io.noetl.adapters.playbook.reader.yaml;

/** Keeps messages to one line of readable length, whatever the file that they quote from holds. */
public final class OneLine {

  private static final int LONGEST = 300;

  private OneLine() {}

  /** The message with its control characters and line breaks as spaces, cut off after 300 characters. */
  public static String of(String message) {
    String line = message.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", " ");
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "…";
  }
}
