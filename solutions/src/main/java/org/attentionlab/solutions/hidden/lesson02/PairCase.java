package org.attentionlab.solutions.hidden.lesson02;

import java.util.Locale;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/** Random queries and keys: batch, queries, keys and both widths all differ. */
final class PairCase {

  static final int B = 2;
  static final int T = 4;
  static final int S = 5;
  static final int[] WIDTHS = {1, 3, 16, 64};

  final double[][][] q;
  final double[][][] k;

  private final String given;

  private PairCase(int dQ, int dK, double factor) {
    int seed = 200 + dQ;
    q = Samples.times(factor, Samples.normal(seed, B, T, dQ));
    k = Samples.normal(300 + dK, B, S, dK);
    String times = factor == 1 ? "" : ", queries times " + Math.round(factor);
    given =
        String.format(
                Locale.ROOT,
                "queries (%d, %d, %d), keys (%d, %d, %d), seed %d",
                B,
                T,
                dQ,
                B,
                S,
                dK,
                seed)
            + times;
  }

  static PairCase ofWidth(int d) {
    return new PairCase(d, d, 1);
  }

  static PairCase ofWidths(int dQ, int dK) {
    return new PairCase(dQ, dK, 1);
  }

  /** Scores of a thousand and more. */
  static PairCase large(int d) {
    return new PairCase(d, d, 500);
  }

  String given() {
    return given;
  }

  Tensor queries() {
    return Samples.tensor(q);
  }

  Tensor keys() {
    return Samples.tensor(k);
  }

  Grid scores(PairScore score) {
    return score.grid(q, k);
  }
}
