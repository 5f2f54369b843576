package org.attentionlab.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words, numbers, single Chinese characters and single signs.
 *
 * <p>A word is a run of letters and digits with apostrophes or hyphens inside: {@code don't} and
 * {@code well-known} are one token each. Chinese is written without spaces between words, so each
 * of its characters is a token. A special token such as {@code [MASK]} stays whole.
 *
 * <pre>
 * new WordTokenizer().tokenize("The cat's 猫吃鱼, no?")    // [The, cat's, 猫, 吃, 鱼, ,, no, ?]
 * </pre>
 */
public final class WordTokenizer implements Tokenizer {
  private static final Pattern TOKENS =
      Pattern.compile(
          "\\[(?:PAD|UNK|BOS|EOS|CLS|SEP|MASK)\\]"
              + "|\\p{IsHan}"
              + "|[\\p{L}\\p{M}\\p{N}&&\\P{IsHan}]+(?:['’-][\\p{L}\\p{M}\\p{N}&&\\P{IsHan}]+)*"
              + "|[^\\s\\p{Z}]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Set<String> NO_SPACE_BEFORE =
      Set.of(
          ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "。", "，", "、", "！", "？", "；", "：");
  private static final Set<String> NO_SPACE_AFTER =
      Set.of("(", "[", "{", "“", "。", "，", "、", "！", "？", "；", "：");

  private final boolean lowerCase;

  /** Keeps capital letters. */
  public WordTokenizer() {
    this(false);
  }

  private WordTokenizer(boolean lowerCase) {
    this.lowerCase = lowerCase;
  }

  /**
   * One that makes all words lower-case, special tokens excepted.
   *
   * @return the tokenizer
   */
  public static WordTokenizer lowerCasing() {
    return new WordTokenizer(true);
  }

  @Override
  public List<String> tokenize(String text) {
    return TOKENS.matcher(text).results().map(MatchResult::group).map(this::cased).toList();
  }

  private String cased(String token) {
    return !lowerCase || token.startsWith("[") ? token : token.toLowerCase(Locale.ROOT);
  }

  /** Puts a space between words, and none where print has none, as before a comma. */
  @Override
  public String join(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && apart(tokens.get(i - 1), tokens.get(i))) {
        text.append(' ');
      }
      text.append(tokens.get(i));
    }
    return text.toString();
  }

  private static boolean apart(String left, String right) {
    boolean chinese = HAN.matcher(left).matches() && HAN.matcher(right).matches();
    return !chinese && !NO_SPACE_BEFORE.contains(right) && !NO_SPACE_AFTER.contains(left);
  }
}
