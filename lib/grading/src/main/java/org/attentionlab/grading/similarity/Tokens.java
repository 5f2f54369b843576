package org.attentionlab.grading.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java code as tokens in which names and numbers do not matter: who renames variables, changes
 * comments or lays the code out anew has the same tokens.
 */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>\\s+|//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$))"
              + "|(?<text>\"\"\"[\\s\\S]*?(?:\"\"\"|$)|\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?)"
              + "|(?<number>\\d[\\w.]*)"
              + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|(?<other>[\\s\\S])");

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "short",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "throws",
          "true",
          "false",
          "try",
          "var",
          "void",
          "while",
          "yield");

  private Tokens() {}

  static List<String> of(String code) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(code);
    while (matcher.find()) {
      if (matcher.group("skip") != null) {
        continue;
      }
      if (matcher.group("text") != null) {
        tokens.add("text");
      } else if (matcher.group("number") != null) {
        tokens.add("number");
      } else if (matcher.group("word") != null) {
        tokens.add(KEYWORDS.contains(matcher.group("word")) ? matcher.group("word") : "name");
      } else {
        tokens.add(matcher.group("other"));
      }
    }
    return tokens;
  }
}
