package org.attentionlab.tensor;

import org.attentionlab.numerics.Numerics;

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
    Numerics kernels = Numerics.get();
    return Elementwise.fromResult("exp", (Tensor) this, kernels::exp, kernels::expBackward);
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
    float[] y = Operation.take(a.length);
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
    float[] y = Operation.take(a.length);
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
    float[] y = Operation.take(a.length);
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

  /**
   * The size without the sign. Its slope at zero is taken as zero.
   *
   * <pre>y = |x|,   dx = g sign(x)</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor abs() {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = Operation.take(a.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.abs(a[i]);
    }
    return Autograd.record(
        "abs",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] * Math.signum(a[i]);
          }
        },
        x);
  }

  /**
   * The nearest number within bounds; NaN stays NaN. No gradient passes where x lies outside.
   *
   * <pre>y = min(max(x, low), high),   dx = g where low &lt;= x &lt;= high, else 0</pre>
   *
   * @param low the least number allowed, rounded to float
   * @param high the greatest number allowed, rounded to float
   * @return a tensor of this shape
   * @throws IllegalArgumentException if low is above high, or one is NaN
   */
  default Tensor clamp(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("clamp: low " + low + " is above high " + high + ".");
    }
    Tensor x = (Tensor) this;
    float least = (float) low;
    float greatest = (float) high;
    float[] a = x.data();
    float[] y = Operation.take(a.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.min(Math.max(a[i], least), greatest);
    }
    return Autograd.record(
        "clamp",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += a[i] >= least && a[i] <= greatest ? g[i] : 0;
          }
        },
        x);
  }
}
