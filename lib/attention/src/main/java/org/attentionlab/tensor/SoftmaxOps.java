package org.attentionlab.tensor;

/** Softmax and its logarithm: scores into weights. */
public sealed interface SoftmaxOps permits Tensor {

  /**
   * Turns scores into positive weights that sum to 1 along an axis.
   *
   * <pre>
   * y_i = exp(x_i - m) / sum_j exp(x_j - m),   m = max_j x_j
   * dx_i = y_i (g_i - sum_j g_j y_j)
   * </pre>
   *
   * <p>Subtracting the maximum changes nothing in exact arithmetic and keeps exp from overflowing.
   * Where all scores are minus infinity, because everything is masked, the weights and their
   * gradient are zero; a NaN or plus infinity among the scores gives NaN.
   *
   * @param axis the axis along which the weights sum to 1
   * @return weights of this shape
   * @throws ShapeException if there is no such axis
   */
  default Tensor softmax(int axis) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    Lanes lanes = Lanes.of("softmax", x.sizes(), axis);
    int n = lanes.length();
    int stride = lanes.stride();
    if (stride == 1) {
      return RowSoftmax.softmax(x, n);
    }
    float[] y = Operation.take(a.length);
    lanes.forEach(
        (lane, start) -> {
          float max = maximum(a, start, stride, n);
          if (max == Float.NEGATIVE_INFINITY) { // nothing to attend to: zeros
            for (int i = 0, at = start; i < n; i++, at += stride) {
              y[at] = 0;
            }
            return;
          }
          double sum = 0;
          for (int i = 0, at = start; i < n; i++, at += stride) {
            y[at] = (float) Math.exp(a[at] - max);
            sum += y[at];
          }
          for (int i = 0, at = start; i < n; i++, at += stride) {
            y[at] = (float) (y[at] / sum);
          }
        });
    return Autograd.record(
        "softmax",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          lanes.forEach(
              (lane, start) -> {
                double dot = 0;
                for (int i = 0, at = start; i < n; i++, at += stride) {
                  dot += (double) g[at] * y[at];
                }
                for (int i = 0, at = start; i < n; i++, at += stride) {
                  dx[at] += (float) (y[at] * (g[at] - dot));
                }
              });
        },
        x);
  }

  /**
   * The logarithm of the softmax, exact where the weights are too small for float.
   *
   * <pre>
   * y_i = x_i - m - log sum_j exp(x_j - m),   m = max_j x_j
   * dx_i = g_i - exp(y_i) sum_j g_j
   * </pre>
   *
   * <p>Where all scores are minus infinity the result is minus infinity and the gradient zero; a
   * NaN or plus infinity among the scores gives NaN.
   *
   * @param axis the axis along which the weights sum to 1
   * @return a tensor of this shape
   * @throws ShapeException if there is no such axis
   */
  default Tensor logSoftmax(int axis) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    Lanes lanes = Lanes.of("logSoftmax", x.sizes(), axis);
    int n = lanes.length();
    int stride = lanes.stride();
    if (stride == 1) {
      return RowSoftmax.logSoftmax(x, n);
    }
    float[] y = Operation.take(a.length);
    lanes.forEach(
        (lane, start) -> {
          float max = maximum(a, start, stride, n);
          boolean nothing = max == Float.NEGATIVE_INFINITY;
          double sum = 0;
          for (int i = 0, at = start; i < n && !nothing; i++, at += stride) {
            sum += Math.exp(a[at] - max);
          }
          double shift = max + Math.log(sum);
          for (int i = 0, at = start; i < n; i++, at += stride) {
            y[at] = nothing ? Float.NEGATIVE_INFINITY : (float) (a[at] - shift);
          }
        });
    return Autograd.record(
        "logSoftmax",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          lanes.forEach(
              (lane, start) -> {
                if (maximum(y, start, stride, n) == Float.NEGATIVE_INFINITY) {
                  return;
                }
                double sum = 0;
                for (int i = 0, at = start; i < n; i++, at += stride) {
                  sum += g[at];
                }
                for (int i = 0, at = start; i < n; i++, at += stride) {
                  dx[at] += (float) (g[at] - Math.exp(y[at]) * sum);
                }
              });
        },
        x);
  }

  /** The maximum of a lane; NaN where one is NaN, minus infinity where it is empty. */
  private static float maximum(float[] data, int start, int stride, int count) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0, at = start; i < count; i++, at += stride) {
      max = Math.max(max, data[at]);
    }
    return max;
  }
}
