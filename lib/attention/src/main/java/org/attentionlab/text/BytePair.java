package org.attentionlab.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.attentionlab.text.PairLearner.Pair;

/**
 * Byte-pair encoding: tokens are bytes, and what frequent neighbours were merged to.
 *
 * <p>Training starts from the 256 bytes of UTF-8. The most frequent pair of neighbours becomes a
 * new token, and so on until the vocabulary has its size. Encoding makes the same merges in the
 * same order.
 *
 * <pre>
 * l o w e s t   ->   lo w e s t   ->   low e s t   ->   low es t   ->   low est
 * </pre>
 *
 * <p>It works on bytes, as GPT-2 does, and not on characters, as Sennrich et al. do: so every text
 * of every language can be encoded, there is no {@code [UNK]}, and decoding gives back exactly the
 * text. The price is that a rare Chinese character is up to three tokens. Merges stay inside a word
 * with the space before it, a number, or a run of other signs. Of equally frequent pairs the one
 * with the smaller ids is merged, left id first, so training gives the same result everywhere.
 *
 * <p>Sennrich, Haddow and Birch (2016), algorithm 1; Radford et al. (2019), section 2.2.
 *
 * <pre>
 * var pairs = BytePair.train(List.of("low lower lowest", "new newer newest"), 280);
 * int[] ids = pairs.encode("the lowest");
 * pairs.decode(ids)                          // the lowest
 * pairs.tokenize("the lowest")               // [t, h, e,  low, est]
 * </pre>
 */
public final class BytePair implements Tokenizer {
  private static final List<Special> SPECIALS = List.of(Special.PAD, Special.BOS, Special.EOS);
  private static final int FIRST_BYTE = SPECIALS.size();
  private static final int FIRST_MERGE = FIRST_BYTE + 256;
  private static final Pattern WORDS =
      Pattern.compile(" ?[\\p{L}\\p{M}]+| ?\\p{N}+| ?[^\\s\\p{L}\\p{M}\\p{N}]+|\\s");

  private final List<Pair> merges;
  private final Map<Pair, Integer> merged = new HashMap<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final Vocabulary vocabulary;

  private BytePair(List<Pair> merges) {
    this.merges = List.copyOf(merges);
    SPECIALS.forEach(special -> bytes.add(new byte[0]));
    for (int b = 0; b < 256; b++) {
      bytes.add(new byte[] {(byte) b});
    }
    for (Pair pair : merges) {
      merged.put(pair, bytes.size());
      bytes.add(concat(bytes.get(pair.left()), bytes.get(pair.right())));
    }
    this.vocabulary =
        Vocabulary.of(
            SPECIALS,
            bytes.subList(FIRST_BYTE, bytes.size()).stream().map(ByteText::show).toList());
  }

  private static byte[] concat(byte[] left, byte[] right) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(left);
    both.writeBytes(right);
    return both.toByteArray();
  }

  /**
   * Learns the merges from texts.
   *
   * @param texts what to learn from
   * @param size how many tokens to end with: {@code [PAD]}, {@code [BOS]}, {@code [EOS]}, the 256
   *     bytes, and the merges; fewer where no pair is left that occurs twice
   * @return the tokenizer
   * @throws IllegalArgumentException if the size is below 259, or a text holds half a character
   */
  public static BytePair train(Iterable<String> texts, int size) {
    if (size < FIRST_MERGE) {
      throw new IllegalArgumentException(
          "BytePair: a size of "
              + size
              + " has no room for the 256 bytes and "
              + FIRST_BYTE
              + " special tokens; give "
              + FIRST_MERGE
              + " or more.");
    }
    Map<List<Integer>, Integer> words = new HashMap<>();
    for (String text : texts) {
      for (String word : words(text)) {
        List<Integer> ids = new ArrayList<>();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
          ids.add(FIRST_BYTE + (b & 0xFF));
        }
        words.merge(ids, 1, Integer::sum);
      }
    }
    PairLearner learner = new PairLearner(words, new BytePair(List.of()).bytes);
    return new BytePair(learner.merges(size - FIRST_MERGE));
  }

  private static List<String> words(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            "BytePair: the text holds half a surrogate pair at index "
                + i
                + ", which is no character. Was it cut there?");
      }
    }
    return WORDS.matcher(text).results().map(MatchResult::group).toList();
  }

  /**
   * The ids of a text.
   *
   * @param text any text
   * @return ids, without {@code [BOS]} and {@code [EOS]}
   * @throws IllegalArgumentException if the text holds half a character
   */
  public int[] encode(String text) {
    List<Integer> ids = new ArrayList<>();
    for (String word : words(text)) {
      new PairMerger(word.getBytes(StandardCharsets.UTF_8), FIRST_BYTE, merged).addTo(ids);
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The text of ids.
   *
   * @param ids as {@link #encode} or a model gives them; special tokens are left out
   * @return the text; bytes that are no UTF-8, which only a model writes, become U+FFFD
   * @throws IllegalArgumentException if there is no such id
   */
  public String decode(int[] ids) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int id : ids) {
      vocabulary.token(id);
      all.writeBytes(bytes.get(id));
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /**
   * The tokens in a readable form: whole characters as they are, a space in front included; bytes
   * of a torn character as {@code \xE7}, a backslash doubled.
   *
   * @throws IllegalArgumentException if the text holds half a character
   */
  @Override
  public List<String> tokenize(String text) {
    return vocabulary.decode(encode(text));
  }

  /**
   * The text itself: nothing is lost.
   *
   * @throws IllegalArgumentException if a token is none in the form of {@link #tokenize}
   */
  @Override
  public String join(List<String> tokens) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    tokens.forEach(token -> all.writeBytes(ByteText.parse(token)));
    return all.toString(StandardCharsets.UTF_8);
  }

  /**
   * The tokens in their readable form.
   *
   * @return {@code [PAD]}, {@code [BOS]}, {@code [EOS]}, the bytes, and the merges in their order
   */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Writes the merges in their order, one in a line: two tokens with a tab between.
   *
   * @param file is replaced where it exists
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Pair pair : merges) {
      lines.append(vocabulary.token(pair.left())).append('\t');
      lines.append(vocabulary.token(pair.right())).append('\n');
    }
    Files.writeString(file, lines);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file the merges
   * @return the tokenizer
   * @throws IOException if the file cannot be read, or a line is not two tokens of those before it;
   *     the message names file and line
   */
  public static BytePair read(Path file) throws IOException {
    BytePair base = new BytePair(List.of());
    Map<String, Integer> ids = new HashMap<>();
    base.bytes
        .subList(FIRST_BYTE, FIRST_MERGE)
        .forEach(b -> ids.put(ByteText.show(b), FIRST_BYTE + ids.size()));
    List<Pair> merges = new ArrayList<>();
    List<String> lines = TextLines.read(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] tokens = lines.get(i).split("\t", -1);
      if (tokens.length != 2 || !ids.containsKey(tokens[0]) || !ids.containsKey(tokens[1])) {
        throw TextLines.problem(
            file, i + 1, "two known tokens with a tab between were expected: " + lines.get(i));
      }
      merges.add(new Pair(ids.get(tokens[0]), ids.get(tokens[1])));
      byte[] both = concat(ByteText.parse(tokens[0]), ByteText.parse(tokens[1]));
      if (ids.putIfAbsent(ByteText.show(both), FIRST_MERGE + i) != null) {
        throw TextLines.problem(file, i + 1, "this token was made before: " + lines.get(i));
      }
    }
    return new BytePair(merges);
  }
}
