package org.attentionlab.solutions.hidden.lesson13;

import java.util.List;
import java.util.Locale;
import org.attentionlab.exercises.lesson13.CountModel;
import org.attentionlab.exercises.lesson13.CountModel.Sizes;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.2; the oracle adds up the shapes of the matrices one by one. */
@ChecksOf(CountModel.class)
public final class CountModelHiddenChecks {

  private static final double EXACT = 1e-12;

  private final CountModel answer;

  CountModelHiddenChecks(CountModel answer) {
    this.answer = answer;
  }

  /** No two sizes are alike; the base model of the paper; a width of 1. */
  private static List<Sizes> models() {
    return List.of(
        new Sizes(11, 23, 12, 3, 20, 2, 4, false),
        new Sizes(37_000, 31_000, 512, 8, 2048, 6, 5, false),
        new Sizes(300, 200, 64, 4, 100, 1, 2, true),
        new Sizes(7, 5, 1, 1, 3, 2, 1, true));
  }

  private static String given(Sizes s) {
    return String.format(
        Locale.ROOT, "dModel %d, %d heads, dFf %d", s.dModel(), s.heads(), s.dFf());
  }

  @Test
  @Mechanism("13.2.1 a layer of the encoder")
  @Points(3)
  @Hint({Lesson13Hints.ENCODER_1, Lesson13Hints.ENCODER_2, Lesson13Hints.ENCODER_3})
  void encoderLayer() {
    for (Sizes s : models()) {
      Expect.that("what one more layer adds", oneMoreEncoder(s))
          .given(given(s) + ", one layer more in the encoder")
          .tolerance(EXACT)
          .mistake(
              "no-norms",
              "The two layer norms are missing.",
              () -> Grid.of(attention(s) + feedForward(s)))
          .mistake(
              "no-biases",
              "The biases of the six maps are missing.",
              () -> Grid.of(attention(s) + feedForward(s) + 2 * norm(s) - biases(s)))
          .mistake(
              "times-heads",
              "The attention is counted once for each head; a head is dModel / H wide.",
              () -> Grid.of(s.heads() * attention(s) + feedForward(s) + 2 * norm(s)))
          .mistake(
              "gain-only",
              "A layer norm has a gain and a bias; one is missing.",
              () -> Grid.of(attention(s) + feedForward(s) + norm(s)))
          .equalTo(Grid.of(attention(s) + feedForward(s) + norm(s) + norm(s)));
    }
  }

  @Test
  @Mechanism("13.2.2 a layer of the decoder has one attention and one norm more")
  @Points(3)
  @Hint({Lesson13Hints.DECODER_1, Lesson13Hints.DECODER_2, Lesson13Hints.DECODER_3})
  void decoderLayer() {
    for (Sizes s : models()) {
      Expect.that("a layer of the decoder less one of the encoder", more(s) - oneMoreEncoder(s))
          .given(given(s))
          .tolerance(EXACT)
          .mistake(
              "as-encoder",
              "This counts a layer of the decoder like one of the encoder.",
              () -> Grid.of(0))
          .mistake("two-norms", "The third layer norm is missing.", () -> Grid.of(attention(s)))
          .mistake("no-cross-attention", "The second attention is missing.", () -> Grid.of(norm(s)))
          .equalTo(Grid.of(attention(s) + norm(s)));
    }
  }

  @Test
  @Mechanism("13.2.3 embeddings and output")
  @Points(2)
  @Hint({Lesson13Hints.ENDS_1, Lesson13Hints.ENDS_2, Lesson13Hints.ENDS_3})
  void embeddingsAndOutput() {
    for (Sizes model : models()) {
      Sizes s = layers(model, 1, 1, false);
      long tables = matrix(s.sourceVocabulary(), s.dModel());
      long target = matrix(s.targetVocabulary(), s.dModel());
      Expect.that("what is no layer", answer.parameters(s) - oneMoreEncoder(s) - more(s))
          .given(
              given(s)
                  + String.format(
                      Locale.ROOT,
                      ", %d source and %d target tokens, post-norm, without the layers",
                      s.sourceVocabulary(),
                      s.targetVocabulary()))
          .tolerance(EXACT)
          .mistake(
              "no-output-bias",
              "The output map has a bias.",
              () -> Grid.of(tables + target + target))
          .mistake("no-output", "The output map is missing.", () -> Grid.of(tables + target))
          .mistake(
              "one-table",
              "The target has a table of its own; nothing is shared here.",
              () -> Grid.of(tables + target + s.targetVocabulary()))
          .equalTo(Grid.of(tables + target + target + s.targetVocabulary()));
    }
  }

  @Test
  @Mechanism("13.2.4 pre-norm has a last norm on each side")
  @Points(1)
  @Hint({Lesson13Hints.LAST_NORM_1, Lesson13Hints.LAST_NORM_2, Lesson13Hints.LAST_NORM_3})
  void lastNorms() {
    for (Sizes s : models()) {
      long post = answer.parameters(layers(s, 3, 2, false));
      Expect.that("pre-norm less post-norm", answer.parameters(layers(s, 3, 2, true)) - post)
          .given(given(s) + ", 3 and 2 layers")
          .tolerance(EXACT)
          .mistake("no-last-norm", "The norms at the end are missing.", () -> Grid.of(0))
          .mistake(
              "one-last-norm",
              "Both sides have a norm at their end, not one.",
              () -> Grid.of(norm(s)))
          .equalTo(Grid.of(norm(s) + norm(s)));
    }
  }

  @Test
  @Mechanism("13.2.5 large models do not overflow")
  @Points(1)
  @Hint({Lesson13Hints.LONG_1, Lesson13Hints.LONG_2, Lesson13Hints.LONG_3})
  void largeModels() {
    long parameters = answer.parameters(new Sizes(1, 1, 40_000, 1, 1, 1, 1, false));
    long ofOneAttention = 4L * 40_000 * 40_000;
    if (parameters < ofOneAttention) {
      throw Expect.failed(
          String.format(
              Locale.ROOT,
              "dModel 40,000, one layer on each side: got %d, but a single attention has %d",
              parameters,
              ofOneAttention),
          new Mistake(
              "int-overflow",
              "A product was computed as an int, which holds no number above 2,147,483,647."));
    }
  }

  private long oneMoreEncoder(Sizes s) {
    return answer.parameters(layers(s, 2, 1, false)) - answer.parameters(layers(s, 1, 1, false));
  }

  /** What one more layer of the decoder adds. */
  private long more(Sizes s) {
    return answer.parameters(layers(s, 1, 2, false)) - answer.parameters(layers(s, 1, 1, false));
  }

  private static Sizes layers(Sizes s, int encoder, int decoder, boolean preNorm) {
    return new Sizes(
        s.sourceVocabulary(),
        s.targetVocabulary(),
        s.dModel(),
        s.heads(),
        s.dFf(),
        encoder,
        decoder,
        preNorm);
  }

  private static long matrix(long rows, long columns) {
    return rows * columns;
  }

  /** Three projections of each head, then the output map; biases as long as what they add to. */
  private static long attention(Sizes s) {
    long width = s.dModel() / s.heads();
    long sum = 0;
    for (int head = 0; head < s.heads(); head++) {
      sum += 3 * (matrix(s.dModel(), width) + width);
    }
    return sum + matrix(s.heads() * width, s.dModel()) + s.dModel();
  }

  private static long feedForward(Sizes s) {
    return matrix(s.dModel(), s.dFf()) + s.dFf() + matrix(s.dFf(), s.dModel()) + s.dModel();
  }

  private static long norm(Sizes s) {
    return (long) s.dModel() + s.dModel();
  }

  private static long biases(Sizes s) {
    return 4L * s.dModel() + s.dFf() + s.dModel();
  }
}
