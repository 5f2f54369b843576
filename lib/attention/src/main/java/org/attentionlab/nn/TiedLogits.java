package org.attentionlab.nn;

import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * Logits by a table of embeddings as one operation: the table is read as it lies, never transposed,
 * and its gradient is one product.
 *
 * <pre>
 * y = x E^T + c
 * dx = g E,   dE = g^T x,   dc = sum of the rows of g
 * </pre>
 */
final class TiedLogits {
  private final Numerics kernels = Numerics.get();
  private final Tensor x;
  private final Tensor table;
  private final Optional<Tensor> bias;
  private final int rows;
  private final int count;
  private final int d;

  private TiedLogits(Tensor x, Tensor table, Optional<Tensor> bias) {
    this.x = x;
    this.table = table;
    this.bias = bias;
    this.count = table.size(0);
    this.d = table.size(1);
    this.rows = x.numel() / d;
  }

  /** x E^T + c for x (..., d), E (V, d) and c (V). */
  static Tensor apply(Tensor x, Tensor table, Optional<Tensor> bias) {
    return new TiedLogits(x, table, bias).forward();
  }

  private Tensor forward() {
    float[] a = Operation.read(x);
    float[] e = Operation.read(table);
    float[] y = Operation.take(Operation.numel("logits", rows, count));
    kernels.gemm(false, true, rows, count, d, 1, a, 0, d, e, 0, d, 0, y, 0, count);
    bias.ifPresent(
        c ->
            kernels.biasRows(Nonlinearity.IDENTITY, rows, count, y, 0, Operation.read(c), 0, y, 0));
    int[] shape = x.shape();
    shape[shape.length - 1] = count;
    Tensor[] inputs = Stream.concat(Stream.of(x, table), bias.stream()).toArray(Tensor[]::new);
    return Operation.result("logits", shape, y, this::backward, inputs);
  }

  private void backward(float[] g) {
    bias.ifPresent(c -> kernels.sumRows(rows, count, g, 0, Operation.sink(c), 0));
    Gradient.addProduct(x, false, false, rows, d, count, g, Operation.read(table));
    Gradient.addProduct(table, true, false, count, d, rows, g, Operation.read(x));
  }
}
