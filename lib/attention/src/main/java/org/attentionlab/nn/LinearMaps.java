package org.attentionlab.nn;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * Several linear maps of one input as one operation: one product reads the input once, where each
 * map by itself would read it again, and the input's gradient is written once.
 *
 * <pre>
 * y = x [W_1 W_2 ...] + [b_1 b_2 ...]
 * dx = g [W_1 W_2 ...]^T,   [dW_1 dW_2 ...] = x^T g,   [db_1 db_2 ...] = sum of the rows of g
 * </pre>
 */
final class LinearMaps {
  private final Numerics kernels = Numerics.get();
  private final Tensor x;
  private final List<Linear> maps;
  private final int rows;
  private final int dIn;
  private final int dOut;

  private LinearMaps(Tensor x, List<Linear> maps) {
    this.x = x;
    this.maps = maps;
    this.dIn = x.size(-1);
    this.rows = x.numel() / dIn;
    this.dOut = maps.stream().mapToInt(map -> map.weight().size(1)).sum();
  }

  /** The results of all maps of x (..., dIn), beside each other (..., sum of dOut). */
  static Tensor apply(Tensor x, List<Linear> maps) {
    return new LinearMaps(x, maps).forward();
  }

  private Tensor forward() {
    float[] weights = Operation.take(dIn * dOut); // (dIn, dOut)
    float[] biases = Operation.zeros(dOut);
    int at = 0;
    for (Linear map : maps) {
      int width = map.weight().size(1);
      float[] w = Operation.read(map.weight());
      for (int i = 0; i < dIn; i++) {
        System.arraycopy(w, i * width, weights, i * dOut + at, width);
      }
      if (map.bias().isPresent()) {
        System.arraycopy(Operation.read(map.bias().get()), 0, biases, at, width);
      }
      at += width;
    }
    float[] y = Operation.take(rows * dOut);
    kernels.gemm(
        false,
        false,
        rows,
        dOut,
        dIn,
        1,
        Operation.read(x),
        0,
        dIn,
        weights,
        0,
        dOut,
        0,
        y,
        0,
        dOut);
    kernels.biasRows(Nonlinearity.IDENTITY, rows, dOut, y, 0, biases, 0, y, 0);
    int[] shape = x.shape();
    shape[shape.length - 1] = dOut;
    return Operation.result("linear", shape, y, g -> backward(g, weights), inputs());
  }

  private Tensor[] inputs() {
    List<Tensor> inputs = new ArrayList<>(List.of(x));
    for (Linear map : maps) {
      inputs.add(map.weight());
      map.bias().ifPresent(inputs::add);
    }
    return inputs.toArray(Tensor[]::new);
  }

  private void backward(float[] g, float[] weights) {
    Gradient.addProduct(x, false, true, rows, dIn, dOut, g, weights);
    float[] dWeights = Operation.take(dIn * dOut);
    float[] a = Operation.read(x);
    kernels.gemm(true, false, dIn, dOut, rows, 1, a, 0, dIn, g, 0, dOut, 0, dWeights, 0, dOut);
    float[] dBiases = Operation.zeros(dOut);
    kernels.sumRows(rows, dOut, g, 0, dBiases, 0);
    int at = 0;
    for (Linear map : maps) {
      int width = map.weight().size(1);
      if (map.weight().requiresGrad()) {
        addPart(Operation.gradient(map.weight()), dWeights, dIn, at, width);
      }
      if (map.bias().isPresent() && map.bias().get().requiresGrad()) {
        addPart(Operation.gradient(map.bias().get()), dBiases, 1, at, width);
      }
      at += width;
    }
    Operation.give(dWeights);
    Operation.give(dBiases);
  }

  /** Adds a map's columns of the gradients. */
  private void addPart(float[] to, float[] all, int height, int at, int width) {
    for (int i = 0; i < height; i++) {
      kernels.axpy(1, all, i * dOut + at, to, i * width, width);
    }
  }
}
