package org.attentionlab.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BERT's tokenizer: words, and where a word is not in the vocabulary, the longest pieces that are.
 *
 * <pre>
 * playing  ->  play ##ing        the longest piece that fits comes first,
 * xyzzy    ->  [UNK]             ## continues a word; no way to the end: all of it is [UNK]
 * </pre>
 *
 * <p>Special tokens of the vocabulary are recognised in the text as they are written: {@code the
 * [MASK] sat}. Wu et al. (2016), section 4.1; Devlin et al. (2019), section 3. Gives the tokens
 * that Hugging Face's {@code BertTokenizer} gives; tests compare them.
 *
 * <pre>
 * var bert = new WordPiece(Vocabulary.read(Path.of("vocab.txt")));
 * bert.tokenize("The cat eats 鱼!")                    // [the, cat, eat, ##s, 鱼, !]
 * SentencePair pair = bert.encode("The cat eats.", "It is full.");
 * </pre>
 */
public final class WordPiece implements Tokenizer {
  private static final String CONTINUES = "##";

  private final Vocabulary vocabulary;
  private final Config config;
  private final BasicTokenizer basic;
  private final Pattern specials;

  /**
   * The settings.
   *
   * @param lowerCase whether letters become lower-case
   * @param stripAccents whether é becomes e
   * @param maximumCharacters a longer word becomes {@code [UNK]} without a search, at least 1
   */
  public record Config(boolean lowerCase, boolean stripAccents, int maximumCharacters) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Config {
      if (maximumCharacters < 1) {
        throw new IllegalArgumentException(
            "WordPiece: words of at most " + maximumCharacters + " characters; give 1 or more.");
      }
    }

    /**
     * As BERT's "uncased" and Chinese models.
     *
     * @return lower case, no accents, at most 100 characters
     */
    public static Config uncased() {
      return new Config(true, true, 100);
    }

    /**
     * As BERT's "cased" models.
     *
     * @return capitals and accents are kept, at most 100 characters
     */
    public static Config cased() {
      return new Config(false, false, 100);
    }
  }

  /**
   * A tokenizer as BERT's "uncased" and Chinese models have it.
   *
   * @param vocabulary the pieces, those that continue a word with {@code ##} in front
   * @throws IllegalArgumentException if there is no {@code [UNK]}
   */
  public WordPiece(Vocabulary vocabulary) {
    this(vocabulary, Config.uncased());
  }

  /**
   * A tokenizer with settings of one's own.
   *
   * @param vocabulary the pieces, those that continue a word with {@code ##} in front
   * @param config the settings
   * @throws IllegalArgumentException if there is no {@code [UNK]}
   */
  public WordPiece(Vocabulary vocabulary, Config config) {
    this.vocabulary = vocabulary;
    this.config = config;
    this.basic = new BasicTokenizer(config.lowerCase(), config.stripAccents());
    vocabulary.id(Special.UNK);
    this.specials =
        Pattern.compile(
            String.join(
                "|",
                Arrays.stream(Special.values())
                    .filter(vocabulary::contains)
                    .map(special -> Pattern.quote(special.token()))
                    .toList()));
  }

  @Override
  public List<String> tokenize(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = specials.matcher(text);
    int done = 0;
    while (matcher.find()) {
      addPieces(text.substring(done, matcher.start()), tokens);
      tokens.add(matcher.group());
      done = matcher.end();
    }
    addPieces(text.substring(done), tokens);
    return List.copyOf(tokens);
  }

  private void addPieces(String text, List<String> tokens) {
    for (String word : basic.words(text)) {
      tokens.addAll(pieces(word));
    }
  }

  private List<String> pieces(String word) {
    int[] characters = word.codePoints().toArray();
    if (characters.length > config.maximumCharacters()) {
      return List.of(Special.UNK.token());
    }
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < characters.length) {
      int end = characters.length;
      String piece = piece(characters, start, end);
      while (!vocabulary.contains(piece)) {
        end--;
        if (end == start) {
          return List.of(Special.UNK.token());
        }
        piece = piece(characters, start, end);
      }
      pieces.add(piece);
      start = end;
    }
    return pieces;
  }

  private static String piece(int[] characters, int start, int end) {
    return (start > 0 ? CONTINUES : "") + new String(characters, start, end - start);
  }

  /** Words with a space between them, pieces without; case and accents do not come back. */
  @Override
  public String join(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      if (token.startsWith(CONTINUES) && token.length() > CONTINUES.length()) {
        text.append(token, CONTINUES.length(), token.length());
      } else {
        text.append(text.length() == 0 ? "" : " ").append(token);
      }
    }
    return text.toString();
  }

  /**
   * The pieces' numbers.
   *
   * @return the vocabulary given
   */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * One text as BERT reads it: {@code [CLS] text [SEP]}.
   *
   * @param text any text
   * @return ids, and types that are all 0
   * @throws IllegalArgumentException if the vocabulary has no {@code [CLS]} or {@code [SEP]}
   */
  public SentencePair encode(String text) {
    return SentencePair.of(vocabulary, tokenize(text));
  }

  /**
   * Two texts as BERT reads them: {@code [CLS] first [SEP] second [SEP]}.
   *
   * @param first any text; type 0, with the first {@code [SEP]}
   * @param second any text; type 1, with the last {@code [SEP]}
   * @return ids and types
   * @throws IllegalArgumentException if the vocabulary has no {@code [CLS]} or {@code [SEP]}
   */
  public SentencePair encode(String first, String second) {
    return SentencePair.of(vocabulary, tokenize(first), tokenize(second));
  }
}
