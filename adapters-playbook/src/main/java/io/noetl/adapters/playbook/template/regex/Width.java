package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Alternation;
import io.noetl.adapters.playbook.template.regex.Node.Any;
import io.noetl.adapters.playbook.template.regex.Node.Atomic;
import io.noetl.adapters.playbook.template.regex.Node.BackReference;
import io.noetl.adapters.playbook.template.regex.Node.CharacterSet;
import io.noetl.adapters.playbook.template.regex.Node.Conditional;
import io.noetl.adapters.playbook.template.regex.Node.Group;
import io.noetl.adapters.playbook.template.regex.Node.Literal;
import io.noetl.adapters.playbook.template.regex.Node.Look;
import io.noetl.adapters.playbook.template.regex.Node.Place;
import io.noetl.adapters.playbook.template.regex.Node.Repetition;
import io.noetl.adapters.playbook.template.regex.Node.Sequence;

/** How many characters a part of a pattern matches, at least and at most. */
record Width(long min, long max) {

  static final Width NOTHING = new Width(0, 0);

  private static final Width ONE = new Width(1, 1);

  /** More than any text has. */
  private static final long ENDLESS = 1L << 40;

  static Width of(Node node, Groups groups) {
    return switch (node) {
      case Literal c -> ONE;
      case Any c -> ONE;
      case CharacterSet c -> ONE;
      case Place p -> NOTHING;
      case Look l -> NOTHING;
      case Group group -> of(group.body(), groups);
      case Atomic atomic -> of(atomic.body(), groups);
      case BackReference reference -> groups.width(reference.group());
      case Conditional conditional -> {
        Node otherwise = conditional.otherwise();
        yield of(conditional.then(), groups).or(otherwise == null ? NOTHING : of(otherwise, groups));
      }
      case Repetition repetition -> of(repetition.body(), groups).times(repetition);
      case Alternation alternation ->
          alternation.options().stream().map(option -> of(option, groups)).reduce(Width::or).orElse(NOTHING);
      case Sequence sequence ->
          sequence.items().stream().map(item -> of(item, groups)).reduce(NOTHING, Width::plus);
    };
  }

  private Width or(Width other) {
    return new Width(Math.min(min, other.min), Math.max(max, other.max));
  }

  private Width plus(Width other) {
    return new Width(Math.min(min + other.min, ENDLESS), Math.min(max + other.max, ENDLESS));
  }

  private Width times(Repetition repetition) {
    boolean endless = repetition.max() == Repetition.UNBOUNDED && max > 0;
    return new Width(times(min, repetition.min()), endless ? ENDLESS : times(max, repetition.max()));
  }

  private static long times(long width, long count) {
    return width == 0 || count == 0 ? 0 : width > ENDLESS / count ? ENDLESS : width * count;
  }
}
