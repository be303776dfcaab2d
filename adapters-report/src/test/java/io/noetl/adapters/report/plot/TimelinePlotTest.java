package io.noetl.adapters.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.report.LongExecution;
import io.noetl.adapters.report.plot.RowChart.Bar;
import io.noetl.adapters.report.plot.RowChart.Row;
import io.noetl.application.port.Report;
import io.noetl.testkit.report.SampleReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TimelinePlotTest {

  private static final int ERROR_RED = 0xd64545;
  private static final int STEP_BLUE = 0x5b9bd5;

  @Test
  void rows_stand_in_the_order_of_the_tree_with_their_depths_and_durations() {
    RowChart chart = TimelinePlot.chart(SampleReport.of("execution-1", "sample.parquet"));

    assertThat(chart.rows().stream().map(row -> row.depth() + " " + row.label() + ": " + row.note()))
        .containsExactly(
            "0 weather_example · execution-1: 27.0 s, error",
            "1 start: 250 ms",
            "1 city_loop: 18.0 s, error",
            "2 city_loop[0]: 7.00 s",
            "3 fetch: 5.00 s",
            "4 get_forecast: 1.00 s, error",
            "4 get_forecast, attempt 2: 1.50 s",
            "2 city_loop[2]: 5.00 s, error",
            "3 fetch: 3.00 s, error",
            "4 get_forecast: 1.00 s, error",
            "1 report: 500 ms");
    assertThat(chart.subtitles()).containsExactly("weather_example · execution-1 · error · 27.0 s · 28 events · failures: 1");
  }

  @Test
  void a_bar_reaches_from_the_start_of_its_row_to_the_end() {
    Row loop = TimelinePlot.chart(SampleReport.of("execution-1", "sample.parquet")).rows().get(2);

    Bar bar = loop.bars().getFirst();
    assertThat(loop.bars()).hasSize(1);
    assertThat(bar.from()).isBetween(3.98, 4.0);
    assertThat(bar.to()).isBetween(22.0, 22.02);
  }

  @Test
  void a_long_loop_has_a_row_for_all_runs_of_a_node() {
    RowChart chart = TimelinePlot.chart(LongExecution.ofLoop(2_500));

    assertThat(chart.rows().stream().map(row -> row.depth() + " " + row.label()))
        .containsExactly(
            "0 loop · execution-1", "1 cities", "2 items of cities × 2,500", "3 fetch × 2,500", "3 evaluate × 2,500");
    assertThat(chart.rows().get(3).note()).endsWith(", 50 failed");
  }

  @Test
  void of_five_thousand_steps_some_failed_and_the_longest_have_rows_and_the_others_share_one() {
    RowChart chart = TimelinePlot.chart(LongExecution.ofSteps(5_000));

    assertThat(chart.rows()).hasSize(61);
    assertThat(chart.rows().stream().filter(Row::failed)).hasSizeGreaterThanOrEqualTo(29);
    assertThat(chart.rows().getLast().label()).isEqualTo("the others × 4,941");
    assertThat(chart.subtitles().getLast())
        .isEqualTo(
            "All runs of a node share a row, whatever the item of a loop. 4,941 rows, those that take the least time, share"
                + " the last.");
  }

  @Test
  void the_picture_has_the_size_of_its_rows_and_the_colours_of_its_bars() throws IOException {
    BufferedImage image = image(SampleReport.of("execution-1", "sample.parquet"));

    assertThat(image.getWidth()).isEqualTo(1_400);
    assertThat(image.getHeight()).isEqualTo(62 + 18 + 11 * 22 + 92);
    assertThat(count(image, ERROR_RED)).isGreaterThan(1_500);
    assertThat(count(image, STEP_BLUE)).isGreaterThan(1_500);
  }

  @Test
  void the_picture_of_five_thousand_steps_is_no_taller_than_that_of_sixty() throws IOException {
    assertThat(image(LongExecution.ofSteps(5_000)).getHeight()).isEqualTo(62 + 2 * 18 + 61 * 22 + 92);
  }

  @Test
  void the_same_report_makes_the_same_bytes() throws IOException {
    assertThat(bytes(LongExecution.ofSteps(50))).isEqualTo(bytes(LongExecution.ofSteps(50)));
  }

  @Test
  void durations_have_bars_for_average_and_spread() {
    RowChart chart = StepDurationsPlot.chart(SampleReport.of("execution-1", "sample.parquet"));

    assertThat(chart.rows().get(1))
        .isEqualTo(
            new Row(
                "fetch", 0, false, "4.00 s, 2 runs", List.of(new Bar(0, 0, 4.0), new Bar(1, 3.1, 4.9), new Bar(2, 3.0, 5.0))));
  }

  @Test
  void durations_of_many_steps_are_those_that_took_most_time() {
    RowChart chart = StepDurationsPlot.chart(LongExecution.ofSteps(5_000));

    assertThat(chart.rows()).hasSize(40);
    assertThat(chart.subtitles().getLast()).isEqualTo("The 40 of 5,000 steps that took the most time in all their runs.");
  }

  private static long count(BufferedImage image, int colour) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return count;
  }

  private static BufferedImage image(Report report) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes(report)));
  }

  private static byte[] bytes(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TimelinePlot().render(report, out);
    return out.toByteArray();
  }
}
