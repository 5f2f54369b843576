package org.attentionlab.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BERT's first step: clean the text and cut it at spaces, punctuation and Chinese characters.
 *
 * <ol>
 *   <li>Control characters, U+FFFD, unassigned code points and halves of surrogate pairs go; every
 *       kind of space becomes a space.
 *   <li>Each Chinese character stands alone. Kana and Hangul do not count as Chinese.
 *   <li>Accents are stripped: é becomes e. Letters become lower-case.
 *   <li>Each punctuation sign stands alone. All of ASCII but letters, digits and space counts as
 *       punctuation, {@code $} and {@code ^} too.
 * </ol>
 *
 * <p>Devlin et al. (2019), the tokenizer of their published code. Which code points are assigned
 * depends on the Unicode version of the JDK.
 */
final class BasicTokenizer {
  private final boolean lowerCase;
  private final boolean stripAccents;

  BasicTokenizer(boolean lowerCase, boolean stripAccents) {
    this.lowerCase = lowerCase;
    this.stripAccents = stripAccents;
  }

  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    normalize(text)
        .codePoints()
        .forEach(
            c -> {
              boolean sign = isPunctuation(c);
              if (c == ' ' || sign) {
                flush(word, words);
              }
              if (sign) {
                words.add(Character.toString(c));
              } else if (c != ' ') {
                word.appendCodePoint(c);
              }
            });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private String normalize(String text) {
    String clean = clean(text);
    if (stripAccents) {
      clean = withoutAccents(clean);
    }
    return lowerCase ? lower(clean) : clean;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSpace(c)) {
                clean.append(' ');
              } else if (isChinese(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
              } else if (!isControl(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  private static String withoutAccents(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Letter by letter, so that a Greek sigma at the end of a word is as any other. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
    return lower.toString();
  }

  private static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', '\r' -> true;
      default ->
          switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
          };
    };
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> c == 0xFFFD;
    };
  }

  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B820 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  private static boolean isPunctuation(int c) {
    if (c < 128) {
      return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
