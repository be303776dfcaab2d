package io.noetl.application.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.analysis.WriteReport.Written;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.port.ReportRenderer.Kind;
import io.noetl.testkit.report.SampleReport;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportWritingTest {

  private final ReportWriting writing =
      new ReportWriting(
          () -> List.of(renderer("a.md", Kind.PAGE, null), renderer("b.png", Kind.PLOT, "there is no paint")),
          (file, content) -> 7);

  @Test
  void what_cannot_be_made_on_this_machine_is_left_out_and_told() {
    assertThat(writing.write(SampleReport.of("execution-1", "sample.parquet"), Path.of("out"), EnumSet.allOf(Kind.class)))
        .containsExactly(new Written(Path.of("out", "a.md"), 7));
    assertThat(writing.obstacles(EnumSet.allOf(Kind.class))).containsExactly("no b.png: there is no paint");
  }

  @Test
  void nothing_is_told_of_files_that_nobody_asked_for() {
    assertThat(writing.obstacles(Set.of(Kind.PAGE))).isEmpty();
  }

  private static ReportRenderer renderer(String name, Kind kind, @Nullable String obstacle) {
    return new ReportRenderer() {
      @Override
      public String fileName() {
        return name;
      }

      @Override
      public Kind kind() {
        return kind;
      }

      @Override
      public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
      }

      @Override
      public void render(Report report, OutputStream out) {}
    };
  }
}
