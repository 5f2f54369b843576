package org.attentionlab.display.views;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.tensor.Tensor;

/** Weights in words. */
record HeadWords(Weights weights, List<String> rows, List<String> columns) {

  /** For each query of a head the key that it attends to most. */
  String describe(String label, int layer, int head) {
    boolean several = weights.layers() * weights.heads() > 1;
    return label
        + (several ? "\n" + weights.name(layer, head) : "")
        + IntStream.range(0, rows.size())
            .mapToObj(i -> "\n  " + rows.get(i) + strongest(weights.head(layer, head), i))
            .collect(Collectors.joining());
  }

  /** The strongest link of a head. */
  String strongestLink(int layer, int head) {
    Tensor matrix = weights.head(layer, head);
    int best = 0;
    for (int i = 1; i < rows.size(); i++) {
      best = greatest(matrix, i) > greatest(matrix, best) ? i : best;
    }
    return rows.get(best) + strongest(matrix, best);
  }

  private String strongest(Tensor matrix, int row) {
    int column = matrix.get(row).argmax(0)[0];
    float weight = matrix.at(row, column);
    return weight == 0
        ? " attends to nothing"
        : " → " + columns.get(column) + " " + StillTable.number(weight, 2);
  }

  private static float greatest(Tensor matrix, int row) {
    return matrix.at(row, matrix.get(row).argmax(0)[0]);
  }
}
