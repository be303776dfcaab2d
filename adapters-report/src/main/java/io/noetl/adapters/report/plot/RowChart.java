package io.noetl.adapters.report.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * What a picture of bars in rows shows.
 *
 * @param subtitles lines below the title
 * @param axis what the horizontal axis measures, without its unit
 * @param length how many seconds the axis has
 * @param layers the kinds of bars, what is drawn first first
 */
record RowChart(String title, List<String> subtitles, String axis, double length, List<Layer> layers, List<Row> rows) {

  RowChart {
    subtitles = List.copyOf(subtitles);
    layers = List.copyOf(layers);
    rows = List.copyOf(rows);
  }

  /**
   * A kind of bar.
   *
   * @param height which part of its row's height a bar takes
   */
  record Layer(String name, Color color, double height) {}

  /**
   * A row and its bars.
   *
   * @param depth how far its label is moved to the right
   * @param note what stands behind its end
   */
  record Row(String label, int depth, boolean failed, String note, List<Bar> bars) {
    Row {
      bars = List.copyOf(bars);
    }
  }

  /** A bar between two points in seconds. */
  record Bar(int layer, double from, double to) {}

  /** The layers that have a bar: the legend names no others. */
  List<Integer> usedLayers() {
    List<Integer> used = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      int number = layer;
      if (rows.stream().anyMatch(row -> row.bars().stream().anyMatch(bar -> bar.layer() == number))) {
        used.add(layer);
      }
    }
    return used;
  }
}
