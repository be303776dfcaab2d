package io.noetl.adapters.report;

import io.noetl.application.port.Report;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.Distribution;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.RecordSchema;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.TimelineRow;
import io.noetl.testkit.report.ListedRecords;
import io.noetl.testkit.report.SampleRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports on made-up executions of any length: steps one after the other, or items of a loop. */
public final class LongExecution {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final String name;
  private final List<TimelineRow> rows = new ArrayList<>();
  private final List<StepDuration> durations = new ArrayList<>();
  private long sequence;
  private double clock;

  private LongExecution(String name) {
    this.name = name;
  }

  /** Different steps, one after the other; the last but one of every hundred fails. */
  public static Report ofSteps(int count) {
    LongExecution made = new LongExecution("steps");
    Random random = new Random(1);
    long root = made.sequence++;
    for (int i = 0; i < count; i++) {
      made.add(root, NodeKind.STEP, "step_" + i, "step_" + i, "steps", 0.05 + random.nextDouble(), i % 100 == 98);
    }
    return made.report(root);
  }

  /** A loop whose items take two steps each; every fiftieth item fails. */
  public static Report ofLoop(int items) {
    LongExecution made = new LongExecution("loop");
    Random random = new Random(2);
    long root = made.sequence++;
    long loop = made.sequence++;
    for (int i = 0; i < items; i++) {
      boolean failed = i % 50 == 49;
      String item = "cities[" + i + "]";
      double begun = made.clock;
      long iteration = made.sequence++;
      made.add(iteration, NodeKind.STEP, item + ".fetch", "fetch", item, 0.2 + random.nextDouble(), failed);
      made.add(iteration, NodeKind.STEP, item + ".evaluate", "evaluate", item, 0.05, false);
      made.rows.add(made.row(iteration, loop, NodeKind.ITERATION, item, "cities", begun, failed));
    }
    made.rows.add(made.row(loop, root, NodeKind.LOOP, "cities", "cities", 0, items > 49));
    return made.report(root);
  }

  private void add(long parent, NodeKind kind, String id, String itsName, String parentId, double seconds, boolean failed) {
    double begun = clock;
    clock += seconds;
    rows.add(
        new SampleRow("execution-1", sequence++, parent, kind, id, kind.text(), at(begun)).name(itsName).in(parentId)
            .ended(at(clock), seconds, failed ? "error" : "success").done());
    if (kind == NodeKind.STEP && !id.contains("[")) {
      Distribution same = new Distribution(seconds, seconds, seconds, seconds, seconds, seconds, seconds, seconds);
      durations.add(new StepDuration("execution-1", itsName, "step", 1, seconds, seconds, 0, same, id));
    }
  }

  private TimelineRow row(long itsSequence, long parent, NodeKind kind, String id, String its, double begun, boolean failed) {
    return new SampleRow("execution-1", itsSequence, parent, kind, id, kind.text(), at(begun)).name(its)
        .in(kind == NodeKind.ITERATION ? "cities" : name)
        .ended(at(clock), clock - begun, failed ? "error" : "success").done();
  }

  private Report report(long root) {
    rows.add(
        new SampleRow("execution-1", root, null, NodeKind.EXECUTION, name, "playbook", START)
            .ended(at(clock), clock, "success").done());
    rows.sort((one, other) -> Long.compare(one.sequence(), other.sequence()));
    ExecutionOverview overview =
        new ExecutionOverview(
            "execution-1", "made.parquet", name, "1", "success", START, at(clock), clock, 2L * rows.size(), rows.size() - 1,
            3, 0, 0, rows.stream().filter(row -> row.status().equals("error")).count());
    Analysis analysis =
        new Analysis(
            "made.parquet", null, new RecordSchema(List.of(), List.of()), List.of(), List.of(overview), List.of(), List.of(),
            List.of(), durations, List.of(), rows.size(), 0);
    return new Report(analysis, new ListedRecords(analysis, rows, List.of(), List.of(), List.of()), null);
  }

  private static Instant at(double seconds) {
    return START.plusNanos((long) (seconds * 1e9));
  }
}
