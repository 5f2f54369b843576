package org.attentionlab.position;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private final Random rng = new Random(1);

  @ParameterizedTest
  @CsvSource({"3,3", "5,1", "-1,2", "2147483647,2", "2,2147483647", "2,-1"})
  void aLearnedTableEndsWhereItEnds(int first, int count) {
    ofIndex("Learned: asks for ", () -> new Learned(rng, 5, 4).vectors(first, count));
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "2,-1", "2147483647,2", "1073741823,2", "2,2147483647"})
  void sinusoidsEndWhereAnArrayEnds(int first, int count) {
    ofIndex(
        "Sinusoidal: asks for " + count + " positions from " + first + " on",
        () -> new Sinusoidal(4).vectors(first, count));
  }

  @Test
  void noPositionsAreNoError() {
    assertArrayEquals(new int[] {0, 4}, new Sinusoidal(4).vectors(3, 0).shape());
    assertArrayEquals(new int[] {0, 4}, new Learned(rng, 5, 4).vectors(5, 0).shape());
  }

  @Test
  void positionsAreAddedToVectorsOfTheirWidth() {
    for (InputPosition positions :
        new InputPosition[] {new Sinusoidal(4), new Learned(rng, 5, 4)}) {
      ofShapes(
          "positions: made for vectors of width 4, got (2, 3, 5).",
          () -> positions.add(Tensor.zeros(2, 3, 5), 0));
      ofShapes(
          "positions: made for vectors of width 4, got (3, 1).",
          () -> positions.add(Tensor.zeros(3, 1), 0));
      ofShapes("(..., T, dModel), got (4).", () -> positions.add(Tensor.zeros(4), 0));
    }
  }

  @Test
  void schemesWithAPartForEachHeadWantThoseHeads() {
    AttentionPosition t5 = new T5Bias(rng, new T5Bias.Config(3, 8, 16, true));
    for (int heads : new int[] {1, 2}) {
      Tensor scores = Tensor.zeros(1, heads, 4, 4);
      ofShapes("Alibi: made for scores (B, 3, T, S)", () -> new Alibi(3).score(scores, scores, 0));
      ofShapes("T5Bias: made for scores (B, 3, T, S)", () -> t5.score(scores, scores, 0));
    }
  }

  @Test
  void sizesAreCheckedWhereASchemeIsNamed() {
    ofArgument("Learned: at least one position", () -> new Learned(rng, 0, 4));
    ofArgument("Learned: at least one position", () -> new Learned(rng, 3, -4));
    ofArgument("Positions.learned: a table", () -> Positions.learned(0));
    ofArgument("Relative: the reach is from 1", () -> Positions.relative(0));
    ofArgument("Relative: the reach is from 1", () -> new Relative(rng, Integer.MAX_VALUE, 4, 4));
    ofArgument("Sinusoidal: dModel is at least 1", () -> new Sinusoidal(0));
    ofArgument("Alibi: at least one head", () -> new Alibi(0));
    ofArgument("T5Bias: needs", () -> new T5Bias.Config(2, 7, 16, true));
    ofShapes("Rotary: turns pairs", () -> new Rotary().turn(Tensor.zeros(1, 1, 2, 3), 0));
  }

  @Test
  void theFarthestDistancesFallIntoTheLastBuckets() {
    T5Bias both = new T5Bias(rng, new T5Bias.Config(1, 8, 16, true));
    T5Bias back = new T5Bias(rng, new T5Bias.Config(1, 8, 16, false));
    assertEquals(3, both.bucket(Integer.MIN_VALUE));
    assertEquals(7, both.bucket(Integer.MAX_VALUE));
    assertEquals(7, back.bucket(Integer.MIN_VALUE));
    assertEquals(0, back.bucket(Integer.MAX_VALUE));
  }
}
