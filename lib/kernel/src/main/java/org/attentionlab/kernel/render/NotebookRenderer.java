package org.attentionlab.kernel.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Renders values: first as a library has registered it, else Java's own containers as HTML, and
 * everything as plain text too.
 */
public final class NotebookRenderer extends Renderer {
  /** Larger pictures make notebooks that no front end opens. */
  private static final int MOST_PIXELS_ACROSS = 2000;

  private final Set<Class<?>> taught = ConcurrentHashMap.newKeySet();

  /** A renderer that knows Java's own types. */
  public NotebookRenderer() {}

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    super.register(supported, preferred, types, function);
    taught.addAll(types);
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    // An input stream that is shown as what is in it would be empty for the next cell.
    Optional<DisplayData> taught =
        isTaught(value) && !(value instanceof InputStream)
            ? guarded(value, () -> super.render(shown(value), parameters))
            : Optional.empty();
    DisplayData data = taught.orElseGet(DisplayData::new);
    if (taught.isEmpty()) {
      NestedHtml.of(value, this::registered).ifPresent(data::putHTML);
    }
    return withText(data, value);
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    DisplayData data =
        isTaught(value)
            ? guarded(value, () -> super.renderAs(shown(value), parameters, types))
                .orElseGet(DisplayData::new)
            : new DisplayData();
    if (!data.hasDataForType(MIMEType.TEXT_HTML)
        && Arrays.asList(types).contains(MIMEType.TEXT_HTML.toString())) {
      NestedHtml.of(value, this::registered).ifPresent(data::putHTML);
    }
    return withText(data, value);
  }

  /** The text comes last, and only for what is shown by itself. */
  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
    return data;
  }

  private static DisplayData withText(DisplayData data, Object value) {
    if (!data.hasDataForType(MIMEType.TEXT_PLAIN) || value instanceof CharSequence) {
      data.putText(PlainText.of(value));
    }
    return data;
  }

  /** A renderer that fails costs what it would have shown, not the cell. */
  private static Optional<DisplayData> guarded(Object value, Supplier<DisplayData> rendering) {
    try {
      return Optional.of(rendering.get());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      System.err.println(
          "display: the renderer for "
              + value.getClass().getName()
              + " failed, so the value is shown without it: "
              + SafeText.thrown(e));
      return Optional.empty();
    }
  }

  private boolean isTaught(Object value) {
    return value instanceof DisplayDataRenderable
        || taught.stream().anyMatch(type -> type.isInstance(value));
  }

  /** What a library shows of a value, as HTML to stand inside of other HTML. */
  private Optional<String> registered(Object value) {
    if (!isTaught(value) || value instanceof InputStream) {
      return Optional.empty();
    }
    return guarded(value, () -> super.render(shown(value), new LinkedHashMap<>()))
        .flatMap(data -> inside(data, SafeText.of(value)));
  }

  private static Optional<String> inside(DisplayData data, String words) {
    Object html = data.getData(MIMEType.TEXT_HTML);
    Object png = data.getData(MIMEType.IMAGE_PNG);
    Object svg = data.getData(MIMEType.IMAGE_SVG);
    String alt = "\" alt=\"" + NestedStyle.escape(words) + "\">";
    if (html != null) {
      return Optional.of(html.toString());
    } else if (svg != null) {
      byte[] bytes = svg.toString().getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(bytes);
      return Optional.of("<img src=\"data:image/svg+xml;base64," + encoded + alt);
    } else if (png != null) {
      return Optional.of("<img src=\"data:image/png;base64," + png + alt);
    }
    return Optional.empty();
  }

  /** The value, or a smaller copy of a picture that is too large. */
  private static Object shown(Object value) {
    if (!(value instanceof BufferedImage image)) {
      return value;
    }
    double scale = (double) MOST_PIXELS_ACROSS / Math.max(image.getWidth(), image.getHeight());
    if (scale >= 1) {
      return image;
    }
    int width = (int) Math.max(1, Math.round(scale * image.getWidth()));
    int height = (int) Math.max(1, Math.round(scale * image.getHeight()));
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = smaller.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return smaller;
  }
}
