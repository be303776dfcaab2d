package io.noetl.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ExportInspector.Proof;
import io.noetl.application.port.ExportInspector.Verdict;
import java.util.function.Consumer;

/** What a proven file must be, whatever its digests are. */
public final class Proofs {

  private static final String SHA256 = "[0-9a-f]{64}";
  private static final String XXH64 = "[0-9a-f]{16}";

  private Proofs() {}

  /** Checks that a file was proven to be that, by digests that look like some. */
  public static Consumer<Verdict> of(String executionId, String playbook, long rows, long bytes) {
    return verdict -> {
      assertThat(verdict).isInstanceOf(Verdict.Proven.class);
      Proof proof = ((Verdict.Proven) verdict).proof();
      assertThat(verdict).isEqualTo(new Verdict.Proven(executionId, playbook, rows, bytes, proof));
      assertThat(proof.content()).matches(SHA256);
      assertThat(proof.file()).matches(XXH64);
    };
  }
}
