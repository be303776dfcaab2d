package io.noetl.adapters.cli.export;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExportInspector;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says of each file what a test wrote down.
 *
 * @param alone the verdicts on files for themselves
 * @param compared the verdicts on files that are compared with a store
 * @param claims what files say of themselves; the others nothing
 */
record ScriptedVerdicts(Map<String, Verdict> alone, Map<String, Verdict> compared, Map<String, Claim> claims)
    implements ExportInspector {

  static ScriptedVerdicts of(Map<String, Verdict> alone) {
    return new ScriptedVerdicts(alone, Map.of(), Map.of());
  }

  static ScriptedVerdicts claiming(Map<String, Claim> claims) {
    return new ScriptedVerdicts(Map.of(), Map.of(), claims);
  }

  @Override
  public Verdict inspect(Path file) {
    return Objects.requireNonNull(alone.get(file.toString()), () -> "no verdict on " + file);
  }

  @Override
  public Verdict inspect(Path file, EventStore store) {
    return Objects.requireNonNull(compared.get(file.toString()), () -> "no verdict on " + file + " and a store");
  }

  @Override
  public Optional<Claim> claim(Path file) {
    return Optional.ofNullable(claims.get(file.toString()));
  }
}
