package org.attentionlab.tensor;

/**
 * Functions of one number, applied to every element.
 *
 * <p>Each operation computes its result y from x and hands {@link Autograd} a backward that adds g
 * dy/dx to the gradient of x, where g is the gradient of y. All results have the shape of x.
 */
public sealed interface FunctionOps permits Tensor {

  /**
   * The exponential function.
   *
   * <pre>y = exp(x),   dx = g y</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor exp() {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = new float[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) Math.exp(a[i]);
    }
    return Autograd.record(
        "exp",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] * y[i];
          }
        },
        x);
  }

  /**
   * The natural logarithm; minus infinity at zero, NaN below.
   *
   * <pre>y = log(x),   dx = g / x</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor log() {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = new float[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) Math.log(a[i]);
    }
    return Autograd.record(
        "log",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] / a[i];
          }
        },
        x);
  }

  /**
   * The square root; NaN below zero. Its slope at zero is infinite: add an epsilon first.
   *
   * <pre>y = sqrt(x),   dx = g / (2 y)</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor sqrt() {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = new float[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) Math.sqrt(a[i]);
    }
    return Autograd.record(
        "sqrt",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] / (2 * y[i]);
          }
        },
        x);
  }

  /**
   * A power with a constant exponent.
   *
   * <pre>y = x^p,   dx = g p x^(p - 1)</pre>
   *
   * @param exponent p
   * @return a tensor of this shape
   */
  default Tensor pow(double exponent) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = new float[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) Math.pow(a[i], exponent);
    }
    return Autograd.record(
        "pow",
        x.sizes(),
        y,
        g -> {
          if (exponent == 0) {
            return; // the slope is zero; 0 x^(-1) would be NaN at x = 0
          }
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += (float) (g[i] * exponent * Math.pow(a[i], exponent - 1));
          }
        },
        x);
  }
}
