package io.noetl.adapters.playbook.reader.yaml;

/**
 * How much a file may hold.
 *
 * @param bytes the size of the file
 * @param depth how deep lists and maps may nest
 * @param nodes how many nodes there may be, each alias counted with all that it stands for
 */
public record YamlLimits(int bytes, int depth, int nodes) {

  /** For playbooks: far beyond what people write. */
  public static final YamlLimits PLAYBOOK = new YamlLimits(4 << 20, 100, 200_000);

  /** For data. */
  public static final YamlLimits PAYLOAD = new YamlLimits(64 << 20, 200, 4_000_000);
}
