package org.attentionlab.exercises.lesson13;

import java.util.Locale;
import org.attentionlab.exercises.lesson13.CountModel.Sizes;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.2; each looks at a difference, so that one mistake costs once. */
@ChecksOf(CountModel.class)
public final class CountModelChecks {

  private static final double EXACT = 1e-12;
  private static final String SMALL = "dModel 4, 2 heads, dFf 8, ";

  private final CountModel answer;

  CountModelChecks(CountModel answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.2.1 a layer of the encoder")
  @Points(3)
  @Hint({Lesson13Hints.ENCODER_1, Lesson13Hints.ENCODER_2, Lesson13Hints.ENCODER_3})
  void encoderLayer() {
    Expect.that("what one more layer adds", count(3, 1, false) - count(2, 1, false))
        .given(SMALL + "3 layers in the encoder less 2")
        .tolerance(EXACT)
        .mistake("no-norms", "The two layer norms are missing.", () -> Grid.of(156))
        .mistake("no-biases", "The biases of the six maps are missing.", () -> Grid.of(144))
        .mistake(
            "times-heads",
            "The attention is counted once for each head; a head is dModel / H wide.",
            () -> Grid.of(252))
        .mistake(
            "gain-only", "A layer norm has a gain and a bias; one is missing.", () -> Grid.of(164))
        .equalTo(Grid.of(172));
  }

  @Test
  @Mechanism("13.2.2 a layer of the decoder has one attention and one norm more")
  @Points(3)
  @Hint({Lesson13Hints.DECODER_1, Lesson13Hints.DECODER_2, Lesson13Hints.DECODER_3})
  void decoderLayer() {
    long encoder = count(3, 1, false) - count(2, 1, false);
    Expect.that(
            "a layer of the decoder less one of the encoder",
            count(1, 3, false) - count(1, 2, false) - encoder)
        .given(SMALL + "3 layers in the decoder less 2")
        .tolerance(EXACT)
        .mistake(
            "as-encoder",
            "This counts a layer of the decoder like one of the encoder.",
            () -> Grid.of(0))
        .mistake("two-norms", "The third layer norm is missing.", () -> Grid.of(80))
        .mistake("no-cross-attention", "The second attention is missing.", () -> Grid.of(8))
        .equalTo(Grid.of(88));
  }

  @Test
  @Mechanism("13.2.3 embeddings and output")
  @Points(2)
  @Hint({Lesson13Hints.ENDS_1, Lesson13Hints.ENDS_2, Lesson13Hints.ENDS_3})
  void embeddingsAndOutput() {
    long encoder = count(2, 1, false) - count(1, 1, false);
    long decoder = count(1, 2, false) - count(1, 1, false);
    Expect.that("what is no layer", count(1, 1, false) - encoder - decoder)
        .given(SMALL + "10 source and 20 target tokens, one layer on each side, less these layers")
        .tolerance(EXACT)
        .mistake("no-output-bias", "The output map has a bias.", () -> Grid.of(200))
        .mistake("no-output", "The output map is missing.", () -> Grid.of(120))
        .mistake(
            "one-table",
            "The target has a table of its own; nothing is shared here.",
            () -> Grid.of(140))
        .equalTo(Grid.of(220));
  }

  @Test
  @Mechanism("13.2.4 pre-norm has a last norm on each side")
  @Points(1)
  @Hint({Lesson13Hints.LAST_NORM_1, Lesson13Hints.LAST_NORM_2, Lesson13Hints.LAST_NORM_3})
  void lastNorms() {
    Expect.that("pre-norm less post-norm", count(2, 2, true) - count(2, 2, false))
        .given(SMALL + "two layers on each side")
        .tolerance(EXACT)
        .mistake("no-last-norm", "The norms at the end are missing.", () -> Grid.of(0))
        .mistake("one-last-norm", "Both sides have a norm at their end, not one.", () -> Grid.of(8))
        .equalTo(Grid.of(16));
  }

  @Test
  @Mechanism("13.2.5 large models do not overflow")
  @Points(1)
  @Hint({Lesson13Hints.LONG_1, Lesson13Hints.LONG_2, Lesson13Hints.LONG_3})
  void largeModels() {
    long parameters = answer.parameters(new Sizes(1, 1, 30_000, 1, 1, 1, 1, false));
    long ofOneAttention = 4L * 30_000 * 30_000;
    if (parameters < ofOneAttention) {
      throw Expect.failed(
          String.format(
              Locale.ROOT,
              "dModel 30,000, one layer on each side: got %d, but a single attention has %d",
              parameters,
              ofOneAttention),
          new Mistake(
              "int-overflow",
              "A product was computed as an int, which holds no number above 2,147,483,647."));
    }
  }

  private long count(int encoderLayers, int decoderLayers, boolean preNorm) {
    return answer.parameters(new Sizes(10, 20, 4, 2, 8, encoderLayers, decoderLayers, preNorm));
  }
}
