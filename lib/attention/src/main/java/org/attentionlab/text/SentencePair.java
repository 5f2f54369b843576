package org.attentionlab.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One or two sentences as BERT reads them.
 *
 * <pre>
 * tokens  [CLS] the cat eats . [SEP] it is full . [SEP]
 * types     0    0   0   0   0   0   1  1   1   1   1
 * </pre>
 *
 * <p>Devlin et al. (2019), section 3 and figure 2 (their segment embeddings).
 */
public final class SentencePair {
  private final int[] ids;
  private final int[] types;

  private SentencePair(int[] ids, int[] types) {
    this.ids = ids;
    this.types = types;
  }

  /**
   * Puts {@code [CLS]} in front and {@code [SEP]} after each sentence.
   *
   * @param vocabulary has {@code [CLS]} and {@code [SEP]}
   * @param first tokens of the first sentence
   * @return ids, and types that are all 0
   * @throws IllegalArgumentException if one of the two is missing, or a token is unknown and there
   *     is no {@code [UNK]}
   */
  public static SentencePair of(Vocabulary vocabulary, List<String> first) {
    return of(vocabulary, first, Collections.emptyList(), false);
  }

  /**
   * Puts {@code [CLS]} in front and {@code [SEP]} after each sentence.
   *
   * @param vocabulary has {@code [CLS]} and {@code [SEP]}
   * @param first tokens of the first sentence, type 0
   * @param second tokens of the second sentence, type 1
   * @return ids and types
   * @throws IllegalArgumentException if one of the two is missing, or a token is unknown and there
   *     is no {@code [UNK]}
   */
  public static SentencePair of(Vocabulary vocabulary, List<String> first, List<String> second) {
    return of(vocabulary, first, second, true);
  }

  private static SentencePair of(
      Vocabulary vocabulary, List<String> first, List<String> second, boolean both) {
    vocabulary.id(Special.CLS);
    vocabulary.id(Special.SEP);
    List<String> tokens = new ArrayList<>();
    tokens.add(Special.CLS.token());
    tokens.addAll(first);
    tokens.add(Special.SEP.token());
    int ones = tokens.size();
    if (both) {
      tokens.addAll(second);
      tokens.add(Special.SEP.token());
    }
    int[] types = new int[tokens.size()];
    Arrays.fill(types, ones, types.length, 1);
    return new SentencePair(vocabulary.encode(tokens), types);
  }

  /**
   * The tokens' numbers.
   *
   * @return ids (T); not a copy
   */
  public int[] ids() {
    return ids;
  }

  /**
   * Which sentence each token belongs to.
   *
   * @return types (T), 0 or 1; not a copy
   */
  public int[] types() {
    return types;
  }
}
