package org.attentionlab.train;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.text.SentenceBatch;
import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;

/**
 * Hides words for a model to find, as BERT was trained.
 *
 * <pre>
 * of all words that may be chosen, 15 %; of these
 *   80 %  become the mask          my dog is hairy -&gt; my dog is [MASK]
 *   10 %  become a random word     my dog is hairy -&gt; my dog is apple
 *   10 %  stay                     my dog is hairy -&gt; my dog is hairy
 * </pre>
 *
 * <p>The model must find all chosen words, also those that stay, so it can trust no input word
 * blindly; at the other places it is asked nothing. Devlin et al. (2019), section 3.1 and appendix
 * A.1.
 */
public final class MaskedWords {
  /** The label where nothing is asked; cross-entropy is told to ignore it. */
  public static final int NOT_ASKED = SentenceBatch.NOT_ASKED;

  private final Config config;

  /**
   * The settings.
   *
   * @param vocabulary how many ids there are
   * @param mask the id of the mask
   * @param special ids that are never chosen and never put in: padding, start, separator, mask
   * @param chance the share of words that is chosen, above 0 and at most 1
   */
  public record Config(int vocabulary, int mask, Set<Integer> special, double chance) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the chance or an id lies outside of its range, the mask
     *     is none of the special ids, or all ids are special
     */
    public Config {
      special = Set.copyOf(special);
      if (!(chance > 0 && chance <= 1)) {
        throw new IllegalArgumentException(
            "MaskedWords: the chance " + chance + " is not in (0, 1].");
      }
      if (mask < 0 || mask >= vocabulary || !special.contains(mask)) {
        throw new IllegalArgumentException(
            "MaskedWords: the mask "
                + mask
                + " has to be an id below "
                + vocabulary
                + " and one of the special ones "
                + special
                + ".");
      }
      for (int id : special) {
        if (id < 0 || id >= vocabulary) {
          throw new IllegalArgumentException(
              "MaskedWords: the special id " + id + " is not from 0 to " + (vocabulary - 1) + ".");
        }
      }
      if (special.size() >= vocabulary) {
        throw new IllegalArgumentException("MaskedWords: all ids are special.");
      }
    }
  }

  /**
   * What the model reads, and what it is asked.
   *
   * @param ids the sentences with some words hidden (B, T)
   * @param labels the word that was there, or {@link #NOT_ASKED} (B, T)
   */
  @SuppressWarnings("ArrayRecordComponent") // two tables of numbers; nobody compares them
  public record Masked(int[][] ids, int[][] labels) {}

  /**
   * With settings of one's own.
   *
   * @param config the settings
   */
  public MaskedWords(Config config) {
    this.config = config;
  }

  /**
   * As in the paper: 15 % of all words, and none of the special tokens.
   *
   * @param vocabulary has {@code [MASK]}
   * @return what hides words of that vocabulary
   * @throws IllegalArgumentException if it has no {@code [MASK]}, or no word
   */
  public static MaskedWords of(Vocabulary vocabulary) {
    Set<Integer> special =
        IntStream.range(0, vocabulary.size())
            .filter(vocabulary::isSpecial)
            .boxed()
            .collect(Collectors.toSet());
    return new MaskedWords(
        new Config(vocabulary.size(), vocabulary.id(Special.MASK), special, 0.15));
  }

  /**
   * Hides words.
   *
   * @param rng which words; the same seed hides the same
   * @param ids sentences (B, T); not changed
   * @return new ids and labels, as long
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary
   */
  public Masked mask(RandomGenerator rng, int[][] ids) {
    TokenIds.requireKnown("MaskedWords", ids, config.vocabulary());
    int[][] hidden = new int[ids.length][];
    int[][] labels = new int[ids.length][];
    for (int b = 0; b < ids.length; b++) {
      hidden[b] = ids[b].clone();
      labels[b] = new int[ids[b].length];
      Arrays.fill(labels[b], NOT_ASKED);
      for (int t = 0; t < ids[b].length; t++) {
        if (!config.special().contains(ids[b][t]) && rng.nextDouble() < config.chance()) {
          labels[b][t] = ids[b][t];
          hidden[b][t] = replacement(rng, ids[b][t]);
        }
      }
    }
    return new Masked(hidden, labels);
  }

  private int replacement(RandomGenerator rng, int word) {
    double lot = rng.nextDouble();
    if (lot < 0.8) {
      return config.mask();
    }
    return lot < 0.9 ? randomWord(rng) : word;
  }

  private int randomWord(RandomGenerator rng) {
    int word = rng.nextInt(config.vocabulary());
    while (config.special().contains(word)) {
      word = rng.nextInt(config.vocabulary());
    }
    return word;
  }
}
