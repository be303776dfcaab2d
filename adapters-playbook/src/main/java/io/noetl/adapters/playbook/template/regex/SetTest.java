package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Category;
import io.noetl.adapters.playbook.template.regex.Node.CharacterSet;
import io.noetl.adapters.playbook.template.regex.Node.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a set has a character: a table for ASCII, else merged ranges that are searched by halves, and categories. */
final class SetTest implements CharacterTest {

  private static final int TABLE = 0x80;

  private final boolean negated;
  private final boolean ignoreCase;
  private final boolean ascii;
  private final int[] firsts;
  private final int[] lasts;
  private final Set<Category> categories = EnumSet.noneOf(Category.class);
  private final Set<Category> complements = EnumSet.noneOf(Category.class);
  private final boolean[] table = new boolean[TABLE];

  SetTest(CharacterSet set, boolean ignoreCase, boolean ascii) {
    this.negated = set.negated();
    this.ignoreCase = ignoreCase;
    this.ascii = ascii;
    List<Member.Range> ranges = new ArrayList<>();
    for (Member member : set.members()) {
      switch (member) {
        case Member.Range range -> ranges.add(range);
        case Member.Kind kind -> (kind.negated() ? complements : categories).add(kind.category());
      }
    }
    List<Member.Range> merged = merged(ranges);
    firsts = merged.stream().mapToInt(Member.Range::first).toArray();
    lasts = merged.stream().mapToInt(Member.Range::last).toArray();
    for (int c = 0; c < TABLE; c++) {
      table[c] = decided(c);
    }
  }

  private static List<Member.Range> merged(List<Member.Range> ranges) {
    ranges.sort(Comparator.comparingInt(Member.Range::first));
    List<Member.Range> merged = new ArrayList<>();
    for (Member.Range range : ranges) {
      if (!merged.isEmpty() && range.first() <= merged.getLast().last() + 1) {
        Member.Range before = merged.removeLast();
        merged.add(new Member.Range(before.first(), Math.max(before.last(), range.last())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  @Override
  public boolean accepts(int c) {
    return c < TABLE ? table[c] : decided(c);
  }

  private boolean decided(int c) {
    return (ignoreCase ? hasIgnoringCase(c) : hasRange(c) || hasCategory(c)) != negated;
  }

  private boolean hasIgnoringCase(int c) {
    if (ascii) {
      int lower = CaseFolding.asciiLower(c);
      boolean letter = lower >= 'a' && lower <= 'z';
      return hasRange(lower) || (letter && hasRange(lower - ('a' - 'A'))) || hasCategory(lower);
    }
    int lower = CaseFolding.lower(c);
    if (hasRange(lower) || hasCategory(lower)) {
      return true;
    }
    for (int variant : CaseFolding.variants(lower)) {
      if (hasRange(variant)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasCategory(int c) {
    for (Category category : categories) {
      if (Categories.contains(category, c, ascii)) {
        return true;
      }
    }
    for (Category category : complements) {
      if (!Categories.contains(category, c, ascii)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRange(int c) {
    int low = 0;
    int high = firsts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < firsts[middle]) {
        high = middle - 1;
      } else if (c > lasts[middle]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
