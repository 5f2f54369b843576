package org.attentionlab.solutions.hidden.lesson02;

import java.util.function.DoubleUnaryOperator;
import org.attentionlab.exercises.lesson02.AdditiveScores;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/** Queries, keys and the numbers of a small network that scores them. */
final class AdditiveCase {

  static final int HIDDEN = 6;

  final PairCase input;
  final double[][] w;
  final double[] v;

  AdditiveCase(int dQ, int dK, PairCase input) {
    this.input = input;
    w = Samples.normal(220 + dQ, dQ + dK, HIDDEN);
    v = Samples.normal(230 + dK, HIDDEN);
  }

  static AdditiveCase ofWidths(int dQ, int dK) {
    return new AdditiveCase(dQ, dK, PairCase.ofWidths(dQ, dK));
  }

  Tensor ask(AdditiveScores answer) {
    return answer.scores(input.queries(), input.keys(), Samples.tensor(w), Samples.tensor(v));
  }

  /** v^T f(W [q; k]). */
  Grid scores(DoubleUnaryOperator f) {
    return input.scores((q, k) -> PairScore.weighed(v, PairScore.hidden(w, q, k), f));
  }

  /** tanh(v^T W [q; k]). */
  Grid tanhLast() {
    return input.scores(
        (q, k) -> Math.tanh(PairScore.weighed(v, PairScore.hidden(w, q, k), x -> x)));
  }

  /** v^T tanh(W [k; q]). */
  Grid keysFirst() {
    return input.scores((q, k) -> PairScore.weighed(v, PairScore.hidden(w, k, q), Math::tanh));
  }
}
