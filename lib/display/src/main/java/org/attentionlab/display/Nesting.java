package org.attentionlab.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The containers that are being shown, from the outermost: a container that holds itself is named
 * instead of followed, and one that lies too deep is left out.
 */
final class Nesting {
  private static final int MOST_DEPTH = 10;
  private static final ThreadLocal<List<Object>> PATH = ThreadLocal.withInitial(ArrayList::new);

  private Nesting() {}

  /** The inside of a container as HTML, or what stands in its place. */
  static String inside(Object container, Supplier<String> html) {
    List<Object> path = PATH.get();
    if (path.stream().anyMatch(outer -> outer == container)) {
      return "<span class=\"al-soft\">("
          + Html.escape(container.getClass().getSimpleName())
          + " that this is in)</span>";
    }
    if (path.size() >= MOST_DEPTH) {
      return "<span class=\"al-soft\">…</span>";
    }
    path.add(container);
    try {
      return html.get();
    } finally {
      path.remove(path.size() - 1);
      if (path.isEmpty()) {
        PATH.remove();
      }
    }
  }
}
