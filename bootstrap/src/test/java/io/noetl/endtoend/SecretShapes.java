package io.noetl.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Secrets of many shapes, from a seed. */
final class SecretShapes {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  /** The alphabets in turn; each secret has characters of one of them. */
  private static final List<String> ALPHABETS =
      List.of(
          LETTERS + DIGITS,
          DIGITS,
          "0123456789abcdef",
          LETTERS + DIGITS + "+/=",
          LETTERS + "\"'\\",
          LETTERS + "&<>%?=#+ ",
          LETTERS + " \t.,;:!",
          LETTERS + DIGITS + "-_.~*()",
          "äöüßÄÖÜéèñçøåŁłşİıΩµ",
          "日本語漢字仮名交文字",
          LETTERS + "😀🔑🗝🚀",
          LETTERS + "{}[]|`^$@",
          LETTERS + "\n\r");

  private final Random random;

  SecretShapes(long seed) {
    random = new Random(seed);
  }

  /** So many, no two alike, each of 8 to 60 characters, with characters at its ends that are no white space. */
  List<String> list(int count) {
    List<String> secrets = new ArrayList<>();
    while (secrets.size() < count) {
      String secret = secret(ALPHABETS.get(secrets.size() % ALPHABETS.size()));
      if (!secrets.contains(secret)) {
        secrets.add(secret);
      }
    }
    return secrets;
  }

  private String secret(String alphabet) {
    int[] letters = alphabet.codePoints().toArray();
    int length = 8 + random.nextInt(53);
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int letter = letters[random.nextInt(letters.length)];
      boolean edge = i == 0 || i == length - 1;
      secret.appendCodePoint(edge && Character.isWhitespace(letter) ? 'x' : letter);
    }
    return secret.toString();
  }
}
