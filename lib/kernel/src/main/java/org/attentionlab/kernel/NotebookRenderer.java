package org.attentionlab.kernel;

import java.util.Arrays;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Renders values; beyond jjava-jupyter's renderer it shows null and the elements of arrays. */
final class NotebookRenderer extends Renderer {
  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return value == null ? new DisplayData("null") : super.render(value, parameters);
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    return value == null ? new DisplayData("null") : super.renderAs(value, parameters, types);
  }

  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
    if (value.getClass().isArray() && !data.hasDataForType(MIMEType.TEXT_PLAIN)) {
      // deepToString takes an array of objects only; the brackets around are its own.
      String text = Arrays.deepToString(new Object[] {value});
      data.putText(text.substring(1, text.length() - 1));
    }
    return super.finalizeDisplayData(data, value);
  }
}
