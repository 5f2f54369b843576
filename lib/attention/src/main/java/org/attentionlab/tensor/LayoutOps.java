package org.attentionlab.tensor;

import java.util.Arrays;

/** Other shapes, orders and selections of the same numbers. */
public sealed interface LayoutOps permits Tensor {

  /**
   * The same numbers, row by row, in another shape.
   *
   * @param shape the new sizes; one of them may be -1 and is then worked out
   * @return a tensor of that shape
   * @throws ShapeException if the number of elements would change
   */
  default Tensor reshape(int... shape) {
    Tensor x = (Tensor) this;
    int[] target = reshaped(x, shape);
    return Autograd.record(
        "reshape",
        target,
        x.data(),
        g -> {
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
   */
  default Tensor unsqueeze(int axis) {
    Tensor x = (Tensor) this;
    int rank = x.rank() + 1;
    int at = Shape.axis("unsqueeze", axis, new int[rank]);
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
   * @throws ShapeException if its size is not 1
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
   */
  default Tensor transpose(int first, int second) {
    Tensor x = (Tensor) this;
    int a = Shape.axis("transpose", first, x.sizes());
    int b = Shape.axis("transpose", second, x.sizes());
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (low == high) {
      return x;
    }
    int[] shape = Shape.with(Shape.with(x.sizes(), low, x.sizes()[high]), high, x.sizes()[low]);
    int[] source = swapped(x.sizes(), low, high);
    float[] data = x.data();
    float[] y = new float[data.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = data[source[i]];
    }
    return Autograd.record(
        "transpose",
        shape,
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < g.length; i++) {
            dx[source[i]] += g[i];
          }
        },
        x);
  }

  /**
   * A stretch of an axis.
   *
   * @param axis the axis; negative counts from the end
   * @param from the first index, included
   * @param to the last index, excluded
   * @return a tensor whose size there is {@code to - from}
   * @throws IndexOutOfBoundsException if the stretch does not lie inside
   */
  default Tensor slice(int axis, int from, int to) {
    Tensor x = (Tensor) this;
    int at = Shape.axis("slice", axis, x.sizes());
    int size = x.sizes()[at];
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException(
          "slice: "
              + from
              + " to "
              + to
              + " does not lie inside of axis "
              + axis
              + " of shape "
              + x.shapeString()
              + ".");
    }
    int outer = Shape.product(x.sizes(), 0, at);
    int inner = Shape.product(x.sizes(), at + 1, x.rank());
    int width = (to - from) * inner;
    float[] y = new float[outer * width];
    for (int o = 0; o < outer; o++) {
      System.arraycopy(x.data(), (o * size + from) * inner, y, o * width, width);
    }
    return Autograd.record(
        "slice",
        Shape.with(x.sizes(), at, to - from),
        y,
        g -> {
          float[] dx = x.gradient();
          for (int o = 0; o < outer; o++) {
            int start = (o * size + from) * inner;
            for (int i = 0; i < width; i++) {
              dx[start + i] += g[o * width + i];
            }
          }
        },
        x);
  }

  /**
   * What stands at the given indices of the leading axes: of (2, 3, 4), {@code get(1)} is (3, 4)
   * and {@code get(1, 0)} is (4).
   *
   * @param leadingIndex an index for each of the first axes
   * @return a tensor with the axes that are left
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  default Tensor get(int... leadingIndex) {
    Tensor x = (Tensor) this;
    if (leadingIndex.length > x.rank()) {
      throw ShapeException.indices("get", leadingIndex, x.sizes());
    }
    int start = Shape.offset("get", leadingIndex, x.sizes());
    int[] shape = Arrays.copyOfRange(x.sizes(), leadingIndex.length, x.rank());
    float[] y = Arrays.copyOfRange(x.data(), start, start + Shape.numel(shape));
    return Autograd.record(
        "get",
        shape,
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < g.length; i++) {
            dx[start + i] += g[i];
          }
        },
        x);
  }

  /**
   * Picks entries of an axis, in any order and as often as wanted. With axis 0 of a table (V, d)
   * this looks up embeddings; with a permutation it reorders.
   *
   * @param axis the axis; negative counts from the end
   * @param indices n indices into it
   * @return a tensor whose size there is n
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  default Tensor take(int axis, int... indices) {
    Tensor x = (Tensor) this;
    int at = Shape.axis("take", axis, x.sizes());
    int size = x.sizes()[at];
    int[] picked = indices.clone();
    for (int index : picked) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException(
            "take: index "
                + index
                + " lies outside of axis "
                + axis
                + " of shape "
                + x.shapeString()
                + ".");
      }
    }
    int[] shape = Shape.checked("take", Shape.with(x.sizes(), at, picked.length));
    int outer = Shape.product(shape, 0, at);
    int inner = Shape.product(shape, at + 1, shape.length);
    float[] y = new float[Shape.numel(shape)];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < picked.length; i++) {
        int from = (o * size + picked[i]) * inner;
        System.arraycopy(x.data(), from, y, (o * picked.length + i) * inner, inner);
      }
    }
    return Autograd.record(
        "take",
        shape,
        y,
        g -> {
          float[] dx = x.gradient();
          for (int o = 0; o < outer; o++) {
            for (int i = 0; i < picked.length; i++) {
              int to = (o * size + picked[i]) * inner;
              int from = (o * picked.length + i) * inner;
              for (int t = 0; t < inner; t++) {
                dx[to + t] += g[from + t];
              }
            }
          }
        },
        x);
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
    float[] y = new float[plan.numel()];
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

  /**
   * Keeps the numbers where a condition holds and puts one constant elsewhere.
   *
   * <pre>y = x where c is not 0, else constant;   dx = g where c is not 0, else 0</pre>
   *
   * @param condition c, zero for no, anything else for yes; of a shape that expands to this one
   * @param otherwise the constant
   * @return a tensor of this shape
   * @throws ShapeException if the condition does not expand to this shape
   */
  default Tensor where(Tensor condition, float otherwise) {
    Tensor x = (Tensor) this;
    Broadcast plan = Broadcast.expanding("where", condition.sizes(), x.sizes());
    float[] a = x.data();
    float[] c = condition.data();
    float[] y = new float[a.length];
    plan.rows(
        (o, i, di, j, dj, n) -> {
          for (int t = 0; t < n; t++) {
            y[o + t] = c[i + t * di] != 0 ? a[o + t] : otherwise;
          }
        });
    return Autograd.record(
        "where",
        x.sizes(),
        y,
        g -> {
          float[] dx = x.gradient();
          plan.rows(
              (o, i, di, j, dj, n) -> {
                for (int t = 0; t < n; t++) {
                  dx[o + t] += c[i + t * di] != 0 ? g[o + t] : 0;
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
      if (target[i] != -1) {
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

  /** For each element after the swap of two axes, where it stood before. */
  private static int[] swapped(int[] shape, int low, int high) {
    int outer = Shape.product(shape, 0, low);
    int middle = Shape.product(shape, low + 1, high);
    int inner = Shape.product(shape, high + 1, shape.length);
    int first = shape[low];
    int second = shape[high];
    int[] source = new int[Shape.numel(shape)];
    int to = 0;
    for (int o = 0; o < outer; o++) {
      for (int b = 0; b < second; b++) {
        for (int m = 0; m < middle; m++) {
          for (int a = 0; a < first; a++) {
            int from = (((o * first + a) * middle + m) * second + b) * inner;
            for (int i = 0; i < inner; i++) {
              source[to++] = from + i;
            }
          }
        }
      }
    }
    return source;
  }
}
