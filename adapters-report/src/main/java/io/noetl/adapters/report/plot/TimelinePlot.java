package io.noetl.adapters.report.plot;

import io.noetl.adapters.report.plot.RowChart.Bar;
import io.noetl.adapters.report.plot.RowChart.Layer;
import io.noetl.adapters.report.plot.RowChart.Row;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.report.NodeKind;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** When what ran, as a picture: a bar from each start to its end, nested, with errors in red. */
public final class TimelinePlot implements ReportRenderer {

  static final int MOST_ROWS = 60;

  private static final int OPEN = 5;
  private static final int ERROR_WITHIN = 6;
  private static final int ERROR = 7;
  private static final List<Layer> LAYERS =
      List.of(
          new Layer("execution, called playbook", new Color(0x9fb3c8), 0.3),
          new Layer("loop", new Color(0xb497d6), 0.3),
          new Layer("item of a loop", new Color(0xd9c8ee), 0.5),
          new Layer("step", new Color(0x5b9bd5), 0.5),
          new Layer("task", new Color(0x2f8f83), 0.72),
          new Layer("not ended", new Color(0xe0c46c), 0.5),
          new Layer("error within", new Color(0xf0a39b), 0.3),
          new Layer("error", new Color(0xd64545), 0.5));

  @Override
  public String fileName() {
    return "execution_timeline.png";
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
  public void render(Report report, OutputStream out) throws IOException {
    RowPicture.write(chart(report), out);
  }

  static RowChart chart(Report report) {
    boolean folded = report.analysis().timelineRows() > MOST_ROWS;
    TimelineLanes lanes = TimelineLanes.of(report, folded);
    LaneChoice choice = LaneChoice.of(lanes, MOST_ROWS);
    List<Row> rows = new ArrayList<>();
    choice.shown().forEach(lane -> rows.add(row(lane.name(), lane.depth(), lane, lanes.length())));
    Lane others = choice.others();
    if (others != null) {
      rows.add(row("the others", 0, others, lanes.length()));
    }
    List<String> subtitles = new ArrayList<>(List.of(PlotHeading.of(report)));
    if (folded) {
      String hidden =
          choice.otherLanes() == 0
              ? ""
              : " " + PlotText.count(choice.otherLanes()) + " rows, those that take the least time, share the last.";
      subtitles.add("All runs of a node share a row, whatever the item of a loop." + hidden);
    }
    return new RowChart("Execution timeline", subtitles, "time since the start", lanes.length(), LAYERS, rows);
  }

  private static Row row(String name, int depth, Lane lane, double length) {
    List<Bar> bars = new ArrayList<>();
    addBars(lane.busy(), layer(lane.kind()), length, bars);
    addBars(lane.open(), OPEN, length, bars);
    addBars(lane.failed(), errorLayer(lane.kind()), length, bars);
    String times = lane.count() > 1 ? " × " + PlotText.count(lane.count()) : "";
    return new Row(PlotText.of(name) + times, depth, lane.failures() > 0, note(lane), bars);
  }

  private static String note(Lane lane) {
    String seconds = lane.seconds() == 0 ? "" : PlotText.seconds(lane.seconds());
    if (lane.failures() == 0) {
      return lane.count() > 1 && !seconds.isEmpty() ? seconds + " in all" : seconds;
    }
    String failed = lane.count() == 1 ? "error" : PlotText.count(lane.failures()) + " failed";
    return seconds.isEmpty() ? failed : seconds + ", " + failed;
  }

  /** A bar for each run of columns that are set. */
  private static void addBars(BitSet columns, int layer, double length, List<Bar> bars) {
    double column = length / Lane.COLUMNS;
    for (int from = columns.nextSetBit(0); from >= 0; ) {
      int to = columns.nextClearBit(from);
      bars.add(new Bar(layer, from * column, to * column));
      from = columns.nextSetBit(to);
    }
  }

  private static int layer(NodeKind kind) {
    return switch (kind) {
      case EXECUTION, PLAYBOOK -> 0;
      case LOOP -> 1;
      case ITERATION -> 2;
      case STEP -> 3;
      case TASK -> 4;
    };
  }

  /** What holds others and failed did so because one of them did. */
  private static int errorLayer(NodeKind kind) {
    return switch (kind) {
      case EXECUTION, PLAYBOOK, LOOP, ITERATION -> ERROR_WITHIN;
      case STEP, TASK -> ERROR;
    };
  }
}
