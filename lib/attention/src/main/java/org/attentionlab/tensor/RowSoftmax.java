package org.attentionlab.tensor;

import org.attentionlab.numerics.Numerics;

/** Softmax over the last axis, where each lane is a row without gaps: by the kernels. */
final class RowSoftmax {
  private RowSoftmax() {}

  static Tensor softmax(Tensor x, int n) {
    Numerics numerics = Numerics.get();
    float[] y = Operation.take(x.numel());
    int rows = n == 0 ? 0 : y.length / n;
    numerics.softmaxRows(rows, n, 1, x.data(), 0, n, y, 0, n);
    return Autograd.record(
        "softmax",
        x.sizes(),
        y,
        g -> numerics.softmaxRowsBackward(rows, n, 1, y, 0, n, g, 0, n, x.gradient(), 0, n),
        x);
  }

  static Tensor logSoftmax(Tensor x, int n) {
    Numerics numerics = Numerics.get();
    float[] y = Operation.take(x.numel());
    int rows = n == 0 ? 0 : y.length / n;
    numerics.logSoftmaxRows(rows, n, x.data(), 0, n, y, 0, n);
    return Autograd.record(
        "logSoftmax",
        x.sizes(),
        y,
        g -> numerics.logSoftmaxRowsBackward(rows, n, y, 0, n, g, 0, n, x.gradient(), 0, n),
        x);
  }
}
