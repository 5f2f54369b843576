package org.attentionlab.exercises.lesson10;

import java.util.List;
import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Shortens gradients that are too long, all by the same factor.
 *
 * <p>The gradients of all parameters count as one long vector:
 *
 * <pre>
 *   norm   = sqrt(sum of g^2 over all numbers of all tensors)
 *   factor = min(1, limit / norm)
 *   g      = factor g                        for every tensor
 * </pre>
 *
 * <p>One factor keeps the direction of the step; only its length changes. Where the norm is no
 * greater than the limit, nothing changes. Where every gradient is zero, they stay zero.
 *
 * <p>For example [3 0] and [4] have the norm 5. With the limit 1 they become [0.6 0] and [0.8].
 *
 * <p>Pascanu et al., On the difficulty of training recurrent neural networks, algorithm 1. The
 * library's {@code org.attentionlab.train.Clipping} is to be left out of the answer.
 */
@FunctionalInterface
@Exercise(
    id = "10.3",
    name = "clipGlobalNorm",
    points = 10,
    claims = {63},
    tests = ClipGlobalNormChecks.class)
public interface ClipGlobalNorm {

  /**
   * What comes out.
   *
   * @param gradients as many as were given, in their order, each of its own shape
   * @param norm the norm before clipping
   */
  record Clipped(List<Tensor> gradients, double norm) {}

  /**
   * Clips.
   *
   * @param gradients of all parameters, of any shapes
   * @param limit the greatest norm, above 0
   * @return the gradients, shortened where they are too long, and their norm before
   */
  Clipped clip(List<Tensor> gradients, double limit);
}
