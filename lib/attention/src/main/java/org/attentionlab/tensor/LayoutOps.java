package org.attentionlab.tensor;

/** Other shapes and orders of the same numbers. */
public sealed interface LayoutOps permits Tensor {

  /**
   * The same numbers, row by row, in another shape.
   *
   * @param shape the new sizes; one of them may be -1 and is then worked out
   * @return a tensor of that shape
   * @throws ShapeException if the number of elements would change, or a size is negative
   */
  default Tensor reshape(int... shape) {
    Tensor x = (Tensor) this;
    int[] target = reshaped(x, shape);
    return Autograd.record(
        "reshape",
        target,
        x.shared(),
        g -> {
          if (!x.hasGrad()) {
            System.arraycopy(g, 0, x.firstGradient(), 0, g.length);
            return;
          }
          float[] dx = x.gradient();
          for (int i = 0; i < dx.length; i++) {
            dx[i] += g[i];
          }
        },
        x);
  }

  /**
   * Adds an axis of size 1.
   *
   * @param axis where it stands in the result; negative counts from the end
   * @return a tensor with one axis more
   * @throws ShapeException if the axis would stand outside of the result
   */
  default Tensor unsqueeze(int axis) {
    Tensor x = (Tensor) this;
    int rank = x.rank() + 1;
    int at = Shape.newAxis("unsqueeze", axis, x.sizes());
    int[] shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      shape[i] = i == at ? 1 : x.sizes()[i < at ? i : i - 1];
    }
    return x.reshape(shape);
  }

  /**
   * Drops an axis of size 1.
   *
   * @param axis the axis; negative counts from the end
   * @return a tensor with one axis less
   * @throws ShapeException if there is no such axis, or its size is not 1
   */
  default Tensor squeeze(int axis) {
    Tensor x = (Tensor) this;
    int at = Shape.axis("squeeze", axis, x.sizes());
    if (x.sizes()[at] != 1) {
      throw new ShapeException(
          "squeeze: axis "
              + axis
              + " of shape "
              + x.shapeString()
              + " has size "
              + x.sizes()[at]
              + ", not 1.");
    }
    return x.reshape(Shape.reduced(x.sizes(), at, false));
  }

  /**
   * Swaps the last two axes: every matrix is turned over its diagonal.
   *
   * @return a tensor (..., n, m) of this (..., m, n)
   * @throws ShapeException if there are fewer than two axes
   */
  default Tensor transpose() {
    return transpose(-2, -1);
  }

  /**
   * Swaps two axes.
   *
   * @param first one axis; negative counts from the end
   * @param second the other
   * @return a tensor whose two sizes are swapped
   * @throws ShapeException if there is no such axis
   */
  default Tensor transpose(int first, int second) {
    Tensor x = (Tensor) this;
    int a = Shape.axis("transpose", first, x.sizes());
    int b = Shape.axis("transpose", second, x.sizes());
    if (a == b) {
      return x;
    }
    int[] order = new int[x.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i == a ? b : i == b ? a : i;
    }
    return permuted("transpose", x, order);
  }

  /**
   * Reorders the axes.
   *
   * @param axes every axis once: the first axis of the result is the first one named here, and so
   *     on; negative counts from the end
   * @return a tensor whose sizes are reordered
   * @throws ShapeException if an axis is missing or given twice
   */
  default Tensor permute(int... axes) {
    Tensor x = (Tensor) this;
    if (axes.length != x.rank()) {
      throw new ShapeException(
          "permute: shape "
              + x.shapeString()
              + " has "
              + x.rank()
              + " axes, but "
              + axes.length
              + " are given; name each once.");
    }
    Lanes.resolved("permute", axes, x.sizes());
    int[] order = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      order[i] = Shape.axis("permute", axes[i], x.sizes());
    }
    return permuted("permute", x, order);
  }

  /**
   * Joins neighbouring axes into one: of (2, 3, 4), {@code flatten(0, 1)} is (6, 4).
   *
   * @param first the first axis to join; negative counts from the end
   * @param last the last axis to join, not before the first
   * @return a tensor with the same numbers row by row
   * @throws ShapeException if there is no such axis, or the last comes before the first
   */
  default Tensor flatten(int first, int last) {
    Tensor x = (Tensor) this;
    int from = Shape.axis("flatten", first, x.sizes());
    int to = Shape.axis("flatten", last, x.sizes());
    if (to < from) {
      throw new ShapeException(
          "flatten: axis " + last + " comes before axis " + first + " in " + x.shapeString() + ".");
    }
    int[] shape = new int[x.rank() - (to - from)];
    System.arraycopy(x.sizes(), 0, shape, 0, from);
    shape[from] = Shape.product(x.sizes(), from, to + 1);
    System.arraycopy(x.sizes(), to + 1, shape, from + 1, x.rank() - to - 1);
    return x.reshape(shape);
  }

  /**
   * All numbers in one axis.
   *
   * @return a tensor (n), where n is the number of elements
   */
  default Tensor flatten() {
    return ((Tensor) this).reshape(-1);
  }

  /**
   * Repeats axes of size 1, and adds missing ones in front, until the shape is the given one.
   * Backwards, what was repeated is summed.
   *
   * @param shape the goal
   * @return a tensor of that shape
   * @throws ShapeException if an axis of another size than 1 would have to change
   */
  default Tensor expand(int... shape) {
    Tensor x = (Tensor) this;
    int[] goal = Shape.checked("expand", shape);
    Broadcast plan = Broadcast.expanding("expand", x.sizes(), goal);
    float[] a = x.data();
    float[] y = Operation.take(plan.numel());
    plan.rows(
        (o, i, di, j, dj, n) -> {
          for (int t = 0; t < n; t++) {
            y[o + t] = a[i + t * di];
          }
        });
    return Autograd.record(
        "expand",
        goal,
        y,
        g -> {
          float[] dx = x.gradient();
          plan.rows(
              (o, i, di, j, dj, n) -> {
                for (int t = 0; t < n; t++) {
                  dx[i + t * di] += g[o + t];
                }
              });
        },
        x);
  }

  private static int[] reshaped(Tensor x, int[] shape) {
    int[] target = shape.clone();
    int unknown = -1;
    long known = 1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] < -1) {
        throw new ShapeException("reshape: " + Shape.format(shape) + " has a negative size.");
      } else if (target[i] != -1) {
        known *= target[i];
      } else if (unknown >= 0) {
        throw new ShapeException("reshape: " + Shape.format(shape) + " has more than one -1.");
      } else {
        unknown = i;
      }
    }
    if (unknown >= 0 && known > 0 && x.numel() % known == 0) {
      target[unknown] = (int) (x.numel() / known);
    } else if (unknown >= 0) {
      throw new ShapeException(
          "reshape: "
              + x.shapeString()
              + " to "
              + Shape.format(shape)
              + ": no size in place of -1"
              + " gives "
              + x.numel()
              + " elements.");
    }
    target = Shape.checked("reshape", target);
    if (Shape.numel(target) != x.numel()) {
      throw new ShapeException(
          "reshape: "
              + x.shapeString()
              + " to "
              + Shape.format(shape)
              + ": "
              + x.numel()
              + " elements do not become "
              + Shape.numel(target)
              + ".");
    }
    return target;
  }

  private static Tensor permuted(String op, Tensor x, int[] order) {
    Permutation permutation = new Permutation(x.sizes(), order);
    float[] y = Operation.take(x.numel());
    permutation.copy(x.data(), y);
    return Autograd.record(
        op, permutation.shape(), y, g -> permutation.addBack(g, x.gradient()), x);
  }
}
