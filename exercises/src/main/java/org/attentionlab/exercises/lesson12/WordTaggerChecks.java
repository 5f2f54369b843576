package org.attentionlab.exercises.lesson12;

import java.util.Arrays;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 12.4, on sentences of one to three words. */
@ChecksOf(WordTagger.class)
public final class WordTaggerChecks {

  private static final float LN_3 = (float) Math.log(3);

  private final WordTagger answer;

  WordTaggerChecks(WordTagger answer) {
    this.answer = answer;
  }

  /**
   * A word is (query, key, value). Divided by 2, the root of dK, the scores of both words are 0 and
   * ln 3, so the weights are 1/4 and 3/4 and the mixture of 8 and 4 is 5. The padding, if it were
   * seen, had a score of ln 4 and a value of 100.
   */
  @Test
  @Mechanism("12.4.1 padding is not looked at")
  @Points(4)
  @Hint({Lesson12Hints.UNSEEN_1, Lesson12Hints.UNSEEN_2, Lesson12Hints.UNSEEN_3})
  void paddingIsNotLookedAt() {
    float ln4 = (float) Math.log(4);
    Tensor x = Tensor.of(new float[] {1, 0, 8, 1, LN_3, 4, 1, ln4, 100}, 1, 3, 3);
    Tensor wQ = Tensor.of(new float[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 3, 4);
    Tensor wK = Tensor.of(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 3, 4);
    Tensor wV = Tensor.of(new float[] {0, 0, 1}, 3, 1);
    WordTagger.Parameters learned =
        new WordTagger.Parameters(
            wQ, wK, wV, Tensor.of(new float[] {1, 2}, 1, 2), Tensor.vector(0, -3));
    String given = "values 8 4 and padding 100, scores 0, ln 3 and ln 4, W_tags [1 2], bias [0 -3]";
    WordTagger.Result result = answer.tag(x, new int[] {2}, new int[][] {{0, 1, 0}}, learned);
    double[] all = Expect.that("logits", result.logits()).given(given).shaped(1, 3, 2).values();
    double[][] words = {{all[0], all[1]}, {all[2], all[3]}};
    Expect.that("logits of the two words", words)
        .given(given)
        .mistake(
            "looks-at-padding",
            "The words give weight to the padding.",
            () -> logits(52.5)) // (8 + 3 * 4 + 4 * 100) / 8
        .mistake(
            "masked-after-softmax",
            "The padding is hidden after the softmax, so the weights no longer sum to 1.",
            () -> logits(2.5)) // (8 + 3 * 4) / 8
        .mistake(
            "no-scaling",
            "The scores are not divided by the root of dK.",
            () -> logits(4.4)) // 8 / 10 + 9 * 4 / 10
        .mistake("no-bias", "The bias is missing.", () -> twice(5, 10))
        .equalTo(logits(5));
  }

  /** Judged by the answer's own logits, so that a wrong mask costs its own points only. */
  @Test
  @Mechanism("12.4.2 the loss is the mean over real words")
  @Points(4)
  @Hint({Lesson12Hints.LOSS_1, Lesson12Hints.LOSS_2, Lesson12Hints.LOSS_3})
  void lossOfRealWords() {
    int[] lengths = {3, 1};
    int[][] gold = {{0, 1, 0}, {1, 0, 0}};
    String given = "sentences of 3 words and 1 word, T 3, gold tags [0 1 0] and [1], padding 0";
    WordTagger.Result result = answer.tag(signs(1, 2, -1, 3, 7, -7), lengths, gold, bySign());
    double[] losses = losses(result.logits(), gold, given);
    double sum = losses[0] + losses[1] + losses[2];
    double padding = losses[4] + losses[5];
    Expect.that("loss", result.loss())
        .given(given)
        .mistake(
            "scores-padding",
            "The padding is judged, too.",
            () -> Grid.of((sum + losses[3] + padding) / 6))
        .mistake(
            "divides-by-all",
            "The sum over the real words is divided by B T, padding included.",
            () -> Grid.of((sum + losses[3]) / 6))
        .mistake(
            "mean-of-sentences",
            "This is the mean of the sentences' means; every word counts the same.",
            () -> Grid.of((sum / 3 + losses[3]) / 2))
        .mistake("sum", "This is the sum, not the mean.", () -> Grid.of(sum + losses[3]))
        .equalTo(Grid.of((sum + losses[3]) / 4));
  }

  /** The single head looks everywhere alike, so a sentence's words get the sign of their mean. */
  @Test
  @Mechanism("12.4.3 every real word gets the tag with the largest logit")
  @Points(3)
  @Hint({Lesson12Hints.TAGS_1, Lesson12Hints.TAGS_2, Lesson12Hints.TAGS_3})
  void tagsOfRealWords() {
    int[] lengths = {3, 1};
    int[][] gold = {{0, 0, 0}, {0, 0, 0}};
    String given = "sentences of 3 words and 1 word, T 3";
    WordTagger.Result result = answer.tag(signs(1, 2, -1, -3, 7, 7), lengths, gold, bySign());
    double[] logits = Expect.that("logits", result.logits()).given(given).shaped(2, 3, 2).values();
    double[] best = new double[4];
    double[] worst = new double[4];
    for (int i = 0; i < best.length; i++) {
      best[i] = logits[2 * i] >= logits[2 * i + 1] ? 0 : 1;
      worst[i] = 1 - best[i];
    }
    Expect.that("number of tags of each sentence", counts(result.tags()))
        .given(given)
        .mistake("tags-padding", "Padding gets tags, too.", () -> Grid.of(new double[] {3, 3}))
        .equalTo(Grid.of(new double[] {3, 1}));
    Expect.that("tags, one sentence after the other", joined(result.tags()))
        .given(given)
        .mistake("smallest", "This is the smallest logit.", () -> Grid.of(worst))
        .mistake("all-zero", "Every word gets tag 0.", () -> Grid.of(new double[4]))
        .equalTo(Grid.of(best));
  }

  @Test
  @Mechanism("12.4.4 large logits give a finite loss")
  @Points(2)
  @Hint({Lesson12Hints.LARGE_1, Lesson12Hints.LARGE_2, Lesson12Hints.LARGE_3})
  void largeLogits() {
    WordTagger.Result result =
        answer.tag(
            Tensor.of(new float[] {1000}, 1, 1, 1), new int[] {1}, new int[][] {{1}}, bySign());
    Expect.that("loss", result.loss())
        .given("one word with logits 1000 and -1000, gold tag 1")
        .mistake(
            "overflow",
            "The softmax of tag 1 is 0 in float32, and log 0 is minus infinity.",
            () -> Grid.of(Double.POSITIVE_INFINITY))
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(2000));
  }

  @Test
  @Mechanism("12.4.5 a sentence without words changes nothing")
  @Points(1)
  @Hint({Lesson12Hints.NOTHING_1, Lesson12Hints.NOTHING_2, Lesson12Hints.NOTHING_3})
  void emptySentence() {
    int[] lengths = {0, 2};
    int[][] gold = {{0, 0}, {0, 1}};
    String given = "sentences of 0 words and 2 words, T 2";
    Tensor x = Tensor.of(new float[] {7, 7, 1, 2}, 2, 2, 1);
    WordTagger.Result result = answer.tag(x, lengths, gold, bySign());
    double[] losses = losses(result.logits(), gold, given);
    Expect.that("loss", result.loss())
        .given(given)
        .mistake(
            "empty-sentence",
            "The mean over no words is 0 / 0, which is NaN; take one mean over all words.",
            () -> Grid.of(Double.NaN))
        .mistake(
            "empty-sentence",
            "The sentence without words counts as a sentence; take one mean over all words.",
            () -> Grid.of((losses[2] + losses[3]) / 4))
        .equalTo(Grid.of((losses[2] + losses[3]) / 2));
  }

  @Test
  @Mechanism("12.4.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson12Hints.KEPT_1, Lesson12Hints.KEPT_2, Lesson12Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2, 1);
    int[] lengths = {2, 1};
    int[][] gold = {{0, 1}, {1, 1}};
    String logits = answer.tag(x, lengths, gold, bySign()).logits().shapeString();
    String given = "x 1 2 and 3 with padding 4, logits " + logits;
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The padding in x has been zeroed; x belongs to the caller.",
            () -> Grid.of(new double[][][] {{{1}, {2}}, {{3}, {0}}}))
        .equalTo(Grid.of(new double[][][] {{{1}, {2}}, {{3}, {4}}}));
    Expect.that("gold after the call", gold)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The gold tag of the padding has been changed; gold belongs to the caller.",
            () -> Grid.of(new double[][] {{0, 1}, {1, 0}}))
        .equalTo(Grid.of(new double[][] {{0, 1}, {1, 1}}));
    Expect.that("lengths after the call", lengths)
        .given(given)
        .equalTo(Grid.of(new double[] {2, 1}));
  }

  /** Two sentences of three numbers. */
  private static Tensor signs(float... numbers) {
    return Tensor.of(numbers, 2, 3, 1);
  }

  /** All scores are 0; the logits are the mixture and its opposite. */
  private static WordTagger.Parameters bySign() {
    Tensor zero = Tensor.zeros(1, 1);
    return new WordTagger.Parameters(
        zero, zero, Tensor.eye(1), Tensor.of(new float[] {1, -1}, 1, 2), Tensor.zeros(2));
  }

  /** The loss of each place, from two logits. */
  private static double[] losses(Tensor logits, int[][] gold, String given) {
    int words = gold[0].length;
    double[] all =
        Expect.that("logits", logits).given(given).shaped(gold.length, words, 2).values();
    double[] losses = new double[gold.length * words];
    for (int i = 0; i < losses.length; i++) {
      int right = gold[i / words][i % words];
      losses[i] = Math.log1p(Math.exp(all[2 * i + 1 - right] - all[2 * i + right]));
    }
    return losses;
  }

  private static double[] counts(int[][] tags) {
    double[] counts = new double[tags.length];
    for (int b = 0; b < tags.length; b++) {
      counts[b] = tags[b].length;
    }
    return counts;
  }

  private static int[] joined(int[][] tags) {
    return Arrays.stream(tags).flatMapToInt(Arrays::stream).toArray();
  }

  private static Grid logits(double mixture) {
    return twice(mixture, 2 * mixture - 3);
  }

  private static Grid twice(double first, double second) {
    return Grid.of(new double[][] {{first, second}, {first, second}});
  }
}
