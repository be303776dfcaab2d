package io.noetl.domain.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where secrets stand in one text. */
final class Hits {

  private record Place(int start, int end) {}

  private final List<Place> places = new ArrayList<>(0);

  /** Adds what was found in a view of the text. */
  void add(TextView view, Pattern pattern, int at) {
    String text = view.text();
    int start = at - (at > 0 && isBase64(text.charAt(at - 1)) ? pattern.before() : 0);
    int end = at + pattern.folded().length();
    end += end < text.length() && isBase64(text.charAt(end)) ? pattern.after() : 0;
    places.add(new Place(view.startOf(start), view.endOf(end - 1)));
  }

  private static boolean isBase64(char c) {
    return Encoder.isAlphanumeric(c) || "+/-_".indexOf(c) >= 0;
  }

  /** The text with those that overlap hidden as one. */
  String masked(String text) {
    if (places.isEmpty()) {
      return text;
    }
    places.sort(Comparator.comparingInt(Place::start));
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Place place : places) {
      if (place.start() >= from) {
        out.append(text, from, place.start()).append(Secrets.HIDDEN);
      }
      from = Math.max(from, place.end());
    }
    return out.append(text, from, text.length()).toString();
  }
}
