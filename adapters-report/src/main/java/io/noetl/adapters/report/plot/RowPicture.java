package io.noetl.adapters.report.plot;

import io.noetl.adapters.report.plot.RowChart.Bar;
import io.noetl.adapters.report.plot.RowChart.Row;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** Draws rows of bars as a PNG. Labels stand left of the rows, moved to the right by depth, and notes right of them. */
final class RowPicture {

  static final int WIDTH = 1_400;

  private static final int ROW_HEIGHT = 22;
  private static final int LEAST_ROWS = 3;
  private static final int MARGIN = 16;
  private static final int INDENT = 14;
  private static final int WIDEST_LABEL = 380;
  private static final int WIDEST_NOTE = 230;
  private static final Color TEXT = new Color(0x1f2933);
  private static final Color FAILED_TEXT = new Color(0xb42318);

  private final RowChart content;
  private final FontMetrics metrics;
  private final int labels;
  private final int notes;

  private RowPicture(RowChart content) {
    this.content = content;
    this.metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getFontMetrics(PlotFonts.plain(13));
    this.labels =
        content.rows().stream().mapToInt(row -> INDENT * row.depth() + metrics.stringWidth(row.label())).max().orElse(0);
    this.notes = content.rows().stream().mapToInt(row -> metrics.stringWidth(row.note())).max().orElse(0);
  }

  static void write(RowChart content, OutputStream out) throws IOException {
    // The stream that ImageIO would choose makes a temporary file.
    try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(new RowPicture(content).draw(), "png", image);
    }
  }

  private BufferedImage draw() {
    int heading = 62 + 18 * content.subtitles().size();
    int height = heading + ROW_HEIGHT * Math.max(LEAST_ROWS, content.rows().size()) + 92;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    JFreeChart chart = RowCharts.chart(content, labelWidth() + 2 * MARGIN, noteWidth() + 2 * MARGIN);
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height), info);
    drawTexts(graphics, chart.getXYPlot(), info.getPlotInfo().getDataArea());
    graphics.dispose();
    return image;
  }

  private void drawTexts(Graphics2D graphics, XYPlot plot, Rectangle2D area) {
    graphics.setFont(PlotFonts.plain(13));
    for (int i = 0; i < content.rows().size(); i++) {
      Row row = content.rows().get(i);
      double middle = plot.getRangeAxis().valueToJava2D(i, area, plot.getRangeAxisEdge());
      float baseline = (float) middle + (metrics.getAscent() - metrics.getDescent()) / 2f;
      int indent = Math.min(INDENT * row.depth(), labelWidth() / 2);
      graphics.setColor(row.failed() ? FAILED_TEXT : TEXT);
      graphics.drawString(PlotText.fitted(row.label(), metrics, labelWidth() - indent), MARGIN + indent, baseline);
      graphics.drawString(
          PlotText.fitted(row.note(), metrics, noteWidth()), (float) area.getMaxX() + MARGIN / 2f, baseline);
    }
  }

  private int labelWidth() {
    return Math.min(labels, WIDEST_LABEL);
  }

  private int noteWidth() {
    return Math.min(notes, WIDEST_NOTE);
  }

  /** The least length in seconds at which a bar can still be seen. */
  static double visible(RowChart content, Bar bar) {
    return Math.max(bar.to() - bar.from(), content.length() / 500);
  }
}
