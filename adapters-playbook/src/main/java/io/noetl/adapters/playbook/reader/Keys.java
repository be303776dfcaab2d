package io.noetl.adapters.playbook.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that a construct knows.
 *
 * @param known under the one spelling each that the readers use
 * @param aliases other spellings, to the one that the readers use
 * @param refused keys that are an error here, with the reason
 * @param open whether any other key is welcome too, as a setting of a task
 */
record Keys(Set<String> known, Map<String, String> aliases, Map<String, String> refused, boolean open) {

  Keys {
    known = Set.copyOf(known);
    aliases = Map.copyOf(aliases);
    refused = Map.copyOf(refused);
  }

  static Keys of(String... known) {
    return new Keys(Set.of(known), Map.of(), Map.of(), false);
  }

  Keys alias(String other, String spelling) {
    Map<String, String> more = new LinkedHashMap<>(aliases);
    more.put(other, spelling);
    return new Keys(known, more, refused, open);
  }

  /** Refuses keys; those that are known already stay known. */
  Keys refuse(Map<String, String> reasons) {
    Map<String, String> more = new LinkedHashMap<>(reasons);
    more.keySet().removeAll(known);
    more.keySet().removeAll(aliases.keySet());
    more.putAll(refused);
    return new Keys(known, aliases, more, open);
  }

  Keys opened() {
    return new Keys(known, aliases, refused, true);
  }

  /** These keys and those of a task's type, which win over what is refused here. */
  Keys with(Keys settings) {
    Set<String> allKnown = new TreeSet<>(known);
    allKnown.addAll(settings.known);
    Map<String, String> allAliases = new LinkedHashMap<>(settings.aliases);
    allAliases.putAll(aliases);
    Map<String, String> stillRefused = new LinkedHashMap<>(refused);
    stillRefused.keySet().removeAll(settings.known);
    stillRefused.keySet().removeAll(settings.aliases.keySet());
    return new Keys(allKnown, allAliases, stillRefused, open || settings.open).refuse(settings.refused);
  }

  /** The spelling that the readers use. */
  String canonical(String key) {
    return aliases.getOrDefault(key, key);
  }

  /** Every key that a user may have meant. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(known);
    all.addAll(aliases.keySet());
    all.addAll(refused.keySet());
    return all;
  }
}
