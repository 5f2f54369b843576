package org.attentionlab.metrics;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How BLEU cuts sentences before it counts; the names in brackets are sacrebleu's. */
public enum BleuTokens {
  /** At spaces: for sentences that were cut before (none). */
  SPACES {
    @Override
    List<String> cut(String sentence) {
      return atSpaces(sentence);
    }
  },
  /** As the evaluation of WMT cuts Western languages (13a). */
  WESTERN {
    @Override
    List<String> cut(String sentence) {
      String line =
          sentence
              .replace("<skipped>", "")
              .replace("-\n", "")
              .replace("\n", " ")
              .replace("&quot;", "\"")
              .replace("&amp;", "&")
              .replace("&lt;", "<")
              .replace("&gt;", ">");
      return western(" " + line + " ");
    }
  },
  /** Chinese characters one by one, the rest as {@link #WESTERN} (zh). */
  CHINESE {
    @Override
    List<String> cut(String sentence) {
      StringBuilder apart = new StringBuilder();
      sentence
          .strip()
          .codePoints()
          .forEach(
              c -> {
                boolean alone = isChinese(c);
                apart.append(alone ? " " : "").appendCodePoint(c).append(alone ? " " : "");
              });
      return western(apart.toString());
    }
  },
  /** Every character but spaces (char). */
  CHARACTERS {
    @Override
    List<String> cut(String sentence) {
      return sentence.codePoints().filter(c -> !isSpace(c)).mapToObj(Character::toString).toList();
    }
  };

  private static final Pattern SIGN = Pattern.compile("([ -&(-+:-@\\[-`{-~/])");
  private static final Pattern POINT_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
  private static final Pattern POINT_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
  private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

  /**
   * First and last of each range that counts as Chinese: ideographs, radicals, strokes, their
   * punctuation, full-width forms, enclosed and phonetic signs. The range from U+2001 to U+2A6D is
   * sacrebleu's too: it holds quotation marks and dashes.
   */
  private static final int[][] CHINESE_RANGES = {
    {0x2001, 0x2A6D},
    {0x2E80, 0x2EFF},
    {0x2F00, 0x2FDF},
    {0x2FF0, 0x303F},
    {0x3100, 0x312F},
    {0x31A0, 0x31BF},
    {0x31C0, 0x31EF},
    {0x3200, 0x4DB5},
    {0x4E00, 0x9FBB},
    {0xF900, 0xFA2D},
    {0xFA30, 0xFA6A},
    {0xFA70, 0xFAD9},
    {0xFE10, 0xFE1F},
    {0xFE30, 0xFE4F},
    {0xFF00, 0xFFEF}
  };

  /** The tokens of a sentence. */
  abstract List<String> cut(String sentence);

  private static List<String> western(String line) {
    String cut = SIGN.matcher(line).replaceAll(" $1 ");
    cut = POINT_AFTER_NO_DIGIT.matcher(cut).replaceAll("$1 $2 ");
    cut = POINT_BEFORE_NO_DIGIT.matcher(cut).replaceAll(" $1 $2");
    cut = DASH_AFTER_DIGIT.matcher(cut).replaceAll("$1 $2 ");
    return atSpaces(cut);
  }

  private static List<String> atSpaces(String line) {
    StringBuilder plain = new StringBuilder();
    line.codePoints().forEach(c -> plain.appendCodePoint(isSpace(c) ? ' ' : c));
    return Stream.of(plain.toString().split(" +")).filter(token -> !token.isEmpty()).toList();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isChinese(int c) {
    for (int[] range : CHINESE_RANGES) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
