package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.Tensor;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class AttentionLabExtensionTest {
  @Test
  void kernelsFindTheExtension() {
    List<Class<? extends Extension>> found =
        ServiceLoader.load(Extension.class).stream()
            .<Class<? extends Extension>>map(ServiceLoader.Provider::type)
            .toList();
    assertTrue(found.contains(AttentionLabExtension.class), found.toString());
  }

  @Test
  void theCoursesObjectsAreShownAsHtmlWithTextBesideIt() {
    Renderer renderer = new Renderer();
    new AttentionLabExtension().install(renderer);
    XYChart chart = new XYChart(300, 200);
    chart.addSeries("loss", new double[] {1, 2}, new double[] {3, 4});
    List<Object> objects =
        List.of(
            Tensor.eye(2),
            Mask.causal(2),
            Table.create("t", IntColumn.create("n", 1, 2)),
            chart,
            Heatmap.of(Tensor.eye(2)),
            SideBySide.of("a", "b"));
    for (Object object : objects) {
      DisplayData data = renderer.render(object);
      assertEquals(Html.of(object), data.getData(MIMEType.TEXT_HTML), object.toString());
      assertTrue(data.hasDataForType(MIMEType.TEXT_PLAIN), object.toString());
    }
    assertEquals("Chart, series: loss.", renderer.render(chart).getData(MIMEType.TEXT_PLAIN));
    assertEquals(
        Tensor.eye(2).toString(), renderer.render(Tensor.eye(2)).getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void otherObjectsKeepTheirText() {
    Renderer renderer = new Renderer();
    new AttentionLabExtension().install(renderer);
    DisplayData data = renderer.render("text");
    assertEquals("text", data.getData(MIMEType.TEXT_PLAIN));
    assertTrue(!data.hasDataForType(MIMEType.TEXT_HTML));
  }
}
