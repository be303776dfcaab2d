package io.noetl.benchmarks.damage;

import static io.noetl.benchmarks.damage.PageDamage.mutable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.jspecify.annotations.NullUnmarked;

/** Changes in the key-value metadata. */
@NullUnmarked
final class MetadataDamage {

  private MetadataDamage() {}

  static Optional<byte[]> edit(byte[] file, Random random) throws IOException {
    return Optional.of(ParquetParts.of(file).bytes(located -> {}, described -> edit(described, random)));
  }

  private static void edit(FileMetaData footer, Random random) {
    List<KeyValue> entries = mutable(footer.getKey_value_metadata());
    footer.setKey_value_metadata(entries);
    int place = random.nextInt(entries.size());
    KeyValue entry = new KeyValue(entries.get(place));
    switch (random.nextInt(7)) {
      case 0, 1 -> entries.set(place, entry.setValue(changed(entry.getValue(), random)));
      case 2 -> entries.set(place, entry.setKey(changed(entry.getKey(), random)));
      case 3 -> entries.remove(place);
      case 4 -> entries.add(random.nextInt(entries.size()), entry);
      case 5 -> entries.add(new KeyValue("added").setValue("by another program"));
      default -> entries.set(place, entries.set(random.nextInt(entries.size()), entry));
    }
  }

  private static String changed(String text, Random random) {
    if (text.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(text.length());
    char letter = (char) ('0' + random.nextInt(10));
    return text.substring(0, at) + letter + text.substring(at + 1);
  }
}
