package org.attentionlab.tensor;

/**
 * Sums, products and quotients, element by element, over shapes that broadcast.
 *
 * <p>Two shapes broadcast when, counted from the last axis, each pair of sizes is equal or one of
 * them is 1 or missing; the smaller side is then repeated. Backwards, what was repeated is summed.
 * In the formulas g is the gradient of the result.
 */
public sealed interface ArithmeticOps permits Tensor {

  /**
   * Adds.
   *
   * <pre>y = a + b,   da = g,   db = g</pre>
   *
   * @param other b, of a shape that broadcasts with this one
   * @return the sum, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor add(Tensor other) {
    Tensor left = (Tensor) this;
    float[] a = left.data();
    float[] b = other.data();
    Broadcast plan = Broadcast.of("add", left.sizes(), other.sizes());
    float[] y = Operation.take(plan.numel());
    if (plan.isPlain()) {
      for (int t = 0; t < y.length; t++) {
        y[t] = a[t] + b[t];
      }
    } else {
      plan.rows(
          (o, i, di, j, dj, n) -> {
            for (int t = 0; t < n; t++) {
              y[o + t] = a[i + t * di] + b[j + t * dj];
            }
          });
    }
    return Autograd.record(
        "add",
        plan.shape(),
        y,
        g -> {
          addReduced(plan, left, g, 1, true);
          addReduced(plan, other, g, 1, false);
        },
        left,
        other);
  }

  /**
   * Subtracts.
   *
   * <pre>y = a - b,   da = g,   db = -g</pre>
   *
   * @param other b, of a shape that broadcasts with this one
   * @return the difference, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor sub(Tensor other) {
    Tensor left = (Tensor) this;
    float[] a = left.data();
    float[] b = other.data();
    Broadcast plan = Broadcast.of("sub", left.sizes(), other.sizes());
    float[] y = Operation.take(plan.numel());
    if (plan.isPlain()) {
      for (int t = 0; t < y.length; t++) {
        y[t] = a[t] - b[t];
      }
    } else {
      plan.rows(
          (o, i, di, j, dj, n) -> {
            for (int t = 0; t < n; t++) {
              y[o + t] = a[i + t * di] - b[j + t * dj];
            }
          });
    }
    return Autograd.record(
        "sub",
        plan.shape(),
        y,
        g -> {
          addReduced(plan, left, g, 1, true);
          addReduced(plan, other, g, -1, false);
        },
        left,
        other);
  }

  /**
   * Multiplies element by element; for the product of matrices see {@link MatmulOps#matmul}.
   *
   * <pre>y = a b,   da = g b,   db = g a</pre>
   *
   * @param other b, of a shape that broadcasts with this one
   * @return the product, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor mul(Tensor other) {
    Tensor left = (Tensor) this;
    float[] a = left.data();
    float[] b = other.data();
    Broadcast plan = Broadcast.of("mul", left.sizes(), other.sizes());
    float[] y = Operation.take(plan.numel());
    if (plan.isPlain()) {
      for (int t = 0; t < y.length; t++) {
        y[t] = a[t] * b[t];
      }
    } else {
      plan.rows(
          (o, i, di, j, dj, n) -> {
            for (int t = 0; t < n; t++) {
              y[o + t] = a[i + t * di] * b[j + t * dj];
            }
          });
    }
    return Autograd.record(
        "mul",
        plan.shape(),
        y,
        g -> {
          if (left.requiresGrad()) {
            addProduct(plan, left.gradient(), g, b, true);
          }
          if (other.requiresGrad()) {
            addProduct(plan, other.gradient(), g, a, false);
          }
        },
        left,
        other);
  }

  /**
   * Divides. By zero: infinity or NaN, as float does.
   *
   * <pre>y = a / b,   da = g / b,   db = -g y / b</pre>
   *
   * @param other b, of a shape that broadcasts with this one
   * @return the quotient, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor div(Tensor other) {
    Tensor left = (Tensor) this;
    float[] a = left.data();
    float[] b = other.data();
    Broadcast plan = Broadcast.of("div", left.sizes(), other.sizes());
    float[] y = Operation.take(plan.numel());
    if (plan.isPlain()) {
      for (int t = 0; t < y.length; t++) {
        y[t] = a[t] / b[t];
      }
    } else {
      plan.rows(
          (o, i, di, j, dj, n) -> {
            for (int t = 0; t < n; t++) {
              y[o + t] = a[i + t * di] / b[j + t * dj];
            }
          });
    }
    return Autograd.record(
        "div",
        plan.shape(),
        y,
        g -> {
          if (left.requiresGrad()) {
            float[] da = left.gradient();
            plan.rows(
                (o, i, di, j, dj, n) -> {
                  for (int t = 0; t < n; t++) {
                    da[i + t * di] += g[o + t] / b[j + t * dj];
                  }
                });
          }
          if (other.requiresGrad()) {
            float[] db = other.gradient();
            plan.rows(
                (o, i, di, j, dj, n) -> {
                  for (int t = 0; t < n; t++) {
                    db[j + t * dj] -= g[o + t] * y[o + t] / b[j + t * dj];
                  }
                });
          }
        },
        left,
        other);
  }

  /**
   * Adds a number everywhere.
   *
   * @param value the number, rounded to float
   * @return a tensor of this shape
   */
  default Tensor add(double value) {
    return scaledAndShifted("add", 1, (float) value);
  }

  /**
   * Subtracts a number everywhere.
   *
   * @param value the number, rounded to float
   * @return a tensor of this shape
   */
  default Tensor sub(double value) {
    return scaledAndShifted("sub", 1, (float) -value);
  }

  /**
   * Multiplies everything by a number.
   *
   * @param value the number, rounded to float
   * @return a tensor of this shape
   */
  default Tensor mul(double value) {
    return scaledAndShifted("mul", (float) value, 0);
  }

  /**
   * Divides everything by a number.
   *
   * @param value the number, rounded to float
   * @return a tensor of this shape
   */
  default Tensor div(double value) {
    float divisor = (float) value;
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = Operation.take(a.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] / divisor;
    }
    return Autograd.record(
        "div",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] / divisor;
          }
        },
        x);
  }

  /**
   * Turns the sign.
   *
   * @return a tensor of this shape
   */
  default Tensor neg() {
    return scaledAndShifted("neg", -1, 0);
  }

  private Tensor scaledAndShifted(String op, float scale, float shift) {
    Tensor x = (Tensor) this;
    float[] a = x.data();
    float[] y = Operation.take(a.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] * scale + shift;
    }
    return Autograd.record(
        op,
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i] * scale;
          }
        },
        x);
  }

  /** Adds the gradient of the result, summed over what was repeated, to that of one input. */
  private static void addReduced(
      Broadcast plan, Tensor input, float[] g, float sign, boolean isLeft) {
    if (!input.requiresGrad()) {
      return;
    }
    float[] dx = input.gradient();
    if (dx.length == g.length) {
      for (int t = 0; t < g.length; t++) {
        dx[t] += sign * g[t];
      }
      return;
    }
    plan.rows(
        (o, i, di, j, dj, n) -> {
          int at = isLeft ? i : j;
          int step = isLeft ? di : dj;
          for (int t = 0; t < n; t++) {
            dx[at + t * step] += sign * g[o + t];
          }
        });
  }

  /** Adds g times the other side, summed over what was repeated, to the gradient of one input. */
  private static void addProduct(
      Broadcast plan, float[] dx, float[] g, float[] other, boolean isLeft) {
    if (plan.isPlain()) {
      for (int t = 0; t < g.length; t++) {
        dx[t] += g[t] * other[t];
      }
      return;
    }
    plan.rows(
        (o, i, di, j, dj, n) -> {
          int at = isLeft ? i : j;
          int step = isLeft ? di : dj;
          int from = isLeft ? j : i;
          int fromStep = isLeft ? dj : di;
          for (int t = 0; t < n; t++) {
            dx[at + t * step] += g[o + t] * other[from + t * fromStep];
          }
        });
  }
}
