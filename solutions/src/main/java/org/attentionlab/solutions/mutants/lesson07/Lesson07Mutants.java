package org.attentionlab.solutions.mutants.lesson07;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.attentionlab.exercises.lesson07.LearnedLookup;
import org.attentionlab.exercises.lesson07.RelativeBias;
import org.attentionlab.exercises.lesson07.ShiftMatrix;
import org.attentionlab.exercises.lesson07.Sinusoid;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 07 give. */
public final class Lesson07Mutants {

  private Lesson07Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        waves("i-over-d", "7.1.1", (t, c, d) -> wave(c, angle(t, (double) pair(c) / d))),
        waves("exponent-i", "7.1.1", (t, c, d) -> wave(c, angle(t, pair(c)))),
        waves("column-index", "7.1.1", (t, c, d) -> wave(c, angle(t, 2.0 * c / d))),
        waves("own-exponent", "7.1.1", (t, c, d) -> wave(c, angle(t, (double) c / d))),
        waves("swapped", "7.1.2", (t, c, d) -> wave(c + 1, angle(t, even(c, d)))),
        waves("halves", "7.1.2", Lesson07Mutants::inHalves),
        waves("sines-only", "7.1.2", (t, c, d) -> Math.sin(angle(t, even(c, d)))),
        waves("from-1", "7.1.2", (t, c, d) -> wave(c, angle(t + 1, even(c, d)))),
        waves("last-column-empty", "7.1.3", (t, c, d) -> lastOdd(c, d) ? 0 : right(t, c, d)),
        waves("last-column-cosine", "7.1.3", Lesson07Mutants::cosineAtTheEnd),
        waves("rounded-width", "7.1.3", (t, c, d) -> wave(c, angle(t, even(c, d + d % 2)))),
        lookup("from-0", "7.2.1", (x, p, first) -> x.add(rows(x, p, first, t -> t))),
        lookup("replaced", "7.2.1", (x, p, first) -> x.mul(0).add(rightRows(x, p, first))),
        lookup("same-row", "7.2.1", (x, p, first) -> x.add(rows(x, p, first, t -> first))),
        lookup("sentence-for-position", "7.2.1", Lesson07Mutants::bySentence),
        lookup("clamped", "7.2.2", Lesson07Mutants::clamped),
        lookup("wrapped", "7.2.2", Lesson07Mutants::wrapped),
        lookup("nothing-added", "7.2.2", Lesson07Mutants::nothingAdded),
        lookup("cut", "7.2.2", Lesson07Mutants::cut),
        lookup("counted-from-end", "7.2.2", Lesson07Mutants::countedFromEnd),
        lookup("last-row-refused", "7.2.2", Lesson07Mutants::lastRowRefused),
        lookup("other-exception", "7.2.3", Lesson07Mutants::otherException),
        lookup("no-numbers", "7.2.3", Lesson07Mutants::withoutNumbers),
        lookup("added-in-place", "7.2.4", Lesson07Mutants::lookupInPlace),
        shift("sign", "7.3.1", (k, d) -> turned(d, c -> angle(-k, even(c, d)))),
        shift("no-minus", "7.3.1", (k, d) -> turned(d, k, Math::cos, Math::sin, Math::sin)),
        shift("cosines-only", "7.3.1", (k, d) -> turned(d, k, Math::cos, a -> 0, a -> 0)),
        shift("exchanged", "7.3.1", Lesson07Mutants::exchanged),
        shift("one-pace", "7.3.2", (k, d) -> turned(d, c -> k)),
        shift("i-over-d", "7.3.2", (k, d) -> turned(d, c -> angle(k, (double) pair(c) / d))),
        shift("halves", "7.3.2", Lesson07Mutants::shiftedHalves),
        shift("size-of-k", "7.3.3", (k, d) -> turned(d, c -> angle(Math.abs(k), even(c, d)))),
        bias("key-less-query", "7.4.1", (p, b, h, i, j) -> clipped(p, j - i, h)),
        bias("no-direction", "7.4.1", (p, b, h, i, j) -> clipped(p, Math.abs(i - j), h)),
        bias("not-centred", "7.4.1", Lesson07Mutants::notCentred),
        bias("none-beyond", "7.4.2", Lesson07Mutants::noneBeyond),
        bias("wrapped", "7.4.2", Lesson07Mutants::wrappedBias),
        bias("first-head", "7.4.3", (p, b, h, i, j) -> clipped(p, i - j, 0)),
        bias("averaged", "7.4.3", (p, b, h, i, j) -> clipped(p.mean(1, true), i - j, 0)),
        bias("sentence-for-head", "7.4.3", (p, b, h, i, j) -> clipped(p, i - j, b % p.size(1))),
        added("first-ignored", "7.4.4", (s, p, first) -> s.add(rightBias(s, p, 0))),
        added(
            "aligned-to-end",
            "7.4.4",
            (s, p, first) -> s.add(rightBias(s, p, first == 0 ? 0 : s.size(3) - s.size(2)))),
        added("bias-only", "7.4.5", Lesson07Mutants::rightBias),
        added("multiplied", "7.4.5", (s, p, first) -> s.mul(rightBias(s, p, first))),
        added("unmasked", "7.4.5", Lesson07Mutants::unmasked),
        added("added-in-place", "7.4.6", Lesson07Mutants::biasInPlace));
  }

  /** PE[t][c] with dModel d. */
  @FunctionalInterface
  private interface Wave {
    double of(int t, int c, int d);
  }

  private static Mutant<Sinusoid> waves(String mistake, String killedBy, Wave wave) {
    return new Mutant<>(
        Sinusoid.class,
        mistake,
        killedBy,
        (positions, d) -> {
          float[] pe = new float[positions * d];
          for (int at = 0; at < pe.length; at++) {
            pe[at] = (float) wave.of(at / d, at % d, d);
          }
          return Tensor.of(pe, positions, d);
        });
  }

  private static double angle(int t, double exponent) {
    return t / Math.pow(10000, exponent);
  }

  private static int pair(int c) {
    return c / 2;
  }

  private static double even(int c, int d) {
    return (double) (c - c % 2) / d;
  }

  private static double wave(int c, double angle) {
    return c % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
  }

  private static double right(int t, int c, int d) {
    return wave(c, angle(t, even(c, d)));
  }

  private static boolean lastOdd(int c, int d) {
    return d % 2 == 1 && c == d - 1;
  }

  private static double cosineAtTheEnd(int t, int c, int d) {
    return lastOdd(c, d) ? Math.cos(angle(t, even(c, d))) : right(t, c, d);
  }

  private static double inHalves(int t, int c, int d) {
    int pair = c < d / 2 ? c : c - d / 2;
    double angle = angle(t, 2.0 * pair / d);
    return c < d / 2 ? Math.sin(angle) : Math.cos(angle);
  }

  private static Mutant<LearnedLookup> lookup(
      String mistake, String killedBy, LearnedLookup answer) {
    return new Mutant<>(LearnedLookup.class, mistake, killedBy, answer);
  }

  /** A row for each word, once the right ones are known to be there. */
  private static Tensor rows(Tensor x, Tensor table, int first, IntUnaryOperator row) {
    int words = rightRows(x, table, first).size(0);
    int[] rows = new int[words];
    for (int t = 0; t < words; t++) {
      rows[t] = row.applyAsInt(t);
    }
    return table.lookup(rows);
  }

  private static Tensor rightRows(Tensor x, Tensor table, int first) {
    return table.slice(0, first, first + x.size(1));
  }

  private static Tensor bySentence(Tensor x, Tensor table, int first) {
    int[][] rows = new int[x.size(0)][x.size(1)];
    for (int b = 0; b < rows.length; b++) {
      for (int t = 0; t < rows[b].length; t++) {
        rows[b][t] = first + b;
      }
    }
    return x.add(table.lookup(rows));
  }

  private static Tensor clamped(Tensor x, Tensor table, int first) {
    int[] rows = new int[x.size(1)];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = Math.max(0, Math.min(table.size(0) - 1, first + t));
    }
    return x.add(table.lookup(rows));
  }

  private static Tensor wrapped(Tensor x, Tensor table, int first) {
    int[] rows = new int[x.size(1)];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = Math.floorMod(first + t, table.size(0));
    }
    return x.add(table.lookup(rows));
  }

  private static Tensor nothingAdded(Tensor x, Tensor table, int first) {
    Tensor none = Tensor.zeros(x.size(1), x.size(2));
    Tensor longer = Tensor.concat(0, List.of(table, none));
    return first < 0 || first > table.size(0)
        ? x.add(0)
        : x.add(longer.slice(0, first, first + x.size(1)));
  }

  private static Tensor cut(Tensor x, Tensor table, int first) {
    int end = Math.min(table.size(0), first + x.size(1));
    return x.slice(1, 0, end - first).add(table.slice(0, first, end));
  }

  private static Tensor countedFromEnd(Tensor x, Tensor table, int first) {
    return first < 0 ? wrapped(x, table, first) : x.add(rightRows(x, table, first));
  }

  private static Tensor lastRowRefused(Tensor x, Tensor table, int first) {
    if (first < 0 || first + x.size(1) >= table.size(0)) {
      throw new IndexOutOfBoundsException(first + " of " + table.size(0));
    }
    return x.add(rightRows(x, table, first));
  }

  private static Tensor otherException(Tensor x, Tensor table, int first) {
    if (first < 0 || first + x.size(1) > table.size(0)) {
      throw new IllegalArgumentException("position " + first + " of " + table.size(0));
    }
    return x.add(rightRows(x, table, first));
  }

  private static Tensor withoutNumbers(Tensor x, Tensor table, int first) {
    if (first < 0 || first + x.size(1) > table.size(0)) {
      throw new IndexOutOfBoundsException("The sentence is too long.");
    }
    return x.add(rightRows(x, table, first));
  }

  private static Tensor lookupInPlace(Tensor x, Tensor table, int first) {
    x.assign(x.add(rightRows(x, table, first)).toArray());
    return x.detach();
  }

  private static Mutant<ShiftMatrix> shift(String mistake, String killedBy, ShiftMatrix answer) {
    return new Mutant<>(ShiftMatrix.class, mistake, killedBy, answer);
  }

  /** The angle of the pair that starts with a column. */
  @FunctionalInterface
  private interface PairAngle {
    double of(int c);
  }

  private static Tensor turned(int d, PairAngle angle) {
    float[] m = new float[d * d];
    for (int c = 0; c < d; c += 2) {
      double a = angle.of(c);
      block(m, d, new int[] {c, c + 1}, Math.cos(a), Math.sin(a), -Math.sin(a));
    }
    return Tensor.of(m, d, d);
  }

  /** Blocks with functions of the angle on the diagonal, above it and below it. */
  private static Tensor turned(
      int d,
      int k,
      DoubleUnaryOperator diagonal,
      DoubleUnaryOperator above,
      DoubleUnaryOperator below) {
    float[] m = new float[d * d];
    for (int c = 0; c < d; c += 2) {
      double a = angle(k, even(c, d));
      block(
          m,
          d,
          new int[] {c, c + 1},
          diagonal.applyAsDouble(a),
          above.applyAsDouble(a),
          below.applyAsDouble(a));
    }
    return Tensor.of(m, d, d);
  }

  private static void block(
      float[] m, int d, int[] pair, double diagonal, double above, double below) {
    m[pair[0] * d + pair[0]] = (float) diagonal;
    m[pair[1] * d + pair[1]] = (float) diagonal;
    m[pair[0] * d + pair[1]] = (float) above;
    m[pair[1] * d + pair[0]] = (float) below;
  }

  private static Tensor exchanged(int k, int d) {
    float[] m = new float[d * d];
    for (int c = 0; c < d; c += 2) {
      double a = angle(k, even(c, d));
      block(m, d, new int[] {c, c + 1}, Math.sin(a), Math.cos(a), -Math.cos(a));
    }
    return Tensor.of(m, d, d);
  }

  private static Tensor shiftedHalves(int k, int d) {
    float[] m = new float[d * d];
    for (int i = 0; i < d / 2; i++) {
      double a = angle(k, 2.0 * i / d);
      block(m, d, new int[] {i, d / 2 + i}, Math.cos(a), Math.sin(a), -Math.sin(a));
    }
    return Tensor.of(m, d, d);
  }

  /** What is added in sentence b and head h for a query at i and a key at j. */
  @FunctionalInterface
  private interface Bias {
    double of(Tensor table, int b, int h, int i, int j);
  }

  private static Mutant<RelativeBias> added(String mistake, String killedBy, RelativeBias answer) {
    return new Mutant<>(RelativeBias.class, mistake, killedBy, answer);
  }

  private static Mutant<RelativeBias> bias(String mistake, String killedBy, Bias bias) {
    return added(
        mistake, killedBy, (scores, table, first) -> scores.add(all(scores, table, first, bias)));
  }

  private static Tensor all(Tensor scores, Tensor table, int first, Bias bias) {
    int[] shape = scores.shape();
    float[] numbers = new float[scores.numel()];
    int at = 0;
    for (int b = 0; b < shape[0]; b++) {
      for (int h = 0; h < shape[1]; h++) {
        for (int i = 0; i < shape[2]; i++) {
          for (int j = 0; j < shape[3]; j++) {
            numbers[at++] = (float) bias.of(table, b, h, first + i, j);
          }
        }
      }
    }
    return Tensor.of(numbers, shape);
  }

  private static int reach(Tensor table) {
    return (table.size(0) - 1) / 2;
  }

  private static double clipped(Tensor table, int distance, int head) {
    int reach = reach(table);
    return table.at(Math.max(-reach, Math.min(reach, distance)) + reach, head);
  }

  private static Tensor rightBias(Tensor scores, Tensor table, int first) {
    return all(scores, table, first, (p, b, h, i, j) -> clipped(p, i - j, h));
  }

  private static double notCentred(Tensor table, int b, int h, int i, int j) {
    return table.at(Math.max(0, Math.min(table.size(0) - 1, i - j)), h);
  }

  private static double noneBeyond(Tensor table, int b, int h, int i, int j) {
    return Math.abs(i - j) > reach(table) ? 0 : clipped(table, i - j, h);
  }

  private static double wrappedBias(Tensor table, int b, int h, int i, int j) {
    return table.at(Math.floorMod(i - j + reach(table), table.size(0)), h);
  }

  private static Tensor unmasked(Tensor scores, Tensor table, int first) {
    float[] kept = scores.toArray();
    for (int at = 0; at < kept.length; at++) {
      kept[at] = Float.isInfinite(kept[at]) ? 0 : kept[at];
    }
    return Tensor.of(kept, scores.shape()).add(rightBias(scores, table, first));
  }

  private static Tensor biasInPlace(Tensor scores, Tensor table, int first) {
    scores.assign(scores.add(rightBias(scores, table, first)).toArray());
    return scores.detach();
  }
}
