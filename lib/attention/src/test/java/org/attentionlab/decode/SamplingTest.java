package org.attentionlab.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final float[] LOGITS = {1, 3, 2, 0, -1};

  @Test
  void drawsAsOftenAsTheProbabilitiesSay() {
    NextToken model = NextToken.ofPrefixes(1, written -> logits(written[0].length));
    Limits one = new Limits(9, 9, 1);
    Random rng = new Random(7);
    Sampling sampling = Sampling.at(1.5);
    double[] p = sampling.probabilities(LOGITS);
    int draws = 20_000;
    int[] counts = new int[p.length];
    for (int i = 0; i < draws; i++) {
      counts[sampling.decode(rng, model, 1, one).get(0).tokens()[0]]++;
    }
    double chiSquare = 0;
    for (int i = 0; i < p.length; i++) {
      chiSquare += Math.pow(counts[i] - draws * p[i], 2) / (draws * p[i]);
    }
    assertTrue(chiSquare < 18.5, "chi square " + chiSquare); // 99.9 % at 4 degrees of freedom
  }

  private static Tensor logits(int length) {
    float[] all = new float[length * LOGITS.length];
    for (int t = 0; t < length; t++) {
      System.arraycopy(LOGITS, 0, all, t * LOGITS.length, LOGITS.length);
    }
    return Tensor.of(all, 1, length, LOGITS.length);
  }

  @Property(tries = 200)
  void topPKeepsTheFewestThatReachP(
      @ForAll @Size(min = 1, max = 8) List<@FloatRange(min = -5, max = 5) Float> logits,
      @ForAll @DoubleRange(min = 0.05, max = 0.99) double limit) {
    float[] values = new float[logits.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = logits.get(i);
    }
    double[] all = Sampling.at(1).probabilities(values);
    double[] kept = Sampling.at(1).withTopP(limit).probabilities(values);
    double sum = 0;
    double least = 1;
    double lost = 0;
    for (int i = 0; i < all.length; i++) {
      if (kept[i] > 0) {
        sum += all[i];
        least = Math.min(least, all[i]);
      } else {
        lost = Math.max(lost, all[i]);
      }
    }
    assertTrue(sum >= limit - 1e-12, "what stays reaches p");
    assertTrue(sum - least < limit + 1e-12, "one less would not");
    assertTrue(least >= lost, "the likeliest stay");
    assertEquals(1, Arrays.stream(kept).sum(), 1e-9);
  }

  @Test
  void topKKeepsSoMany() {
    double[] p = Sampling.at(1).withTopK(2).probabilities(LOGITS);
    assertEquals(2, Arrays.stream(p).filter(share -> share > 0).count());
    assertEquals(Math.E, p[1] / p[2], 1e-6);
    double[] one = Sampling.at(1).withTopK(1).probabilities(LOGITS);
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, one);
  }

  @Test
  void aLowTemperatureIsNearlyGreedy() {
    assertEquals(1, Sampling.at(1e-3).probabilities(LOGITS)[1], 1e-12);
    assertEquals(1, Sampling.at(1e-300).probabilities(LOGITS)[1], 1e-12);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    ToyModel model = new ToyModel(3, 6);
    Limits limits = new Limits(ToyModel.BEGIN, ToyModel.END, 12);
    Sampling sampling = Sampling.at(1).withTopP(0.9).withTopK(5);
    assertEquals(
        sampling.decode(new Random(1), model.stateful(4), 4, limits),
        sampling.decode(new Random(1), model.rereading(4), 4, limits));
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThrows(IllegalArgumentException.class, () -> Sampling.at(0));
    assertThrows(IllegalArgumentException.class, () -> Sampling.at(1).withTopK(0));
    assertThrows(IllegalArgumentException.class, () -> Sampling.at(1).withTopP(0));
    assertThrows(IllegalArgumentException.class, () -> Sampling.at(1).withTopP(1.1));
  }
}
