package org.attentionlab.kernel.session;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few lines about a value.
 *
 * <p>Code from cells is not called for it: a learner's {@code toString} may run for ever, or print.
 */
final class ValueSummary {
  private static final int ELEMENTS = 8;
  private static final int DEPTH = 2;
  private static final int LENGTH = 600;
  private static final int LINES = 12;

  private final Predicate<Class<?>> fromCell;

  ValueSummary(Predicate<Class<?>> fromCell) {
    this.fromCell = fromCell;
  }

  String of(Object value) {
    String text = summary(value, DEPTH);
    String few = text.lines().limit(LINES).collect(Collectors.joining("\n"));
    String shown = few.substring(0, Math.min(LENGTH, few.length()));
    return shown.length() < text.stripTrailing().length() ? shown + " ..." : shown;
  }

  private String summary(Object value, int depth) {
    if (value == null) {
      return "null";
    }
    if (value instanceof CharSequence text && isOfTheJdk(value)) {
      return '"' + text.toString() + '"';
    }
    if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      return listed(
          IntStream.range(0, length).mapToObj(i -> Array.get(value, i)), length, depth, "length");
    }
    if (value instanceof Collection<?> all && isOfTheJdk(value)) {
      return listed(all.stream(), all.size(), depth, "size");
    }
    if (value instanceof Map<?, ?> map && isOfTheJdk(value)) {
      return listed(
          map.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())),
          map.size(),
          depth,
          "size");
    }
    if (value instanceof Entry entry) {
      return summary(entry.key(), depth) + "=" + summary(entry.value(), depth);
    }
    if (value instanceof Record && fromCell.test(value.getClass()) && depth > 0) {
      return components(value, depth);
    }
    return fromCell.test(value.getClass()) || holdsOthers(value)
        ? "an object of " + value.getClass().getSimpleName()
        : text(value);
  }

  /** The fields of a record, read without its accessors. */
  private String components(Object value, int depth) {
    Class<?> type = value.getClass();
    return Stream.of(type.getRecordComponents())
        .map(c -> c.getName() + "=" + summary(field(value, c.getName()), depth - 1))
        .collect(Collectors.joining(", ", type.getSimpleName() + "[", "]"));
  }

  private static Object field(Object value, String name) {
    try {
      Field field = value.getClass().getDeclaredField(name);
      return field.trySetAccessible() ? field.get(value) : "?";
    } catch (ReflectiveOperationException e) {
      return "?";
    }
  }

  private record Entry(Object key, Object value) {}

  private String listed(Stream<?> elements, int size, int depth, String measure) {
    if (depth == 0) {
      return measure + " " + size;
    }
    String first =
        elements.limit(ELEMENTS).map(e -> summary(e, depth - 1)).collect(Collectors.joining(", "));
    return measure + " " + size + ": [" + first + (size > ELEMENTS ? ", ..." : "") + "]";
  }

  /** What may call a toString of the objects in it, such as an Optional. */
  private static boolean holdsOthers(Object value) {
    boolean plain =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Character
            || value instanceof Enum<?>
            || value instanceof Class<?>
            || value.getClass().getName().startsWith("java.time.");
    return isOfTheJdk(value) && !plain;
  }

  private static boolean isOfTheJdk(Object value) {
    return value.getClass().getModule().isNamed();
  }

  private static String text(Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return "an object of " + value.getClass().getSimpleName();
    }
  }
}
