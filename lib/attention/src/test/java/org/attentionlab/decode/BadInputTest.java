package org.attentionlab.decode;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofKind;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.GptConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final Limits LIMITS = new Limits(0, 1, 3);
  private static final Sampling PLAIN = Sampling.at(1);

  private final Random rng = new Random(1);

  /** A model of three tokens, all equally likely. */
  private static NextToken even(int batch) {
    return NextToken.ofPrefixes(batch, ids -> Tensor.zeros(ids.length, ids[0].length, 3));
  }

  private static NextToken single(Function<int[][], Tensor> logits) {
    return NextToken.ofPrefixes(1, logits);
  }

  private static List<Decoded> greedy(NextToken model) {
    return Greedy.decode(model, 1, LIMITS);
  }

  @Test
  void somethingIsToBeWritten() {
    ofArgument("Limits: ids are not negative", () -> new Limits(0, 1, 0));
    ofArgument("Limits: ids are not negative", () -> new Limits(-1, 1, 5));
    ofArgument("decode: a batch of 0 sequences.", () -> Greedy.decode(even(1), 0, LIMITS));
    ofArgument("decode: a batch of -1", () -> PLAIN.decode(rng, even(1), -1, LIMITS));
    ofArgument("ofPrefixes: a batch of 0 sequences.", () -> even(0));
  }

  @Test
  void aBeamHasAWidthAndAPenalty() {
    ofArgument("Beam: a width of 0", () -> new Beam(0, LengthPenalty.none()));
    assertThrows(NullPointerException.class, () -> new Beam(2, null));
    ofArgument("LengthPenalty: alpha", () -> LengthPenalty.gnmt(-1));
    ofArgument("LengthPenalty: alpha", () -> LengthPenalty.power(Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aPenaltyThatCannotDivideIsRefused(double divisor) {
    Beam beam = new Beam(2, length -> divisor);
    ofArgument("is a finite number above 0, but is " + divisor, () -> beam.decode(even(1), LIMITS));
  }

  @Test
  void aBeamWiderThanAllSequencesFindsThemAll() {
    Beam beam = new Beam(99, LengthPenalty.none());
    assertEquals(1 + 2 + 4, beam.decode(even(1), new Limits(0, 1, 2)).size());
  }

  @Test
  void settingsOfSamplingLieInTheirRanges() {
    for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      ofArgument("Sampling: the temperature", () -> Sampling.at(temperature));
    }
    for (double p : new double[] {0, -0.5, 1.01, Double.NaN}) {
      ofArgument("Sampling: top-p lies in (0, 1], but is " + p, () -> PLAIN.withTopP(p));
    }
    ofArgument("Sampling: top-k keeps at least 1 token, not 0.", () -> PLAIN.withTopK(0));
  }

  @Test
  void topKKeepsNoMoreTokensThanThereAre() {
    String essential = "Sampling: top-k keeps 4 tokens, but there are 3.";
    Sampling four = PLAIN.withTopK(4);
    ofArgument(essential, () -> four.probabilities(0, 0, 0));
    ofArgument(essential, () -> four.decode(rng, even(1), 1, LIMITS));
    assertEquals(3, PLAIN.withTopK(3).probabilities(0, 0, 0).length);
  }

  @Test
  void logitsWithoutProbabilitiesAreRefused() {
    ofKind(
        ArithmeticException.class, "token 1 in row 0 is NaN", () -> PLAIN.probabilities(0, nan()));
    ofKind(ArithmeticException.class, "is Infinity", () -> PLAIN.probabilities(-least()));
    ofKind(ArithmeticException.class, "allows no token", () -> PLAIN.probabilities(least()));
    ofArgument("but there are 0", () -> PLAIN.probabilities());
    for (float logit : new float[] {nan(), -least(), least()}) {
      NextToken model = single(ids -> Tensor.full(logit, 1, ids[0].length, 3));
      assertThrows(ArithmeticException.class, () -> greedy(model));
      assertThrows(
          ArithmeticException.class, () -> new Beam(2, LengthPenalty.none()).decode(model, LIMITS));
    }
  }

  private static float nan() {
    return Float.NaN;
  }

  private static float least() {
    return Float.NEGATIVE_INFINITY;
  }

  @Test
  void logitsOfAnotherShapeAreNamed() {
    String essential = "next: the logits of 1 sequences of 1 tokens are (1, 1, V), got ";
    ofShapes(essential + "(3)", () -> greedy(single(ids -> Tensor.zeros(3))));
    ofShapes(essential + "(1, 0, 3)", () -> greedy(single(ids -> Tensor.zeros(1, 0, 3))));
    ofShapes(essential + "(1, 5, 3)", () -> greedy(single(ids -> Tensor.zeros(1, 5, 3))));
    ofShapes(essential + "(2, 1, 3)", () -> greedy(single(ids -> Tensor.zeros(2, 1, 3))));
    ofShapes("(1, V), got (1, 0)", () -> greedy(single(ids -> Tensor.zeros(1, 1, 0))));
  }

  @Test
  void sequencesOutsideOfTheBatchAreNamed() {
    ofIndex("select: sequence 4 is none of the 1", () -> even(1).select(4));
    ofIndex("select: sequence -1", () -> even(1).select(-1));
    ofArgument("next: 1 tokens for 2 sequences.", () -> greedy(even(2)));
  }

  @Test
  void idsThatTheModelDoesNotKnow() {
    Gpt gpt = new Gpt(rng, GptConfig.small(5));
    gpt.evaluate();
    NextToken model = Writers.of(gpt);
    ofIndex("Gpt: id 7", () -> Greedy.decode(model, 1, new Limits(7, 1, 2)));
    Decoded endless = Greedy.decode(model, 1, new Limits(0, 17, 4)).get(0);
    assertEquals(4, endless.tokens().length);
    assertFalse(endless.finished());
    assertArrayEquals(new int[0], Greedy.decode(even(1), 1, new Limits(1, 0, 4)).get(0).tokens());
  }
}
