package io.noetl.application.run;

import io.noetl.application.port.Redaction;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.secret.Masking;
import io.noetl.domain.secret.Secret;
import io.noetl.domain.secret.Secrets;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The secrets of a run as far as they are known: every playbook that begins may bring more. */
final class KnownSecrets implements Redaction {

  /** The note that names the secrets hidden in an event. */
  private static final String NOTE = "secrets";

  private final AtomicReference<Secrets> known = new AtomicReference<>(Secrets.NONE);

  void add(Collection<Secret> more) {
    if (!more.isEmpty()) {
      known.updateAndGet(secrets -> secrets.with(more));
    }
  }

  @Override
  public String text(String text) {
    return known.get().text(text);
  }

  @Override
  public Value value(Value value) {
    return known.get().value(value);
  }

  @Nullable String optionalText(@Nullable String text) {
    return text == null ? null : text(text);
  }

  /** The map without secrets. */
  MapValue map(MapValue map) {
    return known.get().map(map);
  }

  /** The playbook as the store keeps it; its SHA-256 stays that of the file. */
  Playbook of(Playbook playbook) {
    Secrets secrets = known.get();
    return secrets.isEmpty()
        ? playbook
        : playbook.withSource(secrets.text(playbook.source()), secrets.map(playbook.document()));
  }

  /** The event as the log keeps it: {@code metadata.secrets} names those that stand there as {@code ***}. */
  Event of(Event event) {
    Secrets secrets = known.get();
    if (secrets.isEmpty()) {
      return event;
    }
    Masking masking = secrets.masking();
    Value input = event.input() == null ? null : masking.value(event.input());
    Value output = event.output() == null ? null : masking.value(event.output());
    Value metadata = event.metadata() == null ? null : masking.value(event.metadata());
    String error = event.error() == null ? null : masking.text(event.error());
    return masking.names().isEmpty()
        ? event
        : event.keeping(input, output, noted(metadata, masking.names()), error);
  }

  private static Value noted(@Nullable Value metadata, Collection<String> names) {
    Map<String, Value> notes = new LinkedHashMap<>(metadata instanceof MapValue map ? map.entries() : Map.of());
    List<Value> listed = names.stream().<Value>map(Value::of).toList();
    notes.put(NOTE, Value.of(listed));
    return Value.of(notes);
  }
}
