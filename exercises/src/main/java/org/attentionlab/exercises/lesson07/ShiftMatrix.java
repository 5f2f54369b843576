package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Finds the matrix that leads from the encoding of a position to the encoding k places on.
 *
 * <p>It is one matrix for all positions, and that is why a linear map can find relative positions
 * in sines and cosines:
 *
 * <pre>
 *   PE(t + k) = M_k PE(t)      for every t, with PE(t) written as a column
 * </pre>
 *
 * <p>PE is the encoding of exercise 7.1: pair i has the columns 2i (sine) and 2i + 1 (cosine) and
 * the frequency w_i = 1 / 10000^(2i / dModel). What happens to one pair, the addition theorems say:
 *
 * <pre>
 *   sin(a + b) = sin a cos b + cos a sin b
 *   cos(a + b) = cos a cos b - sin a sin b
 * </pre>
 *
 * <p>No pair takes part in another, so M_k is zero outside of 2 x 2 blocks along its diagonal.
 *
 * <p>For example, with dModel 2 and k = 0 the matrix is [1 0] [0 1]: nothing moves.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.5, the sentence on PE(pos + k).
 */
@FunctionalInterface
@Exercise(
    id = "7.3",
    name = "shiftMatrix",
    points = 10,
    claims = {48, 52},
    tests = ShiftMatrixChecks.class)
public interface ShiftMatrix {

  /**
   * The matrix of a shift.
   *
   * @param k how many places on; negative leads back
   * @param dModel width of an encoding, even
   * @return M_k (dModel, dModel)
   */
  Tensor matrix(int k, int dModel);
}
