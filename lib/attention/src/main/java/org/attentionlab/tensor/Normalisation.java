package org.attentionlab.tensor;

import org.attentionlab.numerics.Numerics;

/** What is behind {@link NormOps}, row by row. */
final class Normalisation {
  private Normalisation() {}

  static void check(String op, Tensor x, double epsilon) {
    if (x.rank() == 0 || x.size(-1) == 0) {
      throw new ShapeException(
          op
              + ": the last axis is normalised, but shape "
              + x.shapeString()
              + " has none to fill.");
    }
    float added = (float) epsilon;
    if (!(added > 0 && Float.isFinite(added))) {
      throw new IllegalArgumentException(
          op + ": epsilon is a finite float above 0, but is " + epsilon + ".");
    }
  }

  static void checkWidth(String op, String name, Tensor parameter, Tensor x) {
    if (parameter.rank() != 1 || parameter.size(0) != x.size(-1)) {
      throw new ShapeException(
          op
              + ": "
              + name
              + " is as wide as the last axis of "
              + x.shapeString()
              + ", ("
              + x.size(-1)
              + "), got "
              + parameter.shapeString()
              + ".");
    }
  }

  static Tensor layerNorm(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    Numerics numerics = Numerics.get();
    int d = x.size(-1);
    int rows = x.numel() / d;
    float[] a = x.data();
    float[] w = gain.data();
    float[] y = Operation.take(a.length);
    float[] mean = Operation.take(rows);
    float[] inverse = Operation.take(rows); // 1 / s
    numerics.layerNormRows(
        rows, d, (float) epsilon, a, 0, w, 0, bias.data(), 0, y, 0, mean, 0, inverse, 0);
    return Autograd.record(
        "layerNorm",
        x.sizes(),
        y,
        g ->
            numerics.layerNormRowsBackward(
                rows,
                d,
                a,
                0,
                w,
                0,
                mean,
                0,
                inverse,
                0,
                g,
                0,
                Operation.sink(x),
                0,
                Operation.sink(gain),
                0,
                Operation.sink(bias),
                0),
        x,
        gain,
        bias);
  }

  static Tensor rmsNorm(Tensor x, Tensor gain, double epsilon) {
    Numerics numerics = Numerics.get();
    int d = x.size(-1);
    int rows = x.numel() / d;
    float[] a = x.data();
    float[] w = gain.data();
    float[] y = Operation.take(a.length);
    float[] inverse = Operation.take(rows);
    numerics.rmsNormRows(rows, d, (float) epsilon, a, 0, w, 0, y, 0, inverse, 0);
    return Autograd.record(
        "rmsNorm",
        x.sizes(),
        y,
        g ->
            numerics.rmsNormRowsBackward(
                rows,
                d,
                a,
                0,
                w,
                0,
                inverse,
                0,
                g,
                0,
                Operation.sink(x),
                0,
                Operation.sink(gain),
                0),
        x,
        gain);
  }
}
