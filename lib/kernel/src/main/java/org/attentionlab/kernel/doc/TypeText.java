package org.attentionlab.kernel.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Types as Java code and JShell's signatures spell them. */
public final class TypeText {
  private static final Pattern PACKAGE =
      Pattern.compile("(?<![\\w$.])(?:[a-z_][\\w$]*\\.)+(?=[A-Z])");
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(?:\\([^()]*\\))?\\s*");

  private TypeText() {}

  /** Without the packages in front of class names. */
  public static String withoutPackages(String type) {
    return PACKAGE.matcher(type).replaceAll("");
  }

  /** Without type arguments: {@code Map.Entry<K, V>} becomes {@code Map.Entry}. */
  public static String withoutArguments(String type) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        plain.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return plain.toString();
  }

  /** What two spellings of one type share: its last name and the brackets of an array. */
  static String plain(String type) {
    String bare = ANNOTATION.matcher(withoutArguments(type)).replaceAll("");
    String array = bare.replace("...", "[]").replaceAll("\\s", "");
    return array.substring(array.lastIndexOf('.') + 1);
  }

  /** The parts between commas that are not within angle brackets or parentheses. */
  public static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= list.length(); i++) {
      char c = i < list.length() ? list.charAt(i) : ',';
      depth += "<(".indexOf(c) >= 0 ? 1 : ">)".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && (depth == 0 || i == list.length())) {
        if (!list.substring(from, i).isBlank()) {
          parts.add(list.substring(from, i).strip());
        }
        from = i + 1;
      }
    }
    return parts;
  }
}
