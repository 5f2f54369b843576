package org.attentionlab.display;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/** Java's own containers as HTML. */
final class Plain {
  private static final int MOST = 50;
  private static final int MOST_CHARACTERS = 20_000;

  private Plain() {}

  static String text(String text) {
    return text.contains("\n")
        ? Style.block("<pre class=\"al-pre\">" + Html.escape(text) + "</pre>")
        : "<span>" + Html.escape(text) + "</span>";
  }

  /** What an object says of itself, cut where it is long; a stream is not consumed for it. */
  static String words(Object object) {
    if (object instanceof BaseStream<?, ?>) {
      return "a stream, not yet consumed; .toList() or .toArray() at its end shows what is in it";
    }
    String text;
    try {
      text = String.valueOf(object);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return object.getClass().getSimpleName()
          + " (its toString() throws "
          + e.getClass().getSimpleName()
          + ")";
    }
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS)
            + String.format(Locale.ROOT, "… %,d more characters", text.length() - MOST_CHARACTERS);
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
    boolean simple = items.stream().limit(MOST).allMatch(Plain::isSimple);
    return simple ? line(items) : list(items);
  }

  static String array(Object array) {
    return items(
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            return Array.get(array, index);
          }

          @Override
          public int size() {
            return Array.getLength(array);
          }
        });
  }

  private static boolean isSimple(Object item) {
    return item instanceof Number
        || item instanceof Boolean
        || item instanceof Character
        || item instanceof Enum<?>
        || (item instanceof String text && !text.contains("\n"));
  }

  private static String line(Collection<?> items) {
    String shown = items.stream().limit(MOST).map(Plain::words).collect(Collectors.joining(", "));
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
    } catch (InvocationTargetException e) {
      return "(cannot be read: " + e.getCause().getClass().getSimpleName() + ")";
    } catch (IllegalAccessException e) {
      return "(cannot be read: it is not public)";
    }
  }
}
