package org.attentionlab.display;

import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.Tensor;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** Objects as HTML fragments. */
public final class Html {
  private Html() {}

  /**
   * Any object as HTML: views, tensors, masks, Tablesaw tables, XChart charts, images, maps,
   * records, collections and arrays as what they are, everything else as its text.
   *
   * @param object what to show; null is shown as the word
   * @return a fragment for the body of a page, everything in it escaped
   */
  public static String of(Object object) {
    if (object instanceof HtmlView view) {
      return view.toHtml();
    } else if (object instanceof Tensor tensor) {
      return TensorTable.of(tensor).toHtml();
    } else if (object instanceof Mask mask) {
      return MaskTable.of(mask).toHtml();
    } else if (object instanceof Table table) {
      return TableView.of(table).toHtml();
    } else if (object instanceof Chart<?, ?> chart) {
      return ChartPicture.of(chart).toHtml();
    } else if (object instanceof BufferedImage image) {
      return Png.img(image, image.getWidth(), "Image, " + Png.size(image));
    } else if (object instanceof Map<?, ?>
        || object instanceof Record
        || object instanceof Collection<?>
        || object instanceof Optional<?>
        || (object != null && object.getClass().isArray())) {
      return Style.once(Nesting.inside(object, () -> container(object)));
    }
    return Plain.text(Plain.words(object));
  }

  private static String container(Object object) {
    if (object instanceof Map<?, ?> map) {
      return Plain.map(map);
    } else if (object instanceof Record parts) {
      return Plain.record(parts);
    } else if (object instanceof Collection<?> items) {
      return Plain.items(items);
    } else if (object instanceof Optional<?> optional) {
      return of(optional.isPresent() ? optional.get() : "(empty)");
    }
    return Plain.array(object);
  }

  /**
   * Text for HTML, inside of elements and of quoted attributes.
   *
   * @param text any text
   * @return the text with the five special characters replaced
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
