package org.attentionlab.kernel.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values as plain text: what {@code toString()} says, but never endless.
 *
 * <p>Arrays show their elements. What is long is cut, with a note that says how much is missing; a
 * container that holds itself is named instead of followed.
 */
final class PlainText {
  /** No screen shows more characters at a time, and no reader reads them. */
  private static final int MOST = 20_000;

  /** A text that is the value itself may be longer: someone made it on purpose. */
  private static final int MOST_OF_A_TEXT = 200_000;

  private static final int MOST_ITEMS = 1000;
  private static final int MOST_DEPTH = 40;

  private final StringBuilder out = new StringBuilder();
  private final List<Object> path = new ArrayList<>();

  private PlainText() {}

  static String of(Object value) {
    if (value instanceof CharSequence) {
      return cut(SafeText.of(value), MOST_OF_A_TEXT);
    }
    PlainText text = new PlainText();
    text.add(value);
    return cut(text.out.toString(), MOST);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Half of a surrogate pair would be no character.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end)
        + String.format(Locale.ROOT, "\n… cut after the first %,d characters", end);
  }

  private void add(Object value) {
    if (out.length() > MOST) {
      return;
    }
    if (!Parts.isContainer(value) || !Parts.hasUsualText(value)) {
      out.append(SafeText.of(value));
    } else if (path.stream().anyMatch(outer -> outer == value)) {
      out.append("(").append(SafeText.name(value)).append(" that this is in)");
    } else if (path.size() >= MOST_DEPTH) {
      out.append("…");
    } else {
      path.add(value);
      int start = out.length();
      try {
        addParts(value);
      } catch (RuntimeException | StackOverflowError e) {
        out.setLength(start);
        out.append(SafeText.name(value));
        out.append(" ").append(new Parts.Unreadable(SafeText.thrown(e)));
      }
      path.remove(path.size() - 1);
    }
  }

  private void addParts(Object value) {
    if (value instanceof Map<?, ?> map) {
      addMap(map);
    } else if (value instanceof Record parts) {
      addRecord(parts);
    } else if (value instanceof Optional<?> optional) {
      out.append(optional.isPresent() ? "Optional[" : "Optional.empty");
      if (optional.isPresent()) {
        add(optional.get());
        out.append("]");
      }
    } else {
      String separator = "";
      out.append("[");
      for (Object item : Parts.items(value, MOST_ITEMS)) {
        out.append(separator);
        add(item);
        separator = ", ";
      }
      out.append(more(Parts.count(value))).append("]");
    }
  }

  private void addMap(Map<?, ?> map) {
    String separator = "";
    out.append("{");
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    for (int i = 0; i < MOST_ITEMS && entries.hasNext(); i++) {
      Map.Entry<?, ?> entry = entries.next();
      out.append(separator);
      add(entry.getKey());
      out.append("=");
      add(entry.getValue());
      separator = ", ";
    }
    out.append(more(map.size())).append("}");
  }

  private void addRecord(Record parts) {
    String separator = "";
    out.append(parts.getClass().getSimpleName()).append("[");
    for (Map.Entry<String, Object> component : Parts.components(parts).entrySet()) {
      out.append(separator).append(component.getKey()).append("=");
      add(component.getValue());
      separator = ", ";
    }
    out.append("]");
  }

  private static String more(int count) {
    return count > MOST_ITEMS ? String.format(Locale.ROOT, ", … %,d more", count - MOST_ITEMS) : "";
  }
}
