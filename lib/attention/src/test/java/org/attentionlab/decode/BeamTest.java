package org.attentionlab.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BeamTest {
  private static final int CLASSES = 4;
  private static final Limits LIMITS = new Limits(ToyModel.BEGIN, ToyModel.END, 4);

  /** All sequences that end within the limit, from the best to the worst. */
  private static List<Decoded> exhaustive(ToyModel model, LengthPenalty penalty) {
    List<Decoded> all = new ArrayList<>();
    grow(model, penalty, new int[] {ToyModel.BEGIN}, 0, all);
    all.sort(Comparator.comparingDouble(Decoded::score).reversed());
    return all;
  }

  private static void grow(
      ToyModel model, LengthPenalty penalty, int[] written, double sum, List<Decoded> all) {
    int length = written.length; // tokens with the next one, the beginning not counted
    if (length > LIMITS.maxTokens()) {
      return;
    }
    double[] p = Scores.logProbabilities(model.logits(written));
    for (int token = 0; token < CLASSES; token++) {
      int[] longer = Arrays.copyOf(written, length + 1);
      longer[length] = token;
      if (token == ToyModel.END) {
        int[] tokens = Arrays.copyOfRange(written, 1, length);
        all.add(new Decoded(tokens, sum + p[token], (sum + p[token]) / penalty.of(length), true));
      } else {
        grow(model, penalty, longer, sum + p[token], all);
      }
    }
  }

  @Property(tries = 60)
  void aBeamAsWideAsEverythingFindsTheBest(
      @ForAll @IntRange(min = 1, max = 10_000) int seed, @ForAll @IntRange(max = 2) int alpha) {
    ToyModel model = new ToyModel(seed, CLASSES);
    LengthPenalty penalty = LengthPenalty.power(alpha / 2.0);
    List<Decoded> expected = exhaustive(model, penalty);
    List<Decoded> found = new Beam(200, penalty).decode(model.rereading(1), LIMITS);
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(expected.get(i).tokens(), found.get(i).tokens());
      assertEquals(expected.get(i).score(), found.get(i).score(), 1e-9);
      assertTrue(found.get(i).finished());
    }
  }

  @Property(tries = 60)
  void stoppingEarlyLosesNothing(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
    ToyModel model = new ToyModel(seed, CLASSES);
    // A constant makes no length better, but it keeps the search from knowing that it may stop.
    LengthPenalty none = LengthPenalty.none();
    LengthPenalty neverSure = length -> length > LIMITS.maxTokens() - 1 ? 1 + 1e-12 : 1;
    List<Decoded> early = new Beam(2, none).decode(model.rereading(1), LIMITS);
    List<Decoded> late = new Beam(2, neverSure).decode(model.rereading(1), LIMITS);
    assertArrayEquals(late.get(0).tokens(), early.get(0).tokens());
  }

  @Property(tries = 60)
  void aBeamOfOneIsGreedy(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
    ToyModel model = new ToyModel(seed, CLASSES);
    Decoded greedy = Greedy.decode(model.rereading(1), 1, LIMITS).get(0);
    Decoded likeliest = new Beam(1, LengthPenalty.none()).decode(model.rereading(1), LIMITS).get(0);
    // A beam of one also finishes what ends second best on its way, which greedy passes by.
    assertTrue(likeliest.logProbability() >= greedy.logProbability() - 1e-9 || !greedy.finished());
  }

  @Property(tries = 60)
  void aCacheChangesNothing(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
    ToyModel model = new ToyModel(seed, CLASSES);
    Beam beam = new Beam(3, LengthPenalty.gnmt(0.6));
    assertEquals(beam.decode(model.rereading(1), LIMITS), beam.decode(model.stateful(1), LIMITS));
    assertEquals(
        Greedy.decode(model.rereading(2), 2, LIMITS), Greedy.decode(model.stateful(2), 2, LIMITS));
  }

  @Test
  void penaltiesAreTheFormulas() {
    assertEquals(1, LengthPenalty.none().of(7));
    assertEquals(Math.pow(2, 0.6), LengthPenalty.gnmt(0.6).of(7), 1e-15);
    assertEquals(7, LengthPenalty.power(1).of(7), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> LengthPenalty.gnmt(-1));
    assertThrows(IllegalArgumentException.class, () -> LengthPenalty.power(Double.NaN));
  }

  @Test
  void aLogitThatIsNoNumberIsNamed() {
    NextToken broken =
        NextToken.ofPrefixes(1, written -> Tensor.full(Float.NaN, 1, written[0].length, 3));
    Beam beam = new Beam(2, LengthPenalty.none());
    var problem = assertThrows(ArithmeticException.class, () -> beam.decode(broken, LIMITS));
    assertTrue(problem.getMessage().contains("token 0 in row 0 is NaN"), problem.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Beam(0, LengthPenalty.none()));
    assertThrows(IllegalArgumentException.class, () -> new Limits(0, 1, 0));
  }
}
