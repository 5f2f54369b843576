package org.attentionlab.nn;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A learned linear map of the last axis, with or without a bias.
 *
 * <pre>y = x W + b</pre>
 *
 * <p>W is (dIn, dOut), so that the code reads as the formulas of the papers do, {@code X W_Q}; some
 * libraries keep the transpose. W starts after {@link Init#glorot}, b at zero.
 */
public final class Linear extends Layer {
  private final Tensor weight;
  private final Optional<Tensor> bias;

  /**
   * A map with a bias.
   *
   * @param rng where the first weights come from
   * @param dIn width of the input
   * @param dOut width of the output
   * @throws IllegalArgumentException if a width is below 1
   */
  public Linear(RandomGenerator rng, int dIn, int dOut) {
    this(start(rng, dIn, dOut), Optional.of(Tensor.zeros(dOut)));
  }

  private static Tensor start(RandomGenerator rng, int dIn, int dOut) {
    Settings.requirePositive("Linear", "dIn", dIn);
    Settings.requirePositive("Linear", "dOut", dOut);
    return Init.glorot(rng, dIn, dOut);
  }

  private Linear(Tensor weight, Optional<Tensor> bias) {
    this.weight = parameter("weight", weight);
    this.bias = bias.map(start -> parameter("bias", start));
  }

  /**
   * A map without a bias, as the projections of attention are in the paper.
   *
   * @param rng where the first weights come from
   * @param dIn width of the input
   * @param dOut width of the output
   * @return the map
   * @throws IllegalArgumentException if a width is below 1
   */
  public static Linear withoutBias(RandomGenerator rng, int dIn, int dOut) {
    return new Linear(start(rng, dIn, dOut), Optional.empty());
  }

  /**
   * A map with given numbers.
   *
   * @param weight W (dIn, dOut); copied
   * @param bias b (dOut), or empty; copied
   * @return the map
   * @throws ShapeException if W is not a matrix or b has another width than W
   */
  public static Linear of(Tensor weight, Optional<Tensor> bias) {
    if (weight.rank() != 2) {
      throw new ShapeException(
          "Linear: the weight is (dIn, dOut), got " + weight.shapeString() + ".");
    }
    bias.ifPresent(
        b -> {
          if (b.rank() != 1 || b.size(0) != weight.size(1)) {
            throw new ShapeException(
                "Linear: the bias of a weight "
                    + weight.shapeString()
                    + " has shape ("
                    + weight.size(1)
                    + "), got "
                    + b.shapeString()
                    + ".");
          }
        });
    return new Linear(weight, bias);
  }

  /**
   * Maps the last axis.
   *
   * @param x (..., dIn)
   * @return y (..., dOut)
   * @throws ShapeException if the last axis of x is not dIn
   */
  public Tensor forward(Tensor x) {
    requireWidth(x);
    return bias.map(b -> LinearMap.apply(Nonlinearity.IDENTITY, x, weight, b))
        .orElseGet(() -> x.matmul(weight)); // (..., dOut)
  }

  /**
   * Maps the last axis and applies a function: as {@code activation.apply(forward(x))}, in one
   * operation.
   *
   * @param x (..., dIn)
   * @param activation f
   * @return f(y) (..., dOut)
   * @throws ShapeException if the last axis of x is not dIn
   */
  public Tensor forward(Tensor x, Activation activation) {
    requireWidth(x);
    return bias.map(b -> LinearMap.apply(activation.nonlinearity(), x, weight, b))
        .orElseGet(() -> activation.apply(x.matmul(weight))); // (..., dOut)
  }

  /**
   * Several maps of one input as one operation, which reads the input once: the queries, keys and
   * values of self-attention.
   *
   * <pre>y = x [W_1 W_2 ...] + [b_1 b_2 ...]</pre>
   *
   * @param x (..., dIn)
   * @param maps at least one, all from dIn; a map without a bias adds none
   * @return their results beside each other in their order (..., sum of all dOut)
   * @throws ShapeException if the last axis of x is not the dIn of every map
   * @throws IllegalArgumentException if there are no maps
   */
  public static Tensor sideBySide(Tensor x, Linear... maps) {
    if (maps.length == 0) {
      throw new IllegalArgumentException("Linear: sideBySide needs at least one map.");
    }
    for (Linear map : maps) {
      map.requireWidth(x);
    }
    return LinearMaps.apply(x, List.of(maps));
  }

  private void requireWidth(Tensor x) {
    if (x.rank() == 0 || x.size(-1) != weight.size(0)) {
      throw new ShapeException(
          "Linear: the input is (..., " + weight.size(0) + "), got " + x.shapeString() + ".");
    }
  }

  /**
   * W.
   *
   * @return the parameter (dIn, dOut)
   */
  public Tensor weight() {
    return weight;
  }

  /**
   * b.
   *
   * @return the parameter (dOut), if there is one
   */
  public Optional<Tensor> bias() {
    return bias;
  }
}
