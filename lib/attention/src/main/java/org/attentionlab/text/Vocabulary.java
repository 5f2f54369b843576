package org.attentionlab.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens that a model knows, each with a number: its id, from 0 to size - 1.
 *
 * <p>The first token is always {@code [PAD]}, so padding is 0 everywhere. A token that is not in
 * the vocabulary becomes {@code [UNK]}; a vocabulary without {@code [UNK]} refuses it.
 *
 * <pre>
 * var vocabulary = Vocabulary.of(Special.sequence(), List.of("cat", "fish"));
 * vocabulary.encode(List.of("cat", "dog"))       // {4, 1}
 * vocabulary.decode(new int[] {4, 1, 3})         // [cat, [UNK], [EOS]]
 * </pre>
 */
public final class Vocabulary {
  /** The id of {@code [PAD]} in every vocabulary. */
  public static final int PAD = 0;

  private final List<String> tokens;
  private final Map<String, Integer> ids;

  private Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    this.ids = new HashMap<>();
    if (tokens.isEmpty() || !tokens.get(0).equals(Special.PAD.token())) {
      throw new IllegalArgumentException(
          "Vocabulary: the first token is "
              + (tokens.isEmpty() ? "missing" : quote(tokens.get(0)))
              + "; it must be [PAD], because padding has the id 0.");
    }
    for (String token : this.tokens) {
      Integer before = ids.putIfAbsent(token, ids.size());
      if (before != null) {
        throw new IllegalArgumentException(
            "Vocabulary: " + quote(token) + " has the ids " + before + " and " + ids.size() + ".");
      }
      if (token.isEmpty()) {
        throw new IllegalArgumentException(
            "Vocabulary: the token with id " + (ids.size() - 1) + " is empty.");
      }
    }
  }

  /**
   * A vocabulary with given tokens.
   *
   * @param tokens every token in the order of the ids, {@code [PAD]} first
   * @return the vocabulary
   * @throws IllegalArgumentException if the first is not {@code [PAD]}, or one is empty or listed
   *     twice
   */
  public static Vocabulary of(List<String> tokens) {
    return new Vocabulary(tokens);
  }

  /**
   * A vocabulary with given tokens after the special ones.
   *
   * @param specials the special tokens, PAD first
   * @param tokens the others in the order of their ids
   * @return the vocabulary
   * @throws IllegalArgumentException if PAD is not the first, or a token is empty or listed twice
   */
  public static Vocabulary of(List<Special> specials, Collection<String> tokens) {
    List<String> all = new ArrayList<>();
    specials.forEach(special -> all.add(special.token()));
    all.addAll(tokens);
    return new Vocabulary(all);
  }

  /**
   * A vocabulary of the tokens that occur in sentences, as {@link #fromCounts} makes it.
   *
   * @param sentences texts that were cut into tokens
   * @param config special tokens and limits
   * @return the vocabulary
   * @throws IllegalArgumentException if PAD is not the first special token, or a token is empty
   */
  public static Vocabulary build(
      Iterable<? extends Collection<String>> sentences, VocabularyConfig config) {
    Map<String, Integer> counts = new HashMap<>();
    for (Collection<String> sentence : sentences) {
      for (String token : sentence) {
        counts.merge(token, 1, Integer::sum);
      }
    }
    return fromCounts(counts, config);
  }

  /**
   * A vocabulary of counted tokens: the special ones, then the others from the most to the least
   * frequent; equally frequent ones in the order of {@link String#compareTo}.
   *
   * @param counts how often each token occurs
   * @param config special tokens and limits
   * @return the vocabulary
   * @throws IllegalArgumentException if PAD is not the first special token, or a token is empty
   */
  public static Vocabulary fromCounts(Map<String, Integer> counts, VocabularyConfig config) {
    List<String> specials = config.specials().stream().map(Special::token).toList();
    List<String> others =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= config.minimumCount())
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .filter(token -> !specials.contains(token))
            .limit(config.maximumSize() - specials.size())
            .toList();
    return of(config.specials(), others);
  }

  /**
   * Reads a {@code vocab.txt} as BERT's is written: one token in a line, the first line has id 0.
   *
   * @param file a text file in UTF-8
   * @return the vocabulary
   * @throws IOException if the file cannot be read, is not UTF-8, or has an empty line, a token
   *     twice or another token than {@code [PAD]} first; the message names file and line
   */
  public static Vocabulary read(Path file) throws IOException {
    List<String> lines = TextLines.read(file);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String token = lines.get(i);
      if (token.isEmpty()) {
        throw TextLines.problem(file, i + 1, "the line is empty, a token was expected");
      }
      Integer before = first.putIfAbsent(token, i + 1);
      if (before != null) {
        throw TextLines.problem(file, i + 1, quote(token) + " stands in line " + before + " too");
      }
    }
    if (lines.isEmpty() || !lines.get(0).equals(Special.PAD.token())) {
      throw TextLines.problem(file, 1, "the first token must be [PAD], which has the id 0");
    }
    return new Vocabulary(lines);
  }

  /**
   * Writes the tokens, one in a line, in the order of their ids.
   *
   * @param file is replaced where it exists
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if a token holds a line break, which no reader could tell apart,
   *     or half a character, which has no bytes
   */
  public void write(Path file) throws IOException {
    for (String token : tokens) {
      if (token.indexOf('\n') >= 0 || token.indexOf('\r') >= 0) {
        throw new IllegalStateException(
            "Vocabulary: "
                + quote(token)
                + " holds a line break and cannot be a line of "
                + file
                + ".");
      }
      if (token.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
        throw new IllegalStateException(
            "Vocabulary: the token with id "
                + id(token)
                + " holds half a surrogate pair, which has no bytes in "
                + file
                + ". Was a text cut there?");
      }
    }
    Files.writeString(file, String.join("\n", tokens) + "\n");
  }

  /**
   * How many tokens there are, the special ones included.
   *
   * @return one more than the largest id
   */
  public int size() {
    return tokens.size();
  }

  /**
   * All tokens.
   *
   * @return the tokens in the order of their ids
   */
  public List<String> tokens() {
    return tokens;
  }

  /**
   * Whether a token has an id of its own.
   *
   * @param token a token
   * @return whether it is in the vocabulary
   */
  public boolean contains(String token) {
    return ids.containsKey(token);
  }

  /**
   * Whether a special token has an id.
   *
   * @param special a special token
   * @return whether it is in the vocabulary
   */
  public boolean contains(Special special) {
    return contains(special.token());
  }

  /**
   * The id of a token.
   *
   * @param token a token
   * @return its id, or that of {@code [UNK]} where the token is unknown
   * @throws IllegalArgumentException if the token is unknown and there is no {@code [UNK]}
   */
  public int id(String token) {
    Integer id = ids.get(token);
    if (id == null) {
      id = ids.get(Special.UNK.token());
    }
    if (id == null) {
      throw new IllegalArgumentException(
          "Vocabulary: "
              + quote(token)
              + " is not one of the "
              + size()
              + " tokens, and there is no [UNK] to stand for it.");
    }
    return id;
  }

  /**
   * The id of a special token.
   *
   * @param special a special token
   * @return its id
   * @throws IllegalArgumentException if this vocabulary does not have it
   */
  public int id(Special special) {
    Integer id = ids.get(special.token());
    if (id == null) {
      throw new IllegalArgumentException(
          "Vocabulary: there is no "
              + special.token()
              + "; it has "
              + Arrays.stream(Special.values()).filter(this::contains).map(Special::token).toList()
              + ". Name it when the vocabulary is made.");
    }
    return id;
  }

  /**
   * The token of an id.
   *
   * @param id from 0 to size - 1
   * @return the token
   * @throws IllegalArgumentException if there is no such id
   */
  public String token(int id) {
    if (id < 0 || id >= size()) {
      throw new IllegalArgumentException(
          "Vocabulary: id " + id + " is not from 0 to " + (size() - 1) + ".");
    }
    return tokens.get(id);
  }

  /**
   * Whether an id belongs to a {@link Special} token.
   *
   * @param id from 0 to size - 1
   * @return whether it is special
   * @throws IllegalArgumentException if there is no such id
   */
  public boolean isSpecial(int id) {
    String token = token(id);
    return Arrays.stream(Special.values()).anyMatch(special -> special.token().equals(token));
  }

  /**
   * The ids of tokens.
   *
   * @param sentence T tokens
   * @return T ids
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public int[] encode(List<String> sentence) {
    return sentence.stream().mapToInt(this::id).toArray();
  }

  /**
   * The ids of tokens between {@code [BOS]} and {@code [EOS]}, as a decoder is trained on them.
   *
   * @param sentence T tokens
   * @return T + 2 ids
   * @throws IllegalArgumentException as {@link #encode} and {@link #id(Special)}
   */
  public int[] encodeBetweenEnds(List<String> sentence) {
    int[] all = new int[sentence.size() + 2];
    all[0] = id(Special.BOS);
    System.arraycopy(encode(sentence), 0, all, 1, sentence.size());
    all[all.length - 1] = id(Special.EOS);
    return all;
  }

  /**
   * The tokens of ids, special ones included.
   *
   * @param sentence T ids
   * @return T tokens
   * @throws IllegalArgumentException if there is no such id
   */
  public List<String> decode(int[] sentence) {
    return Arrays.stream(sentence).mapToObj(this::token).toList();
  }

  /**
   * What a sequence says: its tokens before the first {@code [EOS]}, without special ones other
   * than {@code [UNK]}.
   *
   * @param sentence ids, as a decoder writes them
   * @return the tokens that are part of the text
   * @throws IllegalArgumentException if there is no such id
   */
  public List<String> decodeContent(int[] sentence) {
    List<String> content = new ArrayList<>();
    for (int id : sentence) {
      String token = token(id);
      if (token.equals(Special.EOS.token())) {
        break;
      }
      if (!isSpecial(id) || token.equals(Special.UNK.token())) {
        content.add(token);
      }
    }
    return Collections.unmodifiableList(content);
  }

  private static String quote(String token) {
    return "\"" + token + "\"";
  }

  /** The size and the first tokens. */
  @Override
  public String toString() {
    int shown = Math.min(size(), 10);
    return "Vocabulary of "
        + size()
        + ": "
        + String.join(" ", tokens.subList(0, shown))
        + (shown < size() ? " ..." : "");
  }
}
