package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Scores every query against every key by a small network that looks at both.
 *
 * <p>This is the oldest of the four. Query and key are put one behind the other, a layer with a
 * tanh looks at both, and a vector v makes one number of what the layer says.
 *
 * <pre>
 *   score(q, k) = v^T tanh(W [q; k])
 * </pre>
 *
 * <p>Vectors are rows here, so W has dQ + dK rows: the first dQ act on the query, the others on the
 * key. The product W [q; k] is therefore the sum of a part of the query and a part of the key, and
 * each part is computed once, not once for each pair. Write it with {@code slice}, {@code matmul},
 * {@code unsqueeze}, {@code add} and {@code tanh}.
 *
 * <p>For example, with q = [1], k = [0 1], W = [[.5 -.5] [1 0] [0 .5]] and v = [1 2], the hidden
 * layer sees [.5 0], and the score is tanh(.5) + 2 tanh(0) = .4621.
 *
 * <p>Bahdanau et al., Neural Machine Translation by Jointly Learning to Align and Translate,
 * appendix A.1.2; Luong et al., section 3.1, "concat".
 */
@FunctionalInterface
@Exercise(
    id = "2.4",
    name = "additive",
    points = 5,
    claims = {16},
    tests = AdditiveScoresChecks.class)
public interface AdditiveScores {

  /**
   * Scores all pairs.
   *
   * @param queries (B, T, dQ)
   * @param keys (B, S, dK)
   * @param w the layer's matrix (dQ + dK, hidden)
   * @param v the weights of the hidden numbers (hidden)
   * @return scores (B, T, S)
   */
  Tensor scores(Tensor queries, Tensor keys, Tensor w, Tensor v);
}
