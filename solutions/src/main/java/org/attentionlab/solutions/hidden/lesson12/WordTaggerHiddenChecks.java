package org.attentionlab.solutions.hidden.lesson12;

import java.util.Arrays;
import org.attentionlab.exercises.lesson12.Lesson12Hints;
import org.attentionlab.exercises.lesson12.WordTagger;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 12.4. */
@ChecksOf(WordTagger.class)
public final class WordTaggerHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  /** Logits are sums of products of sums: float32 leaves a little more than usual. */
  private static final double FLOAT_SUMS = 1e-3;

  private final WordTagger answer;

  WordTaggerHiddenChecks(WordTagger answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("12.4.1 padding is not looked at")
  @Points(4)
  @Hint({Lesson12Hints.UNSEEN_1, Lesson12Hints.UNSEEN_2, Lesson12Hints.UNSEEN_3})
  void paddingIsNotLookedAt() {
    for (int dK : WIDTHS) {
      TaggerCase input = TaggerCase.ofWidth(dK);
      double[][] words = input.joined(input.shapedLogits(input.ask(answer)));
      Expect expectation =
          Expect.that("logits of the real words", words)
              .given(input.given())
              .tolerance(FLOAT_SUMS)
              .mistake(
                  "looks-at-padding",
                  "The words give weight to the padding.",
                  () -> Grid.of(input.logitsWithPadding()))
              .mistake(
                  "masked-after-softmax",
                  "The padding is hidden after the softmax, so the weights no longer sum to 1.",
                  () -> Grid.of(input.logitsMaskedLate()))
              .mistake("no-bias", "The bias is missing.", () -> Grid.of(input.logitsWithoutBias()))
              .mistake(
                  "no-scaling",
                  "The scores are not divided by the root of dK.",
                  () -> Grid.of(input.logits(1)));
      expectation.equalTo(Grid.of(input.logits(Math.sqrt(dK))));
    }
  }

  /** Judged by the answer's own logits, so that a wrong mask costs its own points only. */
  @Test
  @Mechanism("12.4.2 the loss is the mean over real words")
  @Points(4)
  @Hint({Lesson12Hints.LOSS_1, Lesson12Hints.LOSS_2, Lesson12Hints.LOSS_3})
  void lossOfRealWords() {
    for (int dK : WIDTHS) {
      TaggerCase input = TaggerCase.ofWidth(dK);
      WordTagger.Result result = input.ask(answer);
      double[][] losses = input.losses(input.shapedLogits(result));
      double sum = input.sum(losses, input.lengths);
      int places = input.lengths.length * TaggerCase.T;
      Expect.that("loss", result.loss())
          .given(input.given())
          .mistake(
              "scores-padding",
              "The padding is judged, too.",
              () -> Grid.of(input.sum(losses, input.allFull()) / places))
          .mistake(
              "divides-by-all",
              "The sum over the real words is divided by B T, padding included.",
              () -> Grid.of(sum / places))
          .mistake(
              "mean-of-sentences",
              "This is the mean of the sentences' means; every word counts the same.",
              () -> Grid.of(input.meanOfSentences(losses)))
          .mistake("sum", "This is the sum, not the mean.", () -> Grid.of(sum))
          .equalTo(Grid.of(sum / input.words()));
    }
  }

  @Test
  @Mechanism("12.4.3 every real word gets the tag with the largest logit")
  @Points(3)
  @Hint({Lesson12Hints.TAGS_1, Lesson12Hints.TAGS_2, Lesson12Hints.TAGS_3})
  void tagsOfRealWords() {
    for (int dK : WIDTHS) {
      TaggerCase input = TaggerCase.ofWidth(dK);
      WordTagger.Result result = input.ask(answer);
      double[][][] logits = input.shapedLogits(result);
      int[] counts = Arrays.stream(result.tags()).mapToInt(tags -> tags.length).toArray();
      Expect.that("number of tags of each sentence", counts)
          .given(input.given())
          .mistake("tags-padding", "Padding gets tags, too.", () -> Grid.of(input.allFull()))
          .equalTo(Grid.of(input.lengths));
      Expect.that(
              "tags, one sentence after the other",
              Arrays.stream(result.tags()).flatMapToInt(Arrays::stream).toArray())
          .given(input.given())
          .mistake("smallest", "This is the smallest logit.", () -> input.best(logits, -1))
          .mistake("all-zero", "Every word gets tag 0.", () -> Grid.of(new double[input.words()]))
          .equalTo(input.best(logits, 1));
    }
  }

  @Test
  @Mechanism("12.4.4 large logits give a finite loss")
  @Points(2)
  @Hint({Lesson12Hints.LARGE_1, Lesson12Hints.LARGE_2, Lesson12Hints.LARGE_3})
  void largeLogits() {
    for (int dK : WIDTHS) {
      TaggerCase input = TaggerCase.large(dK);
      WordTagger.Result result = input.ask(answer);
      double[][] losses = input.losses(input.shapedLogits(result));
      Expect.that("loss", result.loss())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "overflow",
              "The softmax of a tag is 0 in float32, and log 0 is minus infinity.",
              () -> Grid.of(Double.POSITIVE_INFINITY))
          .mistake(
              "overflow",
              "exp(1000) is infinity, and infinity / infinity is NaN.",
              () -> Grid.of(Double.NaN))
          .equalTo(Grid.of(input.sum(losses, input.lengths) / input.words()));
    }
  }

  @Test
  @Mechanism("12.4.5 a sentence without words changes nothing")
  @Points(1)
  @Hint({Lesson12Hints.NOTHING_1, Lesson12Hints.NOTHING_2, Lesson12Hints.NOTHING_3})
  void emptySentence() {
    TaggerCase input = TaggerCase.withEmptySentence(3);
    WordTagger.Result result = input.ask(answer);
    double[][] losses = input.losses(input.shapedLogits(result));
    double sum = input.sum(losses, input.lengths);
    double sumOfMeans =
        input.sum(losses, new int[] {4, 0, 0}) / 4 + input.sum(losses, new int[] {0, 0, 1});
    Expect.that("loss", result.loss())
        .given(input.given())
        .mistake(
            "empty-sentence",
            "The mean over no words is 0 / 0, which is NaN; take one mean over all words.",
            () -> Grid.of(Double.NaN))
        .mistake(
            "empty-sentence",
            "The sentence without words counts as a sentence; take one mean over all words.",
            () -> Grid.of(sumOfMeans / 3))
        .equalTo(Grid.of(sum / input.words()));
  }

  @Test
  @Mechanism("12.4.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson12Hints.KEPT_1, Lesson12Hints.KEPT_2, Lesson12Hints.KEPT_3})
  void inputsAreLeftAlone() {
    TaggerCase input = TaggerCase.ofWidth(3);
    Tensor x = input.xTensor();
    int[] lengths = input.lengths.clone();
    int[][] gold = Arrays.stream(input.gold).map(int[]::clone).toArray(int[][]::new);
    WordTagger.Parameters learned = input.parameters();
    String given =
        input.given() + ", logits " + answer.tag(x, lengths, gold, learned).logits().shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The padding in x has been zeroed; x belongs to the caller.",
            () -> Grid.of(paddingZeroed(input)))
        .equalTo(Grid.of(input.x));
    Expect.that("gold after the call", gold)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The gold tags of padding have been changed; gold belongs to the caller.",
            () -> Grid.of(goldZeroed(input)))
        .equalTo(Grid.of(input.gold));
    Expect.that("lengths after the call", lengths).given(given).equalTo(Grid.of(input.lengths));
  }

  private static double[][][] paddingZeroed(TaggerCase input) {
    double[][][] zeroed = new double[input.x.length][TaggerCase.T][input.x[0][0].length];
    for (int b = 0; b < zeroed.length; b++) {
      System.arraycopy(input.x[b], 0, zeroed[b], 0, input.lengths[b]);
    }
    return zeroed;
  }

  private static int[][] goldZeroed(TaggerCase input) {
    int[][] zeroed = new int[input.gold.length][TaggerCase.T];
    for (int b = 0; b < zeroed.length; b++) {
      System.arraycopy(input.gold[b], 0, zeroed[b], 0, input.lengths[b]);
    }
    return zeroed;
  }
}
