package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a playbook takes from the environment, and what of its workload is a secret.
 *
 * @param variables the environment variables that its templates may read, by name
 * @param secrets the places in the workload that are secrets
 */
public record Confidential(Map<String, Variable> variables, List<WorkloadSecret> secrets) {

  public static final Confidential NONE = new Confidential(Map.of(), List.of());

  public Confidential {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    secrets = List.copyOf(secrets);
  }

  /**
   * An environment variable.
   *
   * @param secret whether its value is a secret
   * @param fallback its value where it is not set; null where it must be
   */
  public record Variable(String name, boolean secret, @Nullable String fallback, Position position) {}

  /**
   * A secret of the workload.
   *
   * @param path the keys that lead to it, the outermost first
   */
  public record WorkloadSecret(List<String> path, Position position) {
    public WorkloadSecret {
      path = List.copyOf(path);
    }

    /** What messages call it: {@code workload.db.password}. */
    public String name() {
      return "workload." + String.join(".", path);
    }
  }
}
