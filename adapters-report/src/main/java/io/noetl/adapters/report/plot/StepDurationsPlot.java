package io.noetl.adapters.report.plot;

import io.noetl.adapters.report.plot.RowChart.Bar;
import io.noetl.adapters.report.plot.RowChart.Layer;
import io.noetl.adapters.report.plot.RowChart.Row;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.report.Distribution;
import io.noetl.application.report.StepDuration;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long steps took, as a picture: average, spread and count of the steps that took most time. */
public final class StepDurationsPlot implements ReportRenderer {

  static final int MOST_STEPS = 40;

  private static final List<Layer> LAYERS =
      List.of(
          new Layer("average", new Color(0x9ec5e8), 0.74),
          new Layer("5 % to 95 % of the runs", new Color(0x2f6fb0), 0.26),
          new Layer("shortest to longest run", new Color(0x12395f), 0.07));

  @Override
  public String fileName() {
    return "step_durations.png";
  }

  @Override
  public Kind kind() {
    return Kind.PLOT;
  }

  @Override
  public Optional<String> obstacle() {
    return PlotFonts.obstacle();
  }

  @Override
  public boolean appliesTo(Report report) {
    return !report.analysis().stepDurations().isEmpty();
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    RowPicture.write(chart(report), out);
  }

  static RowChart chart(Report report) {
    List<StepDuration> all = report.analysis().stepDurations();
    List<StepDuration> shown =
        all.stream().sorted(Comparator.comparingDouble(StepDuration::total).reversed()).limit(MOST_STEPS).toList();
    double longest = shown.stream().mapToDouble(step -> step.distribution().maximum()).max().orElse(0);
    List<String> subtitles = new ArrayList<>(List.of(PlotHeading.of(report)));
    if (shown.size() < all.size()) {
      subtitles.add(
          "The " + shown.size() + " of " + PlotText.count(all.size()) + " steps that took the most time in all their runs.");
    }
    boolean several = report.analysis().executions().size() > 1;
    return new RowChart(
        "Step durations", subtitles, "duration of a run", longest, LAYERS,
        shown.stream().map(step -> row(step, several)).toList());
  }

  private static Row row(StepDuration step, boolean several) {
    Distribution spread = step.distribution();
    List<Bar> bars = new ArrayList<>(List.of(new Bar(0, 0, step.average())));
    if (step.count() > 1) {
      bars.add(new Bar(1, spread.p05(), spread.p95()));
      bars.add(new Bar(2, spread.minimum(), spread.maximum()));
    }
    String label = PlotText.of(several ? step.stepName() + " · " + step.executionId() : step.stepName());
    String runs = step.count() == 1 ? "1 run" : PlotText.count(step.count()) + " runs";
    return new Row(label, 0, false, PlotText.seconds(step.average()) + ", " + runs, bars);
  }
}
