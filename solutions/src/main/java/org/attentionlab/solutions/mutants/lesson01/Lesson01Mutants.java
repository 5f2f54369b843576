package org.attentionlab.solutions.mutants.lesson01;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.attentionlab.exercises.lesson01.AccuracyByLength;
import org.attentionlab.exercises.lesson01.ContextVector;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 01 give. */
public final class Lesson01Mutants {

  private static final Bin HALF_OPEN = (length, from, to) -> from <= length && length < to;

  private Lesson01Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        context("padded-step", "1.1.1", (s, n) -> picked(s, n, (length, steps) -> steps - 1)),
        context(
            "word-before",
            "1.1.1",
            (s, n) -> picked(s, n, (length, steps) -> Math.max(0, length - 2))),
        context("first-state", "1.1.1", (s, n) -> picked(s, n, (length, steps) -> 0)),
        context("mean", "1.1.1", Lesson01Mutants::mean),
        context(
            "axis-kept",
            "1.1.2",
            (s, n) -> picked(s, n, (length, steps) -> length - 1).reshape(n.length, 1, s.size(2))),
        context(
            "batch-lost",
            "1.1.2",
            (s, n) -> picked(s, n, (length, steps) -> length - 1).reshape(n.length * s.size(2))),
        context("lengths-lowered", "1.1.3", Lesson01Mutants::lengthsLowered),
        binned("upper-edge", "1.2.1", (length, from, to) -> from < length && length <= to),
        binned("both-edges", "1.2.1", (length, from, to) -> from <= length && length <= to),
        binned("neither-edge", "1.2.1", (length, from, to) -> from < length && length < to),
        accuracy("share-of-all", "1.2.2", (n, r, e) -> shares(counts(n, r, e), n.length)),
        accuracy("share-of-right", "1.2.2", (n, r, e) -> shares(counts(n, r, e), rightOnes(r))),
        accuracy("counts", "1.2.2", (n, r, e) -> shares(counts(n, r, e), 1)),
        accuracy("whole-numbers", "1.2.2", (n, r, e) -> floored(shares(n, r, e, HALF_OPEN))),
        accuracy("empty-is-zero", "1.2.3", (n, r, e) -> zeroed(shares(n, r, e, HALF_OPEN))),
        accuracy("empty-left-out", "1.2.3", (n, r, e) -> leftOut(shares(n, r, e, HALF_OPEN))),
        accuracy(
            "into-the-nearest-bin",
            "1.2.4",
            (n, r, e) -> shares(inside(n, e[0], e[e.length - 1] - 1), r, e, HALF_OPEN)),
        accuracy(
            "into-the-last-bin",
            "1.2.4",
            (n, r, e) ->
                shares(inside(n, Integer.MIN_VALUE, e[e.length - 1] - 1), r, e, HALF_OPEN)));
  }

  private interface Bin {
    boolean holds(int length, int from, int to);
  }

  private static Mutant<ContextVector> context(
      String mistake, String killedBy, ContextVector answer) {
    return new Mutant<>(ContextVector.class, mistake, killedBy, answer);
  }

  private static Mutant<AccuracyByLength> accuracy(
      String mistake, String killedBy, AccuracyByLength answer) {
    return new Mutant<>(AccuracyByLength.class, mistake, killedBy, answer);
  }

  private static Mutant<AccuracyByLength> binned(String mistake, String killedBy, Bin bin) {
    return accuracy(mistake, killedBy, (n, r, e) -> shares(n, r, e, bin));
  }

  private static Tensor picked(Tensor states, int[] lengths, IntBinaryOperator step) {
    List<Tensor> vectors = new ArrayList<>();
    for (int b = 0; b < lengths.length; b++) {
      vectors.add(states.get(b).get(step.applyAsInt(lengths[b], states.size(1))));
    }
    return Tensor.stack(0, vectors);
  }

  private static Tensor mean(Tensor states, int[] lengths) {
    List<Tensor> vectors = new ArrayList<>();
    for (int b = 0; b < lengths.length; b++) {
      vectors.add(states.get(b).slice(0, 0, lengths[b]).mean(0, false));
    }
    return Tensor.stack(0, vectors);
  }

  private static Tensor lengthsLowered(Tensor states, int[] lengths) {
    for (int b = 0; b < lengths.length; b++) {
      lengths[b]--;
    }
    return picked(states, lengths, (last, steps) -> last);
  }

  private static double[] shares(int[] lengths, boolean[] right, int[] edges, Bin bin) {
    double[] shares = new double[edges.length - 1];
    for (int i = 0; i < shares.length; i++) {
      int all = 0;
      int hits = 0;
      for (int j = 0; j < lengths.length; j++) {
        if (bin.holds(lengths[j], edges[i], edges[i + 1])) {
          all++;
          hits += right[j] ? 1 : 0;
        }
      }
      shares[i] = (double) hits / all;
    }
    return shares;
  }

  private static double[] counts(int[] lengths, boolean[] right, int[] edges) {
    double[] counts = new double[edges.length - 1];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < lengths.length; j++) {
        boolean held = HALF_OPEN.holds(lengths[j], edges[i], edges[i + 1]);
        counts[i] += held && right[j] ? 1 : 0;
      }
    }
    return counts;
  }

  private static double[] shares(double[] counts, double divisor) {
    return Arrays.stream(counts).map(count -> count / divisor).toArray();
  }

  private static double rightOnes(boolean[] right) {
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static double[] floored(double[] shares) {
    return Arrays.stream(shares).map(Math::floor).toArray();
  }

  private static double[] zeroed(double[] shares) {
    return Arrays.stream(shares).map(share -> Double.isNaN(share) ? 0 : share).toArray();
  }

  private static double[] leftOut(double[] shares) {
    return Arrays.stream(shares).filter(share -> !Double.isNaN(share)).toArray();
  }

  private static int[] inside(int[] lengths, int least, int most) {
    return Arrays.stream(lengths).map(n -> Math.max(least, Math.min(n, most))).toArray();
  }
}
