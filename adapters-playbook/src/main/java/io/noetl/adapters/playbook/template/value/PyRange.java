package io.noetl.adapters.playbook.template.value;

/** {@code range(start, stop, step)}; the step is not 0. */
public record PyRange(long start, long stop, long step, int size) implements PySequence {

  public static PyRange of(long start, long stop, long step) {
    long span = step > 0 ? Math.subtractExact(stop, start) : Math.subtractExact(start, stop);
    long size = span <= 0 ? 0 : (span - 1) / Math.absExact(step) + 1;
    return new PyRange(start, stop, step, (int) Math.min(size, Integer.MAX_VALUE));
  }

  @Override
  public PyValue get(int index) {
    return PyInteger.of(start + index * step);
  }

  @Override
  public String typeName() {
    return "range";
  }
}
