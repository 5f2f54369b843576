package org.attentionlab.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the JSON of a header: objects as maps, arrays as lists, strings, and whole numbers as
 * {@code Long}. Strict: a name that comes twice, another number or anything behind the end is an
 * error.
 */
final class Json {
  /** Headers are two objects and an array deep. */
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** What is wrong, and where. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private Malformed(String problem, int place) {
      super(problem + " at character " + place);
    }
  }

  /** The value that a text is. */
  static Object parse(String text) throws Malformed {
    Json json = new Json(text);
    Object value = json.value(0);
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.malformed("more text behind the end");
    }
    return value;
  }

  private Malformed malformed(String problem) {
    return new Malformed(problem, at);
  }

  private Object value(int depth) throws Malformed {
    if (depth > DEEPEST) {
      throw malformed("nested too deep");
    }
    skipSpace();
    if (at >= text.length()) {
      throw malformed("the text ends too early");
    }
    char c = text.charAt(at);
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    if (c == '"') {
      return string();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    throw malformed("neither object, array, string nor whole number");
  }

  private Map<String, Object> object(int depth) throws Malformed {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    if (take('}')) {
      return members;
    }
    do {
      skipSpace();
      int start = at;
      String name = string();
      require(':');
      if (members.containsKey(name)) {
        at = start;
        throw malformed("the name \"" + name + "\" comes twice");
      }
      members.put(name, value(depth + 1));
    } while (take(','));
    require('}');
    return members;
  }

  private List<Object> array(int depth) throws Malformed {
    List<Object> elements = new ArrayList<>();
    at++;
    if (take(']')) {
      return elements;
    }
    do {
      elements.add(value(depth + 1));
    } while (take(','));
    require(']');
    return elements;
  }

  private String string() throws Malformed {
    require('"');
    StringBuilder read = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw malformed("a control character in a string");
      }
      read.append(c == '\\' ? escaped() : c);
    }
    if (at >= text.length()) {
      throw malformed("a string without its end");
    }
    at++;
    return read.toString();
  }

  private char escaped() throws Malformed {
    if (at >= text.length()) {
      throw malformed("a string without its end");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed("an unknown escape \\" + c);
    };
  }

  private char unicode() throws Malformed {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
      if (digit < 0) {
        throw malformed("four hexadecimal digits were expected");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private Long number() throws Malformed {
    int start = at;
    at++;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw malformed("\"" + text.substring(start, at) + "\" is no whole number of 64 bits");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char expected) {
    skipSpace();
    boolean here = at < text.length() && text.charAt(at) == expected;
    at += here ? 1 : 0;
    return here;
  }

  private void require(char expected) throws Malformed {
    if (!take(expected)) {
      throw malformed("a " + expected + " was expected");
    }
  }

  /** A string in quotes. */
  static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
