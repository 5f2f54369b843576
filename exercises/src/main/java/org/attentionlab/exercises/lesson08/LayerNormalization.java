package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Normalises every vector by its own mean and variance.
 *
 * <p>Write it from the tensor's basic operations ({@code mean}, {@code sub}, {@code mul}, {@code
 * sqrt}, {@code div}); the library's own {@code layerNorm} is what you are building here.
 *
 * <pre>
 *   mean     = (x[1] + ... + x[d]) / d
 *   variance = ((x[1] - mean)^2 + ... + (x[d] - mean)^2) / d
 *   y[i]     = gain[i] (x[i] - mean) / sqrt(variance + epsilon) + bias[i]
 * </pre>
 *
 * <p>B is the batch, T the number of words, d the width of a vector. Each of the B T vectors has a
 * mean and a variance of its own; neither the other words nor the other sequences matter. The
 * variance divides by d, not by d - 1, and epsilon stands inside the root.
 *
 * <p>For example, the vector [1 2 6] has mean 3 and variance 14 / 3. With a tiny epsilon, a gain of
 * 1 and a bias of 0 it becomes [-.9258 -.4629 1.3887].
 *
 * <p>Ba, Kiros and Hinton, Layer Normalization, section 3; Vaswani et al., Attention Is All You
 * Need, section 3.1.
 */
@FunctionalInterface
@Exercise(
    id = "8.1",
    name = "layerNorm",
    points = 10,
    claims = {54},
    tests = LayerNormalizationChecks.class)
public interface LayerNormalization {

  /**
   * Normalises along the last axis.
   *
   * @param x one vector for each word (B, T, d)
   * @param gain what each normalised number is multiplied by (d)
   * @param bias what is added to it in the end (d)
   * @param epsilon keeps the division finite, above 0
   * @return the normalised vectors (B, T, d)
   */
  Tensor normalize(Tensor x, Tensor gain, Tensor bias, double epsilon);
}
