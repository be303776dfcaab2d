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
import org.jspecify.annotations.Nullable;

/** From the tree of a pattern to its program. */
final class Compiler {

  private final Groups groups;
  private final Program.Builder code;

  private Compiler(Groups groups) {
    this.groups = groups;
    this.code = new Program.Builder(groups.count());
  }

  static Program compile(PatternParser.Parsed parsed) {
    Compiler compiler = new Compiler(parsed.groups());
    compiler.emit(parsed.root(), parsed.flags());
    compiler.code.add(Operation.MATCH);
    return compiler.code.build(parsed.groups().count());
  }

  private void emit(Node node, int flags) {
    switch (node) {
      case Literal literal -> character(literal, literal.codePoint(), flags);
      case Any any -> code.add(Operation.CHARACTER, 0, 0, test(any, flags));
      case CharacterSet set -> code.add(Operation.CHARACTER, 0, 0, test(set, flags));
      case Place place -> place(place.kind(), flags);
      case Group group -> group(group, Flags.within(flags, group.added(), group.removed()));
      case Atomic atomic -> atomic(atomic.body(), flags);
      case Look look -> look(look, flags);
      case BackReference reference -> code.add(Operation.BACK_REFERENCE, reference.group(), comparison(flags));
      case Conditional conditional -> conditional(conditional, flags);
      case Repetition repetition -> repetition(repetition, flags);
      case Alternation alternation -> alternation(alternation, flags);
      case Sequence sequence -> sequence.items().forEach(item -> emit(item, flags));
    }
  }

  private void character(Node node, int codePoint, int flags) {
    if (Flags.has(flags, Flags.IGNORE_CASE)) {
      code.add(Operation.CHARACTER, 0, 0, test(node, flags));
    } else {
      code.add(Operation.LITERAL, codePoint, 0);
    }
  }

  /** The test that a node is, if it is nothing but one character. */
  private static @Nullable CharacterTest test(Node node, int flags) {
    boolean ignoreCase = Flags.has(flags, Flags.IGNORE_CASE);
    boolean ascii = Flags.has(flags, Flags.ASCII);
    return switch (node) {
      case Literal literal when ignoreCase -> CharacterTest.ignoringCase(literal.codePoint(), ascii);
      case Literal literal -> c -> c == literal.codePoint();
      case Any any -> Flags.has(flags, Flags.DOT_ALL) ? CharacterTest.ANY : CharacterTest.NO_LINE_BREAK;
      case CharacterSet set -> new SetTest(set, ignoreCase, ascii);
      case Group group when group.number() == 0 ->
          test(group.body(), Flags.within(flags, group.added(), group.removed()));
      case Sequence sequence when sequence.items().size() == 1 -> test(sequence.items().getFirst(), flags);
      case Place p -> null;
      case Group g -> null;
      case Atomic a -> null;
      case Look l -> null;
      case BackReference b -> null;
      case Conditional c -> null;
      case Repetition r -> null;
      case Alternation a -> null;
      case Sequence s -> null;
    };
  }

  private static int comparison(int flags) {
    return !Flags.has(flags, Flags.IGNORE_CASE) ? Program.CASE
        : Flags.has(flags, Flags.ASCII) ? Program.NO_ASCII_CASE : Program.NO_CASE;
  }

  private void place(Place.Kind kind, int flags) {
    boolean lines = Flags.has(flags, Flags.MULTILINE);
    boolean ascii = Flags.has(flags, Flags.ASCII);
    CharacterTest word = c -> Categories.isWord(c, ascii);
    switch (kind) {
      case BEGINNING -> code.add(lines ? Operation.LINE_BEGINNING : Operation.BEGINNING);
      case END -> code.add(lines ? Operation.LINE_END : Operation.END);
      case TEXT_BEGINNING -> code.add(Operation.BEGINNING);
      case TEXT_END -> code.add(Operation.TEXT_END);
      case BOUNDARY -> code.add(Operation.BOUNDARY, 0, 0, word);
      case NO_BOUNDARY -> code.add(Operation.NO_BOUNDARY, 0, 0, word);
    }
  }

  private void group(Group group, int flags) {
    if (group.number() == 0) {
      emit(group.body(), flags);
      return;
    }
    code.add(Operation.MARK, 2 * group.number(), 0);
    emit(group.body(), flags);
    code.add(Operation.MARK, 2 * group.number() + 1, 0);
  }

  private void atomic(Node body, int flags) {
    int barrier = code.reserve(1);
    code.add(Operation.BARRIER, barrier, 0);
    emit(body, flags);
    code.add(Operation.COMMIT, barrier, 0);
  }

  private void look(Look look, int flags) {
    int barrier = code.reserve(2);
    int back = look.behind() ? behind(look) : 0;
    code.add(Operation.BARRIER, barrier, 0);
    int start = look.negated() ? code.add(Operation.CHOICE) : code.add(Operation.MARK, barrier + 1, 0);
    if (back > 0) {
      code.add(Operation.BACK, 0, back);
    }
    emit(look.body(), flags);
    code.add(Operation.COMMIT, barrier, 0);
    if (look.negated()) {
      code.add(Operation.FAIL);
      code.landX(start);
    } else {
      code.add(Operation.RETURN, barrier + 1, 0);
    }
  }

  private int behind(Look look) {
    Width width = Width.of(look.body(), groups);
    if (width.min() >= 1L << 32) {
      throw new PatternException("looks too much behind");
    }
    if (width.min() != width.max()) {
      throw new PatternException("look-behind requires fixed-width pattern");
    }
    return (int) Math.min(width.min(), Integer.MAX_VALUE);
  }

  private void conditional(Conditional conditional, int flags) {
    int condition = code.add(Operation.CONDITION, conditional.group(), 0);
    emit(conditional.then(), flags);
    Node otherwise = conditional.otherwise();
    int jump = otherwise == null ? -1 : code.add(Operation.JUMP);
    code.landY(condition);
    if (otherwise != null) {
      emit(otherwise, flags);
      code.landX(jump);
    }
  }

  private void alternation(Alternation alternation, int flags) {
    int last = alternation.options().size() - 1;
    int[] jumps = new int[last];
    for (int i = 0; i < last; i++) {
      int choice = code.add(Operation.CHOICE);
      emit(alternation.options().get(i), flags);
      jumps[i] = code.add(Operation.JUMP);
      code.landX(choice);
    }
    emit(alternation.options().getLast(), flags);
    for (int jump : jumps) {
      code.landX(jump);
    }
  }

  private void repetition(Repetition repetition, int flags) {
    CharacterTest test = test(repetition.body(), flags);
    if (test != null) {
      Operation run = switch (repetition.mode()) {
        case GREEDY -> Operation.RUN_GREEDY;
        case LAZY -> Operation.RUN_LAZY;
        case POSSESSIVE -> Operation.RUN_POSSESSIVE;
      };
      code.add(run, repetition.min(), repetition.max(), test);
    } else if (repetition.mode() == Repetition.Mode.POSSESSIVE) {
      int barrier = code.reserve(1);
      code.add(Operation.BARRIER, barrier, 0);
      loop(repetition, flags);
      code.add(Operation.COMMIT, barrier, 0);
    } else {
      loop(repetition, flags);
    }
  }

  /** Rounds of a possessive loop are atomic one by one. */
  private void loop(Repetition repetition, int flags) {
    boolean lazy = repetition.mode() == Repetition.Mode.LAZY;
    int registers = code.reserve(2);
    code.add(Operation.LOOP_START, registers, 0);
    int decision = code.size();
    int body = decision + (lazy ? 2 : 1);
    int loop = code.loop(new Program.Loop(registers, repetition.min(), repetition.max(), body));
    code.add(lazy ? Operation.LOOP_LAZY : Operation.LOOP_GREEDY, loop, 0);
    if (lazy) {
      code.add(Operation.LOOP_AGAIN, loop, 0);
    }
    if (repetition.mode() == Repetition.Mode.POSSESSIVE) {
      atomic(repetition.body(), flags);
    } else {
      emit(repetition.body(), flags);
    }
    code.add(Operation.JUMP, decision, 0);
    code.landY(decision);
  }
}
