package org.attentionlab.tensor;

/** The loops behind {@link NormOps}, row by row. */
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
    if (!(epsilon > 0 && Double.isFinite(epsilon))) {
      throw new IllegalArgumentException(op + ": epsilon " + epsilon + " is not above 0.");
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
    int d = x.size(-1);
    int rows = x.numel() / d;
    float[] a = x.data();
    float[] w = gain.data();
    float[] b = bias.data();
    float[] y = Operation.take(a.length);
    float[] mean = Operation.take(rows);
    float[] scale = Operation.take(rows); // 1 / s
    for (int r = 0, at = 0; r < rows; r++, at += d) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        sum += a[at + i];
      }
      double m = sum / d;
      double squares = 0;
      for (int i = 0; i < d; i++) {
        squares += (a[at + i] - m) * (a[at + i] - m);
      }
      mean[r] = (float) m;
      scale[r] = (float) (1 / Math.sqrt(squares / d + epsilon));
      for (int i = 0; i < d; i++) {
        y[at + i] = w[i] * ((a[at + i] - mean[r]) * scale[r]) + b[i];
      }
    }
    return Autograd.record(
        "layerNorm",
        x.sizes(),
        y,
        g -> {
          if (x.requiresGrad()) {
            addInputGradient(x.gradient(), g, w, a, mean, scale, true);
          }
          if (gain.requiresGrad()) {
            addGainGradient(gain.gradient(), g, a, mean, scale);
          }
          if (bias.requiresGrad()) {
            float[] db = bias.gradient();
            for (int at = 0; at < g.length; at += d) {
              for (int i = 0; i < d; i++) {
                db[i] += g[at + i];
              }
            }
          }
        },
        x,
        gain,
        bias);
  }

  static Tensor rmsNorm(Tensor x, Tensor gain, double epsilon) {
    int d = x.size(-1);
    int rows = x.numel() / d;
    float[] a = x.data();
    float[] w = gain.data();
    float[] y = Operation.take(a.length);
    float[] mean = Operation.zeros(rows);
    float[] scale = Operation.take(rows);
    for (int r = 0, at = 0; r < rows; r++, at += d) {
      double squares = 0;
      for (int i = 0; i < d; i++) {
        squares += (double) a[at + i] * a[at + i];
      }
      scale[r] = (float) (1 / Math.sqrt(squares / d + epsilon));
      for (int i = 0; i < d; i++) {
        y[at + i] = w[i] * (a[at + i] * scale[r]);
      }
    }
    return Autograd.record(
        "rmsNorm",
        x.sizes(),
        y,
        g -> {
          if (x.requiresGrad()) {
            addInputGradient(x.gradient(), g, w, a, mean, scale, false);
          }
          if (gain.requiresGrad()) {
            addGainGradient(gain.gradient(), g, a, mean, scale);
          }
        },
        x,
        gain);
  }

  /** dx += (h - mean(h) - z mean(h z)) / s; the mean of h is left out where x was not centred. */
  private static void addInputGradient(
      float[] dx, float[] g, float[] w, float[] a, float[] mean, float[] scale, boolean centred) {
    int d = w.length;
    for (int r = 0, at = 0; r < scale.length; r++, at += d) {
      double sum = 0;
      double dot = 0;
      for (int i = 0; i < d; i++) {
        double h = g[at + i] * w[i];
        sum += h;
        dot += h * ((a[at + i] - mean[r]) * scale[r]);
      }
      float shift = centred ? (float) (sum / d) : 0;
      float slope = (float) (dot / d);
      for (int i = 0; i < d; i++) {
        float z = (a[at + i] - mean[r]) * scale[r];
        dx[at + i] += (g[at + i] * w[i] - shift - z * slope) * scale[r];
      }
    }
  }

  private static void addGainGradient(
      float[] dw, float[] g, float[] a, float[] mean, float[] scale) {
    int d = dw.length;
    for (int r = 0, at = 0; r < scale.length; r++, at += d) {
      for (int i = 0; i < d; i++) {
        dw[i] += g[at + i] * ((a[at + i] - mean[r]) * scale[r]);
      }
    }
  }
}
