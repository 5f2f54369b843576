package org.attentionlab.display;

import java.util.Set;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.Tensor;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/**
 * Teaches kernels of the JJava family to show the course's objects: the value of a cell appears as
 * HTML, with plain text beside it.
 *
 * <p>Kernels find this class by {@code META-INF/services}.
 */
public final class AttentionLabExtension implements Extension {
  private static final Set<MIMEType> FORMS = Set.of(MIMEType.TEXT_HTML, MIMEType.TEXT_PLAIN);

  /** For the service loader. */
  public AttentionLabExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    install(kernel.getRenderer());
  }

  void install(Renderer renderer) {
    register(renderer, HtmlView.class);
    register(renderer, Tensor.class);
    register(renderer, Mask.class);
    register(renderer, Table.class);
    register(renderer, Chart.class);
  }

  private static <T> void register(Renderer renderer, Class<T> type) {
    renderer.<T>register(
        FORMS,
        FORMS,
        Set.of(type),
        (object, context) -> {
          context.renderIfRequested(MIMEType.TEXT_HTML, () -> Html.of(object));
          context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> plain(object));
        });
  }

  private static String plain(Object object) {
    return object instanceof Chart<?, ?> chart
        ? ChartPicture.of(chart).toString()
        : object.toString();
  }
}
