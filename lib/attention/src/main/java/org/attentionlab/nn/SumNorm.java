package org.attentionlab.nn;

import java.util.Arrays;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * A residual sum and its layer normalisation as one operation: the gradient of the sum goes to both
 * of its parts a few rows at a time, and is never written as a whole.
 *
 * <pre>
 * s = x + part,   y = LayerNorm(s)
 * ds = the gradient of LayerNorm at s,   dx = ds,   dpart = ds
 * </pre>
 */
final class SumNorm {
  /** Rows that are normalised while they are in the nearest cache. */
  private static final int BLOCK = 32;

  private static final float[] NONE = {};

  private final Numerics kernels = Numerics.get();
  private final Tensor x;
  private final Tensor part;
  private final Tensor gain;
  private final Tensor bias;
  private final int d;
  private final int rows;

  private SumNorm(Tensor x, Tensor part, Tensor gain, Tensor bias) {
    this.x = x;
    this.part = part;
    this.gain = gain;
    this.bias = bias;
    this.d = x.size(-1);
    this.rows = x.numel() / d;
  }

  /** LayerNorm(x + part) for x and part (..., d), gain and bias (d). */
  static Tensor apply(Tensor x, Tensor part, Tensor gain, Tensor bias, double epsilon) {
    return new SumNorm(x, part, gain, bias).forward((float) epsilon);
  }

  private Tensor forward(float epsilon) {
    float[] a = Operation.read(x);
    float[] b = Operation.read(part);
    float[] w = Operation.read(gain);
    float[] c = Operation.read(bias);
    float[] sum = Operation.take(a.length);
    float[] y = Operation.take(a.length);
    float[] mean = Operation.take(rows);
    float[] inverse = Operation.take(rows);
    for (int i = 0; i < rows; i += BLOCK) {
      int m = Math.min(BLOCK, rows - i);
      int at = i * d;
      kernels.add(a, at, b, at, sum, at, m * d);
      kernels.layerNormRows(m, d, epsilon, sum, at, w, 0, c, 0, y, at, mean, i, inverse, i);
    }
    return Operation.result(
        "layerNorm", x.shape(), y, g -> backward(g, sum, mean, inverse), x, part, gain, bias);
  }

  private void backward(float[] g, float[] sum, float[] mean, float[] inverse) {
    float[] w = Operation.read(gain);
    float[] dGain = Operation.sink(gain);
    float[] dBias = Operation.sink(bias);
    boolean addToX = x.hasGrad();
    float[] dx = gradient(x);
    boolean addToPart = part.hasGrad(); // also where x and the part are one tensor
    float[] dPart = gradient(part);
    float[] ds = Operation.take(Math.min(BLOCK, rows) * d);
    for (int i = 0; i < rows; i += BLOCK) {
      int m = Math.min(BLOCK, rows - i);
      int at = i * d;
      Arrays.fill(ds, 0, m * d, 0);
      kernels.layerNormRowsBackward(
          m, d, sum, at, w, 0, mean, i, inverse, i, g, at, ds, 0, dGain, 0, dBias, 0);
      give(ds, m * d, dx, at, addToX);
      give(ds, m * d, dPart, at, addToPart);
    }
    Operation.give(ds);
  }

  private void give(float[] ds, int n, float[] to, int at, boolean add) {
    if (to == NONE) {
      return;
    }
    if (add) {
      kernels.axpy(1, ds, 0, to, at, n);
    } else {
      System.arraycopy(ds, 0, to, at, n);
    }
  }

  /** Where a summand's gradient goes; an array of no length where it asks for none. */
  private static float[] gradient(Tensor tensor) {
    if (!tensor.requiresGrad()) {
      return NONE;
    }
    return tensor.hasGrad() ? Operation.gradient(tensor) : Operation.firstGradient(tensor);
  }
}
