package org.attentionlab.display.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.tensor.TopK;

/** What is known of the steps beside the weights. */
final class AlignmentNumbers {
  /** Of a vector this many numbers are shown. */
  private static final int SHOWN = 4;

  private static final int BEST = 3;

  private final Weights weights;
  private final Map<String, Object> data = new LinkedHashMap<>();

  AlignmentNumbers(Weights weights) {
    this.weights = weights;
  }

  Map<String, Object> data() {
    return data;
  }

  void scores(Tensor scores) {
    require("scores", scores, "(T, S)", weights.queries(), weights.keys());
    data.put("scores", Vectors.rows(scores));
  }

  void states(Tensor encoder, Tensor decoder) {
    require("states of the encoder", encoder, "(S, dSource)", weights.keys(), -1);
    require("states of the decoder", decoder, "(T + 1, dHidden)", weights.queries() + 1, -1);
    Tensor contexts = weights.head(0, 0).matmul(encoder.detach()); // (T, dSource)
    data.put("keys", Vectors.beginnings(encoder, SHOWN));
    data.put("keyWidth", encoder.size(1));
    data.put("contexts", Vectors.beginnings(contexts, SHOWN));
    data.put("states", Vectors.beginnings(decoder, SHOWN));
    data.put("stateWidth", decoder.size(1));
  }

  void predictions(Tensor logits, List<String> vocabulary) {
    require("predictions", logits, "(T, V)", weights.queries(), vocabulary.size());
    TopK best = logits.detach().softmax(-1).topK(Math.min(BEST, vocabulary.size()), -1);
    List<List<List<Object>>> steps = new ArrayList<>();
    int width = best.values().size(1);
    for (int t = 0; t < weights.queries(); t++) {
      List<List<Object>> candidates = new ArrayList<>();
      for (int k = 0; k < width; k++) {
        String token = Tokens.visible(vocabulary.get(best.indices()[t * width + k]));
        candidates.add(List.of(token, best.values().at(t, k)));
      }
      steps.add(candidates);
    }
    data.put("best", steps);
  }

  /** Refuses a shape; a size below 0 may be any. */
  private void require(String what, Tensor given, String legend, int rows, int columns) {
    boolean fits =
        given.rank() == 2
            && given.size(0) == rows
            && (columns < 0 || given.size(1) == columns)
            && given.numel() > 0;
    if (!fits) {
      throw new ShapeException(
          "AlignmentStepper: the "
              + what
              + " are "
              + legend
              + ", here ("
              + rows
              + ", "
              + (columns < 0 ? "any width" : columns)
              + "), got "
              + given.shapeString()
              + "."
              + (given.rank() == 3 ? "\n  Did you mean one sequence of it, such as get(0)?" : ""));
    }
  }
}
