package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.template.RenderContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The state of one rendering: its context, where it is, what it has used of its limits, and its warnings. */
public final class Rendering {

  /** What a text and a container weigh beside their characters and elements. */
  private static final int TEXT_COST = 32;

  private static final int CONTAINER_COST = 3;

  private static final int OBJECT_COST = 10;

  private static final int MAX_WARNINGS = 100;

  /** A message about something undefined takes a search for what was meant: so many are made for one place. */
  private static final int MOST_OF_ONE_PLACE = 10;

  private final Limits limits;
  private final RenderContext context;
  private final boolean mutates;
  private long operations;
  private long elements;
  private long characters;
  private int depth;
  private int valueDepth;
  private int at;
  private boolean escapes;
  private @Nullable Random random;
  private @Nullable List<Warning> warnings;

  /** How often something undefined was used, by the offset where it came up. */
  private Map<Integer, Integer> uses = Map.of();

  /** Something passed over by a lenient rendering, and the offset of its place. */
  public record Warning(String message, int at) {}

  /** {@code mutates} tells whether the template may change containers: then every view keeps the children it hands out. */
  public Rendering(Limits limits, RenderContext context, boolean mutates) {
    this.limits = limits;
    this.context = context;
    this.mutates = mutates;
  }

  public RenderContext context() {
    return context;
  }

  public boolean mutates() {
    return mutates;
  }

  /** Whether printed text is HTML-escaped ({@code autoescape} blocks). */
  public boolean escapes() {
    return escapes;
  }

  public void escapes(boolean enabled) {
    escapes = enabled;
  }

  /** The offset of the expression being evaluated. */
  public int at() {
    return at;
  }

  public void at(int offset) {
    at = offset;
  }

  /** Numbers seeded by the context: the same in every rendering of the same template and context. */
  public Random random() {
    Random current = random;
    if (current == null) {
      current = new Random(context.seed());
      random = current;
    }
    return current;
  }

  public void step() {
    if (++operations > limits.operations()) {
      throw beyond("operations", limits.operations());
    }
  }

  public void steps(long count) {
    operations += count;
    if (operations > limits.operations()) {
      throw beyond("operations", limits.operations());
    }
  }

  /** Accounts for list or map elements about to be created. */
  public void elements(long count) {
    elements += count;
    if (count > limits.elements() || elements > limits.elements()) {
      throw beyond("list elements", limits.elements());
    }
  }

  /** Accounts for a container with that many elements about to be created. */
  public void container(long size) {
    elements(size + CONTAINER_COST);
  }

  /** Accounts for something that is neither text nor container: a function, a generator, a macro, a cycler. */
  public void object() {
    elements(OBJECT_COST);
  }

  /** Accounts for a text of that many characters about to be created. */
  public void characters(long count) {
    length(count);
    printed(count + TEXT_COST);
  }

  /** Accounts for that many characters appended to a text. */
  public void printed(long count) {
    characters += count;
    if (characters > limits.totalText()) {
      throw beyond("characters of text in all", limits.totalText());
    }
  }

  /** Refuses a text of that many characters when it is too long. */
  public void length(long count) {
    if (count > limits.textLength()) {
      throw beyond("characters in one text", limits.textLength());
    }
  }

  /** Accounts for a text that exists already. */
  public PyText text(String text) {
    characters(text.length());
    return PyText.of(text);
  }

  public void integerBits(long bits) {
    if (bits > limits.integerBits()) {
      throw beyond("bits in an integer", limits.integerBits());
    }
  }

  /** Refuses so many positions saved by a regular expression when they are too many. */
  public void savedPositions(int count) {
    if (count > limits.savedPositions()) {
      throw beyond("positions saved by a regular expression", limits.savedPositions());
    }
  }

  /** Goes one level deeper; an exception ends the rendering, so {@link #leave} need not follow one. */
  public void enter() {
    if (++depth > limits.depth()) {
      throw beyond("levels of nesting", limits.depth());
    }
  }

  public void leave() {
    depth--;
  }

  /** Goes one level deeper into lists and maps, which is a level of nesting too. */
  public void enterValue() {
    enter();
    if (++valueDepth > limits.valueDepth()) {
      throw beyond("levels of lists and maps", limits.valueDepth());
    }
  }

  public void leaveValue() {
    valueDepth--;
    leave();
  }

  private static EvaluationException beyond(String what, long limit) {
    return new EvaluationException("the template exceeds the limit of " + limit + " " + what);
  }

  /** An undefined value was used: fails when strict, else warns. */
  void used(PyUndefined undefined) {
    if (context.strict()) {
      throw undefined.failure();
    }
    if (uses.isEmpty()) {
      uses = new HashMap<>();
    }
    if (uses.merge(undefined.at(), 1, Integer::sum) <= MOST_OF_ONE_PLACE) {
      warn(undefined.message(), undefined.at());
    }
  }

  public void warn(String message, int offset) {
    List<Warning> list = warnings;
    if (list == null) {
      list = new ArrayList<>();
      warnings = list;
    }
    Warning warning = new Warning(message, offset);
    if (list.size() < MAX_WARNINGS && !list.contains(warning)) {
      list.add(warning);
    }
  }

  public List<Warning> warnings() {
    return warnings == null ? List.of() : warnings;
  }
}
