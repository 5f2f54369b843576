package org.attentionlab.display;

import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart of XChart as it is. */
final class ChartPicture extends Picture {
  private final Chart<?, ?> chart;

  private ChartPicture(Chart<?, ?> chart) {
    this.chart = chart;
  }

  static ChartPicture of(Chart<?, ?> chart) {
    return new ChartPicture(chart);
  }

  @Override
  Sheet sheet() {
    int width = chart.getWidth();
    int height = chart.getHeight();
    return new Sheet(width, height, g -> chart.paint(g, width, height));
  }

  @Override
  public String alt() {
    String title = chart.getTitle() == null ? "" : chart.getTitle();
    return "Chart"
        + (title.isBlank() ? "" : " \"" + title + "\"")
        + chart.getSeriesCollection().stream()
            .map(series -> series.getName())
            .collect(Collectors.joining(", ", ", series: ", "."));
  }

  @Override
  public String toString() {
    return alt();
  }
}
