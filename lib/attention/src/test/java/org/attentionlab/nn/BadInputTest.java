package org.attentionlab.nn;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private final Random rng = new Random(1);

  @Test
  void widthsAreAtLeastOne() {
    ofArgument("Linear: dIn is at least 1, but is 0.", () -> new Linear(rng, 0, 5));
    ofArgument("Linear: dOut is at least 1, but is -1.", () -> Linear.withoutBias(rng, 5, -1));
    ofArgument("FeedForward: dFf is at least 1, but is 0.", () -> new FeedForward(rng, 4, 0));
    ofArgument("LayerNorm: the width is at least 1, but is 0.", () -> new LayerNorm(0));
    ofArgument("RmsNorm: the width is at least 1, but is -2.", () -> new RmsNorm(-2));
    ofArgument("Embedding: at least one token", () -> new Embedding(rng, 0, 5));
    ofArgument("Conv1d: dIn, dOut and width", () -> conv(1, 1, 0));
  }

  private static Conv1d.Config conv(int dIn, int dOut, int width) {
    return new Conv1d.Config(dIn, dOut, width, Conv1d.Padding.VALID);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60})
  void anEpsilonIsCheckedWhereTheLayerIsMade(double epsilon) {
    String essential = "epsilon is a finite float above 0, but is " + epsilon;
    ofArgument("LayerNorm: " + essential, () -> new LayerNorm(3, epsilon));
    ofArgument("RmsNorm: " + essential, () -> new RmsNorm(3, epsilon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN, 0.99999999})
  void aChanceIsCheckedWhereTheLayerIsMade(double p) {
    ofArgument("Dropout: p is the chance of zero", () -> new Dropout(rng, p));
    ofArgument(
        "FeedForward: p is the chance of zero",
        () -> new FeedForward.Config(2, 3, Activation.RELU, p));
  }

  @Test
  void firstNumbersAreFiniteAndNotAllZero() {
    ofArgument("Init.normal: the deviation", () -> Init.normal(rng, 1e-60, 2));
    ofArgument("Init.normal: the deviation", () -> Init.normal(rng, 1e60, 2));
    ofArgument("Init.uniform: the range", () -> Init.uniform(rng, 1e-60, 2));
    ofArgument("Init.uniform: the range", () -> Init.uniform(rng, 3e38, 2));
    ofShapes("shape (2147483647, 2147483647) has more", () -> huge(Integer.MAX_VALUE));
  }

  private Tensor huge(int width) {
    return Init.glorot(rng, width, width);
  }

  @Test
  void aResultThatNoArrayHoldsIsRefused() {
    ofShapes(
        "Linear: shape (70000, 70000) has more elements",
        () -> new Linear(rng, 1, 70000).forward(Tensor.zeros(70000, 1)));
    ofShapes("Conv1d: shape (65536, 65536) has more elements", () -> conv(65536, 1, 65536));
  }

  @Test
  void inputsOfAnotherWidthAreNamed() {
    Linear map = new Linear(rng, 3, 2);
    ofShapes("Linear: the input is (..., 3), got (2, 4).", () -> map.forward(Tensor.zeros(2, 4)));
    ofShapes("Linear: the input is (..., 3), got ().", () -> map.forward(Tensor.scalar(1)));
    ofShapes(
        "layerNorm: gain is as wide as the last axis of (2, 4)",
        () -> new LayerNorm(3).forward(Tensor.zeros(2, 4)));
    ofShapes(
        "Linear: the bias of a weight (2, 3) has shape (3), got (2).",
        () -> Linear.of(Tensor.zeros(2, 3), Optional.of(Tensor.zeros(2))));
    assertArrayEquals(new int[] {0, 2}, map.forward(Tensor.zeros(0, 3)).shape());
  }

  @Test
  void aSequenceWithoutPositionsHasNoWindow() {
    Conv1d same = new Conv1d(rng, new Conv1d.Config(2, 3, 3, Conv1d.Padding.SAME));
    ofShapes(
        "Conv1d: the input (1, 0, 2) is a sequence of no positions.",
        () -> same.forward(Tensor.zeros(1, 0, 2)));
    Conv1d valid = new Conv1d(rng, conv(2, 3, 3));
    ofShapes("Padding.SAME fills it up", () -> valid.forward(Tensor.zeros(1, 2, 2)));
  }

  @Test
  void settingsAreWhole() {
    assertThrows(NullPointerException.class, () -> new Conv1d.Config(1, 1, 1, null));
    assertThrows(NullPointerException.class, () -> new FeedForward.Config(1, 1, null, 0));
  }

  @Test
  void idsOutsideOfTheVocabularyAreNamed() {
    Embedding embedding = new Embedding(rng, 4, 2);
    ofIndex(
        "id 4 at [1] lies outside of the table (4, 2); ids run from 0 to 3.",
        () -> embedding.forward(new int[] {0, 4}));
    ofIndex("id -1 at [0, 1]", () -> embedding.forward(new int[][] {{0, -1}}));
    ofShapes("sequence 1 has 1 ids", () -> embedding.forward(new int[][] {{0, 1}, {0}}));
    ofIndex(
        "Model: id 9 at position 1 of sequence 0 lies outside of a vocabulary of 9",
        () -> TokenIds.requireKnown("Model", new int[][] {{0, 9}}, 9));
  }

  @Test
  void lengthsFitTheSequences() {
    int[][] ids = {{1, 2, 0}};
    ofIndex("Model: the length of sequence 0 is 4, but it has 3 ids.", () -> lengths(ids, 4));
    ofIndex("Model: the length of sequence 0 is -1", () -> lengths(ids, -1));
    ofShapes("Model: 1 sequences have 2 lengths.", () -> lengths(ids, 1, 2));
    ofShapes("with B and T at least 1, got (0, 0)", () -> lengths(new int[0][]));
    ofShapes("with B and T at least 1, got (1, 0)", () -> lengths(new int[1][0], 0));
  }

  private static void lengths(int[][] ids, int... lengths) {
    TokenIds.requireLengths("Model", ids, lengths);
  }

  @Test
  void aListOfLayersTakesItsNameToo() {
    ofArgument("Layer: the name 'layers' is taken in Twice.", () -> new Twice(rng));
  }

  /** Registers two lists under one name. */
  private static final class Twice extends Layer {
    Twice(Random rng) {
      children("layers", List.of(new Linear(rng, 1, 1)));
      children("layers", List.of(new Linear(rng, 2, 2)));
    }
  }
}
