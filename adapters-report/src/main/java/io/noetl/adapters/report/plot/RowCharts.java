package io.noetl.adapters.report.plot;

import io.noetl.adapters.report.plot.RowChart.Bar;
import io.noetl.adapters.report.plot.RowChart.Layer;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Makes JFreeChart's chart of rows of bars: a series per layer, row numbers upwards on an inverted axis. */
final class RowCharts {

  private static final Color TEXT = new Color(0x1f2933);
  private static final Color QUIET = new Color(0x52606d);
  private static final Color LINE = new Color(0xd9e2ec);

  private RowCharts() {}

  static JFreeChart chart(RowChart content, double left, double right) {
    TimeScale scale = TimeScale.of(content.length());
    List<Integer> used = content.usedLayers();
    XYPlot plot = new XYPlot(bars(content, used, scale), time(content, scale), rows(content), renderer(content, used));
    plot.setInsets(new RectangleInsets(8, left, 4, right));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(LINE);
    plot.setRangeGridlinesVisible(false);
    JFreeChart chart = new JFreeChart(null, PlotFonts.bold(20), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    addTexts(content, chart);
    return chart;
  }

  private static void addTexts(RowChart content, JFreeChart chart) {
    chart.setTitle(title(content.title(), 20, TEXT));
    for (String line : content.subtitles()) {
      TextTitle subtitle = title(line, 13, QUIET);
      subtitle.setFont(PlotFonts.plain(13));
      chart.addSubtitle(subtitle);
    }
    LegendTitle legend = new LegendTitle(chart.getPlot());
    legend.setItemFont(PlotFonts.plain(13));
    legend.setItemPaint(QUIET);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setPadding(0, 8, 8, 8);
    chart.addLegend(legend);
  }

  private static TextTitle title(String text, float size, Color color) {
    TextTitle title = new TextTitle(text, PlotFonts.bold(size));
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(size > 16 ? 12 : 2, 16, 0, 16);
    title.setMaximumLinesToDisplay(1);
    return title;
  }

  private static NumberAxis time(RowChart content, TimeScale scale) {
    NumberAxis axis = new NumberAxis(content.axis() + ", " + scale.unit());
    axis.setRange(0, Math.max(content.length() / scale.seconds(), 1e-9) * 1.005);
    axis.setLabelFont(PlotFonts.plain(13));
    axis.setTickLabelFont(PlotFonts.plain(12));
    axis.setLabelPaint(QUIET);
    axis.setTickLabelPaint(QUIET);
    axis.setAxisLinePaint(LINE);
    axis.setTickMarkPaint(LINE);
    return axis;
  }

  private static SymbolAxis rows(RowChart content) {
    SymbolAxis axis = new SymbolAxis(null, content.rows().stream().map(row -> "").toArray(String[]::new));
    axis.setInverted(true);
    axis.setRange(-0.5, Math.max(1, content.rows().size()) - 0.5);
    axis.setTickLabelFont(PlotFonts.plain(12));
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(LINE);
    axis.setGridBandPaint(new Color(0xf5f7fa));
    axis.setGridBandAlternatePaint(Color.WHITE);
    return axis;
  }

  private static XYIntervalSeriesCollection bars(RowChart content, List<Integer> used, TimeScale scale) {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (int layer : used) {
      Layer its = content.layers().get(layer);
      XYIntervalSeries series = new XYIntervalSeries(its.name(), false, true);
      for (int row = 0; row < content.rows().size(); row++) {
        for (Bar bar : content.rows().get(row).bars()) {
          if (bar.layer() == layer) {
            double from = bar.from() / scale.seconds();
            double to = from + RowPicture.visible(content, bar) / scale.seconds();
            series.add(from, from, to, row, row - its.height() / 2, row + its.height() / 2);
          }
        }
      }
      all.addSeries(series);
    }
    return all;
  }

  private static XYBarRenderer renderer(RowChart content, List<Integer> used) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setDefaultItemLabelFont(PlotFonts.plain(12));
    for (int series = 0; series < used.size(); series++) {
      renderer.setSeriesPaint(series, content.layers().get(used.get(series)).color());
    }
    return renderer;
  }
}
