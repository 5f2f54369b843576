package org.attentionlab.nn;

import java.util.Arrays;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * A linear map with its bias and the function behind it as one operation: what lies between them is
 * never written, and backwards dW and dx are one product each.
 *
 * <pre>
 * y = f(x W + b),   dz = g f'(x W + b)
 * dx = dz W^T,   dW = x^T dz,   db = sum of the rows of dz
 * </pre>
 */
final class LinearMap {
  private final Numerics kernels = Numerics.get();
  private final Nonlinearity f;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final int rows;
  private final int dIn;
  private final int dOut;

  private LinearMap(Nonlinearity f, Tensor x, Tensor weight, Tensor bias) {
    this.f = f;
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.dIn = weight.size(0);
    this.dOut = weight.size(1);
    this.rows = Arrays.stream(x.shape()).limit(x.rank() - 1L).reduce(1, (n, size) -> n * size);
  }

  /** f(x W + b) for x (..., dIn), W (dIn, dOut) and b (dOut). */
  static Tensor apply(Nonlinearity f, Tensor x, Tensor weight, Tensor bias) {
    return new LinearMap(f, x, weight, bias).forward();
  }

  private Tensor forward() {
    int[] shape = x.shape();
    shape[shape.length - 1] = dOut;
    float[] a = Operation.read(x);
    float[] w = Operation.read(weight);
    float[] b = Operation.read(bias);
    float[] y = Operation.take(Operation.numel("Linear", rows, dOut));
    float[] z = f.needsInput() ? Operation.take(y.length) : y; // before the bias
    kernels.gemm(false, false, rows, dOut, dIn, 1, a, 0, dIn, w, 0, dOut, 0, z, 0, dOut);
    kernels.biasRows(f, rows, dOut, z, 0, b, 0, y, 0);
    return Operation.result("linear", shape, y, g -> backward(g, z, y), x, weight, bias);
  }

  private void backward(float[] g, float[] z, float[] y) {
    float[] dBias = Operation.sink(bias);
    float[] dz = g;
    if (f == Nonlinearity.IDENTITY) {
      kernels.sumRows(rows, dOut, g, 0, dBias, 0);
    } else {
      dz = Operation.take(g.length);
      float[] b = Operation.read(bias);
      kernels.biasRowsBackward(f, rows, dOut, z, 0, b, 0, y, 0, g, 0, dz, 0, dBias, 0);
    }
    Gradient.addProduct(x, false, true, rows, dIn, dOut, dz, Operation.read(weight));
    Gradient.addProduct(weight, true, false, dIn, dOut, rows, Operation.read(x), dz);
    if (dz != g) {
      Operation.give(dz);
    }
  }
}
