package io.noetl.adapters.playbook.template.value;

import java.math.BigInteger;

/** An integer of any size; small ones are longs. */
public sealed interface PyInteger extends PyValue {

  static PyInteger of(long value) {
    return value >= -128 && value < 1024 ? Small.CACHE[(int) value + 128] : new Small(value);
  }

  static PyInteger of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? of(value.longValue()) : new Big(value);
  }

  BigInteger big();

  @Override
  default String typeName() {
    return "int";
  }

  /** An integer in the range of a long. */
  record Small(long value) implements PyInteger {

    private static final Small[] CACHE = cache();

    private static Small[] cache() {
      Small[] cache = new Small[128 + 1024];
      for (int i = 0; i < cache.length; i++) {
        cache[i] = new Small(i - 128);
      }
      return cache;
    }

    @Override
    public BigInteger big() {
      return BigInteger.valueOf(value);
    }
  }

  /** An integer beyond the range of a long. */
  record Big(BigInteger big) implements PyInteger {}
}
