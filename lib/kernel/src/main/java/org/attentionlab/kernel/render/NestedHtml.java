package org.attentionlab.kernel.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Containers as HTML: records and maps as tables of names and values, lists as numbered lists, a
 * list of records of one kind as a table with a row for each.
 *
 * <p>What a library has taught the kernel to show is shown so inside of containers too. Everything
 * else is text, escaped. Long, deep and cyclic containers are cut, with a note.
 */
final class NestedHtml {
  private static final int MOST_ITEMS = 50;
  private static final int MOST_ROWS = 20;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_CHARACTERS = 400_000;
  private static final int MOST_OF_A_TEXT = 2_000;

  private final Function<Object, Optional<String>> registered;
  private final List<Object> path = new ArrayList<>();

  /** Characters of text and tables; pictures that a library brings do not count. */
  private int written;

  private boolean rich;

  private NestedHtml(Function<Object, Optional<String>> registered) {
    this.registered = registered;
  }

  /**
   * A container as HTML, where that says more than its text.
   *
   * @param value any value
   * @param registered how a library shows a value, if it does
   * @return nothing for what is no container, and for one that holds numbers and words alone
   */
  static Optional<String> of(Object value, Function<Object, Optional<String>> registered) {
    if (!Parts.isContainer(value)) {
      return Optional.empty();
    }
    NestedHtml html = new NestedHtml(registered);
    String body = html.container(value);
    return html.rich ? Optional.of(NestedStyle.block(body)) : Optional.empty();
  }

  private String any(Object value) {
    if (written > MOST_CHARACTERS) {
      return "…";
    }
    if (isSimple(value)) {
      return text(SafeText.of(value));
    }
    if (path.stream().anyMatch(outer -> outer == value)) {
      rich = true;
      return NestedStyle.soft("(" + SafeText.name(value) + " that this is in)");
    }
    Optional<String> shown = registered.apply(value);
    if (shown.isPresent()) {
      rich = true;
      return shown.get();
    }
    return Parts.isContainer(value) ? container(value) : text(SafeText.of(value));
  }

  private String container(Object value) {
    if (path.size() >= MOST_DEPTH) {
      return text(PlainText.of(value));
    }
    path.add(value);
    try {
      return parts(value);
    } catch (RuntimeException e) {
      return text(SafeText.name(value) + " " + new Parts.Unreadable(SafeText.thrown(e)));
    } finally {
      path.remove(path.size() - 1);
    }
  }

  private String parts(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map(map);
    } else if (value instanceof Record parts) {
      return record(parts);
    } else if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? any(optional.get()) : NestedStyle.soft("(empty)");
    }
    List<Object> items = Parts.items(value, MOST_ITEMS);
    int count = Parts.count(value);
    if (items.stream().allMatch(NestedHtml::isSimple)) {
      return text(PlainText.of(value));
    }
    return isTable(items) ? table(items, count) : list(items, count);
  }

  private String map(Map<?, ?> map) {
    rich = true;
    StringBuilder rows = new StringBuilder();
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    for (int i = 0; i < MOST_ITEMS && entries.hasNext(); i++) {
      Map.Entry<?, ?> entry = entries.next();
      rows.append(pair(any(entry.getKey()), any(entry.getValue())));
    }
    return "<table class=\"jv-pairs\"><tbody>"
        + (map.isEmpty() ? "<tr><td>" + NestedStyle.soft("(empty)") + "</td></tr>" : rows)
        + "</tbody></table>"
        + more(map.size(), MOST_ITEMS);
  }

  private String record(Record parts) {
    rich = true;
    return "<table class=\"jv-pairs\"><caption>"
        + NestedStyle.escape(parts.getClass().getSimpleName())
        + "</caption><tbody>"
        + Parts.components(parts).entrySet().stream()
            .map(part -> pair(NestedStyle.escape(part.getKey()), any(part.getValue())))
            .collect(Collectors.joining())
        + "</tbody></table>";
  }

  private static String pair(String name, String value) {
    return "<tr><th scope=\"row\">" + name + "</th><td>" + value + "</td></tr>";
  }

  private static boolean isTable(List<Object> items) {
    return items.get(0) instanceof Record first
        && first.getClass().getRecordComponents().length > 0
        && items.size() > 1
        && items.stream().allMatch(item -> item != null && item.getClass() == first.getClass());
  }

  private String table(List<Object> items, int count) {
    if (registered.apply(items.get(0)).isPresent()) {
      return list(items, count);
    }
    rich = true;
    StringBuilder out = new StringBuilder("<table><caption>");
    out.append(NestedStyle.escape(items.get(0).getClass().getSimpleName()));
    out.append(String.format(Locale.ROOT, " <small>%,d rows</small>", count));
    out.append("</caption><thead><tr><th></th>");
    for (var component : items.get(0).getClass().getRecordComponents()) {
      out.append("<th scope=\"col\">").append(NestedStyle.escape(component.getName()));
      out.append("<small>").append(NestedStyle.escape(component.getType().getSimpleName()));
      out.append("</small></th>");
    }
    out.append("</tr></thead><tbody>");
    int shown = Math.min(items.size(), MOST_ROWS);
    for (int i = 0; i < shown; i++) {
      out.append("<tr><th scope=\"row\">").append(i).append("</th>");
      for (Object part : Parts.components((Record) items.get(i)).values()) {
        out.append(part instanceof Number ? "<td class=\"jv-n\">" : "<td>");
        out.append(any(part)).append("</td>");
      }
      out.append("</tr>");
    }
    return out + "</tbody></table>" + more(count, MOST_ROWS);
  }

  private String list(List<Object> items, int count) {
    String all =
        items.stream()
            .map(item -> "<li>" + any(item) + "</li>")
            .collect(Collectors.joining("", "<ol start=\"0\">", "</ol>"));
    return all + more(count, MOST_ITEMS);
  }

  private static String more(int count, int most) {
    return count > most
        ? NestedStyle.soft(String.format(Locale.ROOT, "… %,d more", count - most))
        : "";
  }

  private String text(String text) {
    String cut =
        text.length() <= MOST_OF_A_TEXT
            ? text
            : text.substring(0, MOST_OF_A_TEXT)
                + String.format(
                    Locale.ROOT, "… %,d more characters", text.length() - MOST_OF_A_TEXT);
    written += cut.length();
    String escaped = NestedStyle.escape(cut);
    return cut.contains("\n") ? "<pre>" + escaped + "</pre>" : "<span>" + escaped + "</span>";
  }

  private static boolean isSimple(Object value) {
    return value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum<?>
        || value instanceof Parts.Unreadable;
  }
}
