package org.attentionlab.display;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Java's own containers as HTML. */
final class Plain {
  private static final int MOST = 50;

  private Plain() {}

  static String text(String text) {
    return text.contains("\n")
        ? Style.block("<pre class=\"al-pre\">" + Html.escape(text) + "</pre>")
        : "<span>" + Html.escape(text) + "</span>";
  }

  static String map(Map<?, ?> map) {
    StringBuilder out = new StringBuilder("<table class=\"al-t al-pairs\"><tbody>");
    map.entrySet().stream()
        .limit(MOST)
        .forEach(
            entry ->
                out.append("<tr><th scope=\"row\">")
                    .append(Html.of(entry.getKey()))
                    .append("</th><td>")
                    .append(Html.of(entry.getValue()))
                    .append("</td></tr>"));
    out.append("</tbody></table>").append(more(map.size()));
    return Style.block(out.toString());
  }

  static String record(Record parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : parts.getClass().getRecordComponents()) {
      values.put(component.getName(), value(parts, component));
    }
    return map(values);
  }

  /** Numbers and words in one line, everything else as a numbered list. */
  static String items(Collection<?> items) {
    boolean simple = items.stream().allMatch(Plain::isSimple);
    return simple ? line(items) : list(items);
  }

  static String array(Object array) {
    return items(
        IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList());
  }

  private static boolean isSimple(Object item) {
    return item instanceof Number
        || item instanceof Boolean
        || item instanceof Character
        || (item instanceof String text && !text.contains("\n"));
  }

  private static String line(Collection<?> items) {
    String shown =
        items.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
    String rest = items.size() > MOST ? ", … " + (items.size() - MOST) + " more" : "";
    return text("[" + shown + rest + "]");
  }

  private static String list(Collection<?> items) {
    return Style.block(
        items.stream()
                .limit(MOST)
                .map(item -> "<li>" + Html.of(item) + "</li>")
                .collect(Collectors.joining("", "<ol class=\"al-items\" start=\"0\">", "</ol>"))
            + more(items.size()));
  }

  private static String more(int size) {
    return size > MOST ? Style.note("… " + (size - MOST) + " more") : "";
  }

  /** A component, or in words why it could not be read. */
  private static Object value(Record parts, RecordComponent component) {
    try {
      component.getAccessor().trySetAccessible();
      return component.getAccessor().invoke(parts);
    } catch (ReflectiveOperationException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
