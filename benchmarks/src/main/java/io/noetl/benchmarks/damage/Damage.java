package io.noetl.benchmarks.damage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One way to damage a file.
 *
 * @param name for the table
 * @param weight how often it is drawn, beside the others
 */
record Damage(String name, int weight, Way way) {

  static final List<Damage> ALL =
      List.of(
          new Damage("flipped bit", 4, RawDamage::flipBit),
          new Damage("other bytes", 1, RawDamage::changeBytes),
          new Damage("cut off", 2, RawDamage::truncate),
          new Damage("zeroed block", 2, RawDamage::zeroBlock),
          new Damage("block from elsewhere", 1, RawDamage::copyBlock),
          new Damage("bytes left out", 1, RawDamage::remove),
          new Damage("bytes put in", 1, RawDamage::insert),
          new Damage("appended bytes", 1, RawDamage::append),
          new Damage("swapped pages", 2, PageDamage::swap),
          new Damage("repeated page", 2, PageDamage::repeat),
          new Damage("changed value", 2, PageDamage::changeValue),
          new Damage("edited page header", 2, PageDamage::editHeader),
          new Damage("edited page index", 2, IndexDamage::edit),
          new Damage("edited statistics", 2, StatisticsDamage::edit),
          new Damage("edited metadata", 2, MetadataDamage::edit),
          new Damage("edited footer", 3, FooterDamage::edit),
          new Damage("swapped pages, sealed anew", 1, sealed(PageDamage::swap)),
          new Damage("repeated page, sealed anew", 1, sealed(PageDamage::repeat)),
          new Damage("changed value, sealed anew", 1, sealed(PageDamage::changeValue)));

  /** How a file is damaged. */
  interface Way {

    /** The damaged file; none if this file cannot be damaged so. May yield the same bytes. */
    Optional<byte[]> damage(byte[] file, Random random) throws IOException;
  }

  /** Any of them, by weight. */
  static Damage drawn(Random random) {
    int left = random.nextInt(ALL.stream().mapToInt(Damage::weight).sum());
    for (Damage damage : ALL) {
      left -= damage.weight();
      if (left < 0) {
        return damage;
      }
    }
    throw new IllegalStateException("The weights do not add up");
  }

  /** Whether the file's own digest is true again, so that only what a reader sees can tell. */
  boolean isSealed() {
    return name.endsWith("sealed anew");
  }

  private static Way sealed(Way way) {
    return (file, random) -> way.damage(file, random).map(Seal::renew);
  }
}
