package org.attentionlab.tensor;

/**
 * Sums, means and maxima over one axis, several or all.
 *
 * <p>With {@code keep} the reduced axis stays with size 1, so that the result broadcasts against
 * the input: {@code x.sub(x.mean(-1, true))}.
 */
public sealed interface ReductionOps permits Tensor {

  /**
   * The sum over one axis; zero over an empty one.
   *
   * <pre>y = sum x_i,   dx_i = g</pre>
   *
   * @param axis the axis; negative counts from the end
   * @param keep whether the axis stays with size 1
   * @return a tensor without that axis
   * @throws ShapeException if there is no such axis
   */
  default Tensor sum(int axis, boolean keep) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    Lanes lanes = Lanes.of("sum", x.sizes(), axis);
    float[] y = Operation.take(lanes.count());
    lanes.forEach(
        (lane, start) -> {
          double sum = 0;
          for (int i = 0, at = start; i < lanes.length(); i++, at += lanes.stride()) {
            sum += a[at];
          }
          y[lane] = (float) sum;
        });
    return Autograd.record(
        "sum",
        lanes.reduced(keep),
        y,
        g -> {
          float[] dx = x.gradient();
          lanes.forEach(
              (lane, start) -> {
                for (int i = 0, at = start; i < lanes.length(); i++, at += lanes.stride()) {
                  dx[at] += g[lane];
                }
              });
        },
        x);
  }

  /**
   * The sum over several axes.
   *
   * @param axes the axes, each once; negative ones count from the end
   * @param keep whether the axes stay with size 1
   * @return a tensor without those axes
   * @throws ShapeException if there is no such axis, or one is given twice
   */
  default Tensor sum(int[] axes, boolean keep) {
    Tensor x = (Tensor) this;
    int[] sorted = Lanes.resolved("sum", axes, x.sizes());
    Tensor y = x;
    for (int i = sorted.length - 1; i >= 0; i--) {
      y = y.sum(sorted[i], keep);
    }
    return y;
  }

  /**
   * The sum of all elements.
   *
   * @return a tensor ()
   */
  default Tensor sum() {
    return ((Tensor) this).reshape(-1).sum(0, false);
  }

  /**
   * The mean over one axis.
   *
   * <pre>y = sum x_i / n,   dx_i = g / n</pre>
   *
   * @param axis the axis; negative counts from the end
   * @param keep whether the axis stays with size 1
   * @return a tensor without that axis
   * @throws ShapeException if there is no such axis, or it is empty
   */
  default Tensor mean(int axis, boolean keep) {
    Tensor x = (Tensor) this;
    Lanes lanes = Lanes.of("mean", x.sizes(), axis).notEmpty("mean");
    return x.sum(axis, keep).div(lanes.length());
  }

  /**
   * The mean over several axes.
   *
   * @param axes the axes, each once; negative ones count from the end
   * @param keep whether the axes stay with size 1
   * @return a tensor without those axes
   * @throws ShapeException if there is no such axis, one is given twice, or one is empty
   */
  default Tensor mean(int[] axes, boolean keep) {
    Tensor x = (Tensor) this;
    int[] sorted = Lanes.resolved("mean", axes, x.sizes());
    Tensor y = x;
    for (int i = sorted.length - 1; i >= 0; i--) {
      y = y.mean(sorted[i], keep);
    }
    return y;
  }

  /**
   * The mean of all elements.
   *
   * @return a tensor ()
   * @throws ShapeException if there are none
   */
  default Tensor mean() {
    return ((Tensor) this).reshape(-1).mean(0, false);
  }

  /**
   * The maximum over one axis; NaN where one is NaN.
   *
   * <pre>y = max x_i,   dx_i = g where x_i is the first maximum, else 0</pre>
   *
   * @param axis the axis; negative counts from the end
   * @param keep whether the axis stays with size 1
   * @return a tensor without that axis
   * @throws ShapeException if there is no such axis, or it is empty
   */
  default Tensor max(int axis, boolean keep) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    Lanes lanes = Lanes.of("max", x.sizes(), axis).notEmpty("max");
    int[] where = lanes.firstMaxima(a);
    float[] y = Operation.take(lanes.count());
    lanes.forEach((lane, start) -> y[lane] = a[start + where[lane] * lanes.stride()]);
    return Autograd.record(
        "max",
        lanes.reduced(keep),
        y,
        g -> {
          float[] dx = x.gradient();
          lanes.forEach((lane, start) -> dx[start + where[lane] * lanes.stride()] += g[lane]);
        },
        x);
  }

  /**
   * The maximum over several axes.
   *
   * @param axes the axes, each once; negative ones count from the end
   * @param keep whether the axes stay with size 1
   * @return a tensor without those axes
   * @throws ShapeException if there is no such axis, one is given twice, or one is empty
   */
  default Tensor max(int[] axes, boolean keep) {
    Tensor x = (Tensor) this;
    int[] sorted = Lanes.resolved("max", axes, x.sizes());
    Tensor y = x;
    for (int i = sorted.length - 1; i >= 0; i--) {
      y = y.max(sorted[i], keep);
    }
    return y;
  }

  /**
   * The maximum of all elements.
   *
   * @return a tensor ()
   * @throws ShapeException if there are none
   */
  default Tensor max() {
    return ((Tensor) this).reshape(-1).max(0, false);
  }

  /**
   * The minimum over one axis; NaN where one is NaN.
   *
   * <pre>y = min x_i,   dx_i = g where x_i is the first minimum, else 0</pre>
   *
   * @param axis the axis; negative counts from the end
   * @param keep whether the axis stays with size 1
   * @return a tensor without that axis
   * @throws ShapeException if there is no such axis, or it is empty
   */
  default Tensor min(int axis, boolean keep) {
    Tensor x = (Tensor) this;
    Lanes.of("min", x.sizes(), axis).notEmpty("min");
    return x.neg().max(axis, keep).neg();
  }

  /**
   * The minimum of all elements.
   *
   * @return a tensor ()
   * @throws ShapeException if there are none
   */
  default Tensor min() {
    return ((Tensor) this).reshape(-1).min(0, false);
  }

  /**
   * The mean squared distance from the mean over one axis.
   *
   * <pre>y = sum (x_i - mean)^2 / n</pre>
   *
   * <p>It divides by n, as layer normalisation does, not by n - 1.
   *
   * @param axis the axis; negative counts from the end
   * @param keep whether the axis stays with size 1
   * @return a tensor without that axis
   * @throws ShapeException if there is no such axis, or it is empty
   */
  default Tensor variance(int axis, boolean keep) {
    Tensor x = (Tensor) this;
    Lanes.of("variance", x.sizes(), axis).notEmpty("variance");
    Tensor centred = x.sub(x.mean(axis, true));
    return centred.mul(centred).mean(axis, keep);
  }

  /**
   * The mean squared distance from the mean of all elements.
   *
   * @return a tensor ()
   * @throws ShapeException if there are none
   */
  default Tensor variance() {
    return ((Tensor) this).reshape(-1).variance(0, false);
  }
}
