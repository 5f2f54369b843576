package org.attentionlab.display;

import java.util.List;
import org.attentionlab.tensor.Tensor;

/** The least and the greatest of numbers, always apart, so that a scale can go between them. */
record Span(double low, double high) {

  /** Of all finite numbers; from 0 to 1 where there are none. */
  static Span of(List<Tensor> tensors) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Tensor tensor : tensors) {
      for (float value : tensor.toArray()) {
        if (Float.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return of(low, high);
  }

  static Span of(double low, double high) {
    if (low > high) {
      return new Span(0, 1);
    }
    return low < high ? new Span(low, high) : new Span(low - 0.5, high + 0.5);
  }

  /** As far below 0 as above it. */
  Span aroundZero() {
    double far = Math.max(Math.abs(low), Math.abs(high));
    return new Span(-far, far);
  }
}
