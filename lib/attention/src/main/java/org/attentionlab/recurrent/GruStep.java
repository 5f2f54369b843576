package org.attentionlab.recurrent;

import org.attentionlab.nn.Linear;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/** A step of the gated recurrent unit as one operation. */
final class GruStep {
  private final Numerics kernels = Numerics.get();
  private final Tensor projected;
  private final Tensor h;
  private final Tensor weight;
  private final Tensor bias;
  private final int rows;
  private final int hidden;

  private GruStep(Tensor projected, Tensor h, Linear past) {
    this.projected = projected;
    this.h = h;
    this.weight = past.weight();
    this.bias = past.bias().orElseThrow();
    this.rows = h.size(0);
    this.hidden = h.size(1);
  }

  /** The next state (B, H) from the input's share of the gates (B, 3H) and the last state. */
  static Tensor run(Tensor projected, Tensor h, Linear past) {
    return new GruStep(projected, h, past).forward();
  }

  private Tensor forward() {
    int width = 3 * hidden;
    float[] before = Operation.read(h);
    float[] u = Operation.read(weight);
    float[] b = Operation.read(bias);
    float[] past = Operation.take(rows * width);
    float[] gates = Operation.take(rows * width);
    float[] next = Operation.take(rows * hidden);
    kernels.gemm(
        false, false, rows, width, hidden, 1, before, 0, hidden, u, 0, width, 0, past, 0, width);
    kernels.biasRows(Nonlinearity.IDENTITY, rows, width, past, 0, b, 0, past, 0);
    kernels.gru(
        rows,
        hidden,
        Operation.read(projected),
        0,
        width,
        past,
        0,
        before,
        0,
        hidden,
        gates,
        0,
        next,
        0,
        hidden);
    return Operation.result(
        "gru",
        new int[] {rows, hidden},
        next,
        g -> backward(g, past, gates),
        projected,
        h,
        weight,
        bias);
  }

  private void backward(float[] g, float[] past, float[] gates) {
    int width = 3 * hidden;
    float[] before = Operation.read(h);
    float[] u = Operation.read(weight);
    float[] dProjected = Operation.take(rows * width);
    float[] dPast = Operation.take(rows * width);
    float[] dh = Operation.sink(h);
    kernels.gruBackward(
        rows,
        hidden,
        gates,
        0,
        past,
        0,
        before,
        0,
        hidden,
        g,
        0,
        dProjected,
        0,
        width,
        dPast,
        0,
        dh,
        0);
    kernels.gemm(
        false, true, rows, hidden, width, 1, dPast, 0, width, u, 0, width, 1, dh, 0, hidden);
    kernels.gemm(
        true,
        false,
        hidden,
        width,
        rows,
        1,
        before,
        0,
        hidden,
        dPast,
        0,
        width,
        1,
        Operation.sink(weight),
        0,
        width);
    kernels.sumRows(rows, width, dPast, 0, Operation.sink(bias), 0);
    if (projected.requiresGrad()) {
      kernels.axpy(1, dProjected, 0, Operation.gradient(projected), 0, dProjected.length);
    }
  }
}
