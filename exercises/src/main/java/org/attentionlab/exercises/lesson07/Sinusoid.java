package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes the sine and cosine encoding of positions.
 *
 * <p>Columns come in pairs, and each pair has a wavelength of its own. Pair i is made of the
 * columns 2i and 2i + 1:
 *
 * <pre>
 *   PE[t][2i]     = sin(t / 10000^(2i / dModel))
 *   PE[t][2i + 1] = cos(t / 10000^(2i / dModel))
 * </pre>
 *
 * <p>t is the position, counted from 0. Where dModel is odd, the last column is a sine whose cosine
 * is left out. The formula has no end: any number of positions may be asked for.
 *
 * <p>For example, with dModel 2 there is one pair, and position 1 has sin 1 = .8415 and cos 1 =
 * .5403.
 *
 * <p>Write the two formulas yourself, for example into a {@code float[]} for {@code Tensor.of}; the
 * library's {@code Sinusoidal} is what you are building here.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.5.
 */
@FunctionalInterface
@Exercise(
    id = "7.1",
    name = "sinusoid",
    points = 10,
    claims = {47, 48, 50},
    tests = SinusoidChecks.class)
public interface Sinusoid {

  /**
   * Encodes the positions from 0 on.
   *
   * @param positions how many, at least 1
   * @param dModel width of an encoding, at least 1
   * @return PE (positions, dModel)
   */
  Tensor encodings(int positions, int dModel);
}
