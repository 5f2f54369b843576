package org.attentionlab.display.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Weights of attention by layer and head, after a check that they are weights.
 *
 * @param view the view that shows them, for messages
 * @param values (L, H, T, S): layers, heads, queries, keys
 */
record Weights(String view, Tensor values) {
  /** More would make a page slow to load and a notebook slow to save. */
  static final int MOST_NUMBERS = 100_000;

  /** Longer axes are not legible. */
  static final int MOST_TOKENS = 96;

  private static final double TOLERANCE = 1e-3;

  Weights {
    requireLegible(view, values);
    requireWeights(view, values);
  }

  /** One tensor (T, S), (H, T, S) or (L, H, T, S). */
  static Weights of(String view, Tensor weights) {
    int rank = weights.rank();
    if (rank < 2 || rank > 4) {
      throw new ShapeException(
          view
              + ": needs weights (T, S), (H, T, S) or (L, H, T, S), but the shape is "
              + weights.shapeString()
              + "."
              + (rank > 4 ? "\n  Did you mean one slice of it, such as get(0)?" : ""));
    }
    Tensor full = weights.detach();
    while (full.rank() < 4) {
      full = full.unsqueeze(0);
    }
    return new Weights(view, full);
  }

  /** One tensor for each layer, (H, T, S), or (1, H, T, S) as a batch of one sequence gives it. */
  static Weights of(String view, List<Tensor> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          view
              + ": no layers.\n  A trace keeps weights only where it is on: run the model with "
              + "Trace.on().");
    }
    List<Tensor> single = new ArrayList<>();
    for (Tensor layer : layers) {
      single.add(ofOneSequence(view, layer));
      if (!single.get(0).shapeString().equals(single.get(single.size() - 1).shapeString())) {
        throw new ShapeException(
            view
                + ": layer 0 has weights "
                + single.get(0).shapeString()
                + ", layer "
                + (single.size() - 1)
                + " has "
                + single.get(single.size() - 1).shapeString()
                + ".\n  Show layers of one shape; self-attention and cross-attention get a view"
                + " each.");
      }
    }
    return new Weights(view, Tensor.stack(0, single));
  }

  /** Weights (H, T, S) out of what one attention gave. */
  static Tensor ofOneSequence(String view, Tensor weights) {
    if (weights.rank() == 4 && weights.size(0) != 1) {
      throw new ShapeException(
          view
              + ": the weights "
              + weights.shapeString()
              + " are of a batch of "
              + weights.size(0)
              + " sequences; a view shows one.\n  Did you mean weights.get(0)?");
    }
    if (weights.rank() < 2 || weights.rank() > 4) {
      throw new ShapeException(
          view
              + ": a layer has weights (H, T, S) or (1, H, T, S), but the shape is "
              + weights.shapeString()
              + ".");
    }
    Tensor single = weights.detach();
    if (single.rank() == 2) {
      return single.unsqueeze(0);
    }
    return single.rank() == 4 ? single.get(0) : single;
  }

  int layers() {
    return values.size(0);
  }

  int heads() {
    return values.size(1);
  }

  int queries() {
    return values.size(2);
  }

  int keys() {
    return values.size(3);
  }

  /** The matrix of one head. */
  Tensor head(int layer, int head) {
    return values.get(layer).get(head);
  }

  double greatest() {
    double greatest = 0;
    for (float value : values.toArray()) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  /** Thousandths, in the order of the tensor: three digits are what a reader takes in. */
  List<Integer> thousandths() {
    float[] all = values.toArray();
    List<Integer> rounded = new ArrayList<>(all.length);
    for (float value : all) {
      rounded.add(Math.round(1000 * value));
    }
    return rounded;
  }

  /** Which layer and head, where there are several. */
  String name(int layer, int head) {
    return (layers() > 1 ? "layer " + layer + ", " : "") + "head " + head;
  }

  private static void requireLegible(String view, Tensor values) {
    String shape = values.shapeString();
    if (values.numel() == 0) {
      throw new ShapeException(view + ": weights " + shape + " (L, H, T, S) have no numbers.");
    }
    int longest = Math.max(values.size(2), values.size(3));
    if (longest > MOST_TOKENS) {
      throw new IllegalArgumentException(
          view
              + ": "
              + longest
              + " tokens on an axis; up to "
              + MOST_TOKENS
              + " are legible. Weights are "
              + shape
              + " (L, H, T, S).\n  Show fewer tokens, such as a part of the text.");
    }
    if (values.numel() > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          view
              + ": weights "
              + shape
              + " (L, H, T, S) are "
              + values.numel()
              + " numbers; a view holds up to "
              + MOST_NUMBERS
              + ".\n  Show fewer tokens, or fewer layers or heads, such as slice(0, 0, 2).");
    }
  }

  private static void requireWeights(String view, Tensor values) {
    float[] all = values.toArray();
    int keys = values.size(3);
    for (int row = 0; row < all.length / keys; row++) {
      double sum = 0;
      boolean empty = true;
      for (int j = 0; j < keys; j++) {
        float weight = all[row * keys + j];
        if (!(weight >= 0)) {
          throw notWeights(view, values, row, "holds " + weight);
        }
        sum += weight;
        empty &= weight == 0;
      }
      if (!empty && Math.abs(sum - 1) > TOLERANCE) {
        throw notWeights(view, values, row, String.format(Locale.ROOT, "sums to %.4f", sum));
      }
    }
  }

  private static IllegalArgumentException notWeights(
      String view, Tensor values, int row, String found) {
    int queries = values.size(2);
    int heads = values.size(1);
    return new IllegalArgumentException(
        view
            + ": row "
            + row % queries
            + " of layer "
            + row / queries / heads
            + ", head "
            + row / queries % heads
            + " "
            + found
            + "; a row of weights has no negative number and sums to 1, or is zero throughout.\n"
            + "  Did you give scores, from before the softmax? Or was dropout on?");
  }
}
