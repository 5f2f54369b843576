package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words behind a magic's name. */
public final class MagicArguments {
  /** Magics that take the rest of the line as it is, because it is code. */
  private static final Set<String> TAKE_CODE = Set.of("time");

  private MagicArguments() {}

  /** The arguments of a magic: the words of the line, or the line itself where it is code. */
  static List<String> of(String magic, String line) {
    String code = line.strip();
    return TAKE_CODE.contains(magic) && !code.isEmpty() ? List.of(code) : split(line);
  }

  /**
   * Splits at blanks; what stands in double or single quotes is one word.
   *
   * <p>A backslash counts only before a quote or a backslash, so that Windows paths need no care.
   */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escapes =
          c == '\\' && i + 1 < line.length() && "\\\"'".indexOf(line.charAt(i + 1)) >= 0;
      if (escapes) {
        i++;
        word.append(line.charAt(i));
        inWord = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /** The Java statement that runs a line magic. */
  static String call(String name, List<String> arguments) {
    return "org.attentionlab.kernel.Notebook.lineMagic("
        + literal(name)
        + ", java.util.List.of("
        + arguments.stream().map(MagicArguments::literal).collect(Collectors.joining(", "))
        + "));";
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
