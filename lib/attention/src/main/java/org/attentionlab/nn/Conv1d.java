package org.attentionlab.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A convolution over a sequence: every position sees the same small window around itself, and
 * nothing beyond.
 *
 * <pre>y_t = sum over i of x_(t + i - before) W_i + b,   i = 0, ..., width - 1</pre>
 *
 * <p>Legend: T positions, before the positions of the window that lie in front of its own. Gehring
 * et al. (2017), "Convolutional Sequence to Sequence Learning", section 3.2, without its gate.
 */
public final class Conv1d extends Layer {

  /** What stands beyond the ends of the sequence. */
  public enum Padding {
    /** Zeros, (width - 1) / 2 in front and the rest behind, so that the length stays T. */
    SAME,
    /** Nothing: only whole windows count, and the length becomes T - width + 1. */
    VALID
  }

  private final Tensor weight;
  private final Tensor bias;
  private final Padding padding;

  /**
   * The settings.
   *
   * @param dIn width of the input's vectors
   * @param dOut width of the output's vectors
   * @param width how many positions a window has
   * @param padding what stands beyond the ends
   */
  public record Config(int dIn, int dOut, int width, Padding padding) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a size is below 1, or a window holds too many numbers
     */
    public Config {
      Objects.requireNonNull(padding, "Conv1d: padding");
      if (dIn < 1 || dOut < 1 || width < 1) {
        throw new IllegalArgumentException(
            "Conv1d: dIn, dOut and width are at least 1, got "
                + dIn
                + ", "
                + dOut
                + " and "
                + width
                + ".");
      }
      Operation.numel("Conv1d", width, dIn);
    }
  }

  /**
   * With random first weights and no bias yet.
   *
   * @param rng where the first weights come from
   * @param config the settings
   */
  public Conv1d(RandomGenerator rng, Config config) {
    int window = config.width() * config.dIn();
    this.weight =
        parameter(
            "weight",
            Init.glorot(rng, window, config.dOut())
                .reshape(config.width(), config.dIn(), config.dOut()));
    this.bias = parameter("bias", Tensor.zeros(config.dOut()));
    this.padding = config.padding();
  }

  /**
   * Slides the window along the sequence.
   *
   * @param x (..., T, dIn)
   * @return y (..., T, dOut), or (..., T - width + 1, dOut) without padding
   * @throws ShapeException if the last axis of x is not dIn, or the sequence is empty or shorter
   *     than a window that must be whole
   */
  public Tensor forward(Tensor x) {
    int width = weight.size(0);
    int dIn = weight.size(1);
    if (x.rank() < 2 || x.size(-1) != dIn) {
      throw new ShapeException(
          "Conv1d: the input is (..., T, " + dIn + "), got " + x.shapeString() + ".");
    }
    Tensor padded = padding == Padding.SAME ? pad(x, width) : x;
    int windows = padded.size(-2) - width + 1;
    if (windows < 1) {
      throw new ShapeException(
          "Conv1d: the input "
              + x.shapeString()
              + (padding == Padding.SAME
                  ? " is a sequence of no positions."
                  : " is shorter than a window of "
                      + width
                      + ".\n  Padding.SAME fills it up with zeros."));
    }
    List<Tensor> shifted = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      shifted.add(padded.slice(-2, i, i + windows)); // (..., windows, dIn)
    }
    Tensor seen = Tensor.concat(-1, shifted); // (..., windows, width dIn)
    return seen.matmul(weight.reshape(width * dIn, weight.size(2)))
        .add(bias); // (..., windows, dOut)
  }

  private static Tensor pad(Tensor x, int width) {
    int before = (width - 1) / 2;
    return Tensor.concat(-2, List.of(zeros(x, before), x, zeros(x, width - 1 - before)));
  }

  private static Tensor zeros(Tensor x, int positions) {
    int[] shape = x.shape();
    shape[shape.length - 2] = positions;
    return Tensor.zeros(shape);
  }

  /**
   * W, one matrix for each place of the window.
   *
   * @return the parameter (width, dIn, dOut)
   */
  public Tensor weight() {
    return weight;
  }

  /**
   * b.
   *
   * @return the parameter (dOut)
   */
  public Tensor bias() {
    return bias;
  }
}
