package org.attentionlab.display;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several objects next to each other, below each other where the page is narrow. */
public final class SideBySide implements HtmlView {
  private final List<Object> parts;

  private SideBySide(List<Object> parts) {
    this.parts = parts;
  }

  /**
   * Puts objects next to each other.
   *
   * @param parts views, or anything else that {@link Html#of} shows
   * @return the view
   */
  public static SideBySide of(Object... parts) {
    return new SideBySide(List.copyOf(Arrays.asList(parts)));
  }

  /**
   * Puts the members of a list next to each other.
   *
   * @param parts views, or anything else that {@link Html#of} shows
   * @return the view
   */
  public static SideBySide ofAll(List<?> parts) {
    return new SideBySide(List.copyOf(parts));
  }

  @Override
  public String toHtml() {
    return Style.once(
        Style.block(
            parts.stream()
                .map(part -> "<div>" + Html.of(part) + "</div>")
                .collect(Collectors.joining("", "<div class=\"al-row\">", "</div>"))));
  }

  /** The parts' texts, one after the other. */
  @Override
  public String toString() {
    return parts.stream().map(String::valueOf).collect(Collectors.joining("\n\n"));
  }
}
