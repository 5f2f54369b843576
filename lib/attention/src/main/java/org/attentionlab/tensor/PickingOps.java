package org.attentionlab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts of a tensor: stretches and entries of an axis, and choices by a condition. */
public sealed interface PickingOps permits Tensor {

  /**
   * A stretch of an axis.
   *
   * @param axis the axis; negative counts from the end
   * @param from the first index, included
   * @param to the last index, excluded
   * @return a tensor whose size there is {@code to - from}
   * @throws ShapeException if there is no such axis
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
    float[] y = Operation.take(outer * width);
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
   * @throws ShapeException if there are more indices than axes
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  default Tensor get(int... leadingIndex) {
    Tensor x = (Tensor) this;
    if (leadingIndex.length > x.rank()) {
      throw ShapeException.indices("get", leadingIndex, x.sizes());
    }
    int start = Shape.offset("get", leadingIndex, x.sizes());
    int[] shape = Arrays.copyOfRange(x.sizes(), leadingIndex.length, x.rank());
    float[] y = Operation.take(Shape.numel(shape));
    System.arraycopy(x.data(), start, y, 0, y.length);
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
   * @throws ShapeException if there is no such axis
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
    float[] y = Operation.take(Shape.numel(shape));
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
    float[] y = Operation.take(a.length);
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
          if (!x.requiresGrad()) {
            return; // the condition does, to no effect
          }
          float[] dx = x.gradient();
          plan.rows(
              (o, i, di, j, dj, n) -> {
                for (int t = 0; t < n; t++) {
                  dx[o + t] += c[i + t * di] != 0 ? g[o + t] : 0;
                }
              });
        },
        x,
        condition);
  }

  /**
   * Keeps the numbers where a condition holds and takes those of another tensor elsewhere.
   *
   * <pre>
   * y = x where c is not 0, else z
   * dx = g where c is not 0, else 0,   dz = g where c is 0, else 0
   * </pre>
   *
   * @param condition c, zero for no, anything else for yes
   * @param otherwise z; all three shapes broadcast
   * @return a tensor of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor where(Tensor condition, Tensor otherwise) {
    Tensor x = (Tensor) this;
    int[] both = Broadcast.shapeOf("where", x.sizes(), otherwise.sizes());
    int[] shape = Broadcast.shapeOf("where", condition.sizes(), both);
    float[] c = condition.expand(shape).data();
    Tensor yes = x.expand(shape);
    Tensor no = otherwise.expand(shape);
    float[] a = yes.data();
    float[] b = no.data();
    float[] y = Operation.take(a.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = c[i] != 0 ? a[i] : b[i];
    }
    return Autograd.record(
        "where",
        shape,
        y,
        g -> {
          if (yes.requiresGrad()) {
            float[] dx = yes.gradient();
            for (int i = 0; i < dx.length; i++) {
              dx[i] += c[i] != 0 ? g[i] : 0;
            }
          }
          if (no.requiresGrad()) {
            float[] dz = no.gradient();
            for (int i = 0; i < dz.length; i++) {
              dz[i] += c[i] != 0 ? 0 : g[i];
            }
          }
        },
        yes,
        no);
  }

  /**
   * Cuts an axis into stretches, the reverse of {@link Tensor#concat}.
   *
   * @param axis the axis; negative counts from the end
   * @param sizes the length of each stretch, which together fill the axis
   * @return the stretches in order
   * @throws ShapeException if there is no such axis, a size is negative, or the sizes do not sum to
   *     that of the axis
   */
  default List<Tensor> split(int axis, int... sizes) {
    Tensor x = (Tensor) this;
    int size = x.sizes()[Shape.axis("split", axis, x.sizes())];
    long sum = 0;
    boolean negative = false;
    for (int part : sizes) {
      sum += part;
      negative |= part < 0;
    }
    if (sum != size || negative) {
      throw new ShapeException(
          "split: sizes "
              + Arrays.toString(sizes)
              + " do not fill axis "
              + axis
              + " of shape "
              + x.shapeString()
              + ".");
    }
    List<Tensor> parts = new ArrayList<>();
    int from = 0;
    for (int part : sizes) {
      parts.add(x.slice(axis, from, from + part));
      from += part;
    }
    return List.copyOf(parts);
  }
}
