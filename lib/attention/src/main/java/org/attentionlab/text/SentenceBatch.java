package org.attentionlab.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attentionlab.transformer.BertInput;

/**
 * Sentences as BERT reads them, filled up to one width, and what is asked of their words.
 *
 * <pre>
 * tokens   [CLS]   the    cat   eats   [SEP]  [PAD]
 * labels   -100     0      1      0    -100   -100
 * </pre>
 *
 * <p>A label belongs to a word. {@code [CLS]}, {@code [SEP]} and padding have none, so {@link
 * #labels} moves the labels to where the words stand, and {@link #atWords} brings a model's answers
 * back.
 *
 * <pre>
 * var batch = SentenceBatch.of(vocabulary, sentences);
 * var logits = tagger.forward(batch.input());                                   // (B, T, C)
 * CrossEntropy.mean().ignoring(SentenceBatch.NOT_ASKED).loss(logits, batch.labels(tags));
 * List&lt;int[]&gt; predicted = batch.atWords(logits.argmax(-1));
 * </pre>
 *
 * <p>Legend: B sentences, T ids of the longest.
 */
public final class SentenceBatch {
  /** The label where nothing is asked; cross-entropy is told to ignore it. */
  public static final int NOT_ASKED = -100;

  /** Where the first word stands: behind {@code [CLS]}. */
  public static final int FIRST_WORD = 1;

  private static final int ENDS = 2; // [CLS] and [SEP]

  private final Padding ids;
  private final int[][] types;

  private SentenceBatch(Padding ids, int[][] types) {
    this.ids = ids;
    this.types = types;
  }

  /**
   * Single sentences, each between {@code [CLS]} and {@code [SEP]}.
   *
   * @param vocabulary has {@code [CLS]} and {@code [SEP]}
   * @param sentences B lists of words, B at least 1
   * @return the batch
   * @throws IllegalArgumentException if there is no sentence, one of the two is missing, or a word
   *     is unknown and there is no {@code [UNK]}
   */
  public static SentenceBatch of(Vocabulary vocabulary, List<List<String>> sentences) {
    return of(sentences.stream().map(words -> SentencePair.of(vocabulary, words)).toList());
  }

  /**
   * Sentences or pairs of sentences.
   *
   * @param sentences B of them, at least 1
   * @return the batch
   * @throws IllegalArgumentException if there is no sentence
   */
  public static SentenceBatch of(List<SentencePair> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("SentenceBatch: there are no sentences.");
    }
    Padding ids = Padding.of(sentences.stream().map(SentencePair::ids).toList());
    int width = ids.ids()[0].length;
    int[][] types =
        sentences.stream().map(one -> Arrays.copyOf(one.types(), width)).toArray(int[][]::new);
    return new SentenceBatch(ids, types);
  }

  /**
   * What a {@link org.attentionlab.transformer.Bert} reads.
   *
   * @return ids, types and lengths
   */
  public BertInput input() {
    return input(ids());
  }

  /**
   * The same with other ids, as some words are hidden.
   *
   * @param changed ids (B, T)
   * @return those ids with the types and lengths of this batch
   * @throws org.attentionlab.tensor.ShapeException if they are not as many
   */
  public BertInput input(int[][] changed) {
    return new BertInput(changed, types, lengths());
  }

  /**
   * The tokens' numbers.
   *
   * @return ids (B, T), 0 after the end of each sentence; not a copy
   */
  public int[][] ids() {
    return ids.ids();
  }

  /**
   * How many ids each sentence has, {@code [CLS]} and {@code [SEP]} included.
   *
   * @return lengths (B); not a copy
   */
  public int[] lengths() {
    return ids.lengths();
  }

  /**
   * The labels of words, moved to where the words stand. For single sentences.
   *
   * @param words for each sentence a label for each of its words; {@link #NOT_ASKED} for a word
   *     that has none
   * @return labels (B, T), {@link #NOT_ASKED} at {@code [CLS]}, {@code [SEP]} and padding
   * @throws IllegalArgumentException if there are not as many labels as sentences or words
   */
  public int[][] labels(List<int[]> words) {
    requireSentences("labels", words.size());
    int[][] labels = new int[ids().length][];
    for (int b = 0; b < labels.length; b++) {
      int count = lengths()[b] - ENDS;
      if (words.get(b).length != count) {
        throw new IllegalArgumentException(
            "labels: sentence "
                + b
                + " has "
                + count
                + " words and "
                + words.get(b).length
                + " labels. [CLS] and [SEP] need none.");
      }
      labels[b] = new int[ids()[b].length];
      Arrays.fill(labels[b], NOT_ASKED);
      System.arraycopy(words.get(b), 0, labels[b], FIRST_WORD, count);
    }
    return labels;
  }

  /**
   * What stands at the words of each sentence, without {@code [CLS]}, {@code [SEP]} and padding.
   * For single sentences.
   *
   * @param each B T numbers, one for each id, as {@code logits.argmax(-1)} gives them
   * @return for each sentence as many numbers as it has words
   * @throws IllegalArgumentException if there are not as many numbers as ids
   */
  public List<int[]> atWords(int... each) {
    int width = ids()[0].length;
    if (each.length != ids().length * width) {
      throw new IllegalArgumentException(
          "atWords: "
              + each.length
              + " numbers for a batch of ("
              + ids().length
              + ", "
              + width
              + ") ids.");
    }
    List<int[]> words = new ArrayList<>();
    for (int b = 0; b < ids().length; b++) {
      int from = b * width + FIRST_WORD;
      words.add(Arrays.copyOfRange(each, from, from + lengths()[b] - ENDS));
    }
    return words;
  }

  private void requireSentences(String operation, int given) {
    if (given != ids().length) {
      throw new IllegalArgumentException(
          operation
              + ": "
              + given
              + " sentences are labelled, the batch has "
              + ids().length
              + ".");
    }
  }
}
