package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.List;

/** Joins tensors along an axis, old or new. */
final class Joining {
  private Joining() {}

  /** Backwards each part takes its slice of the gradient. */
  static Tensor concat(int axis, List<Tensor> tensors) {
    requireSome("concat", tensors);
    List<Tensor> parts = List.copyOf(tensors);
    int[] first = parts.get(0).sizes();
    int at = Shape.axis("concat", axis, first);
    long total = 0;
    for (Tensor part : parts) {
      if (part.rank() != first.length
          || !Arrays.equals(Shape.with(part.sizes(), at, 0), Shape.with(first, at, 0))) {
        throw new ShapeException(
            "concat: "
                + Shape.format(first)
                + " and "
                + part.shapeString()
                + " may differ in axis "
                + at
                + " alone.");
      }
      total += part.sizes()[at];
    }
    if (total > Integer.MAX_VALUE) {
      throw new ShapeException("concat: axis " + at + " would be " + total + " long.");
    }
    int[] shape = Shape.checked("concat", Shape.with(first, at, (int) total));
    int outer = Shape.product(shape, 0, at);
    int inner = Shape.product(shape, at + 1, shape.length);
    int row = shape[at] * inner;
    float[] y = Operation.take(Shape.numel(shape));
    int offset = 0;
    for (Tensor part : parts) {
      int width = part.sizes()[at] * inner;
      for (int o = 0; o < outer; o++) {
        System.arraycopy(part.data(), o * width, y, o * row + offset, width);
      }
      offset += width;
    }
    return Autograd.record(
        "concat",
        shape,
        y,
        g -> {
          int from = 0;
          for (Tensor part : parts) {
            int width = part.sizes()[at] * inner;
            if (part.requiresGrad()) {
              float[] dx = part.gradient();
              for (int o = 0; o < outer; o++) {
                for (int i = 0; i < width; i++) {
                  dx[o * width + i] += g[o * row + from + i];
                }
              }
            }
            from += width;
          }
        },
        parts.toArray(new Tensor[0]));
  }

  static Tensor stack(int axis, List<Tensor> parts) {
    requireSome("stack", parts);
    int[] first = parts.get(0).sizes();
    for (Tensor part : parts) {
      if (!Arrays.equals(part.sizes(), first)) {
        throw new ShapeException(
            "stack: " + Shape.format(first) + " and " + part.shapeString() + " are not equal.");
      }
    }
    int at = Shape.newAxis("stack", axis, first);
    return concat(at, parts.stream().map(part -> part.unsqueeze(at)).toList());
  }

  private static void requireSome(String op, List<Tensor> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(op + ": the list of tensors is empty.");
    }
  }
}
