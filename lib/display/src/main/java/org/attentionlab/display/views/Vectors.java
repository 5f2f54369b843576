package org.attentionlab.display.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.tensor.Tensor;

/** Rows of a matrix as lists. */
final class Vectors {
  private Vectors() {}

  /** All the numbers of a matrix, row by row. */
  static List<List<Float>> rows(Tensor matrix) {
    return beginnings(matrix, matrix.size(1));
  }

  /** The first numbers of each row. */
  static List<List<Float>> beginnings(Tensor matrix, int most) {
    List<List<Float>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.size(0); i++) {
      List<Float> row = new ArrayList<>();
      for (int j = 0; j < Math.min(most, matrix.size(1)); j++) {
        row.add(matrix.at(i, j));
      }
      rows.add(row);
    }
    return rows;
  }

  /** How many decimals the numbers have, up to a bound. */
  static int decimals(Tensor matrix, int most) {
    int decimals = 0;
    for (float value : matrix.toArray()) {
      if (Float.isFinite(value)) {
        BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN);
        decimals = Math.max(decimals, rounded.stripTrailingZeros().scale());
      }
    }
    return decimals;
  }

  /** A row as text, with dots where it goes on. */
  static String text(List<Float> beginning, int width) {
    return beginning.stream()
        .map(value -> StillTable.number(value, 2))
        .collect(Collectors.joining(", ", "[", beginning.size() < width ? ", …]" : "]"));
  }
}
