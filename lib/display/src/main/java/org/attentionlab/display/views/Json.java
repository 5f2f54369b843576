package org.attentionlab.display.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Data as JSON that is safe inside of a script element: no text in it can close the element or open
 * a comment.
 */
final class Json {
  /** Decimals of a number; a view is to be read, not to be computed with. */
  private static final int DECIMALS = 4;

  private Json() {}

  /** Maps in their order, collections, numbers, texts and truth values. */
  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey().toString()) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof Collection<?> items) {
      return items.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof Boolean || value instanceof Integer) {
      return value.toString();
    } else if (value instanceof Number number) {
      return number(number.doubleValue());
    }
    return text(value.toString());
  }

  /** Rounded; null where there is no finite number, as JSON has no infinity. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    BigDecimal rounded =
        new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
