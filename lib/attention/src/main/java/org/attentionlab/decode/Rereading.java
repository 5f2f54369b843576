package org.attentionlab.decode;

import java.util.Arrays;
import java.util.function.Function;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** A model that reads all that was written at every step. */
final class Rereading implements NextToken {
  private final int[][] written;
  private final Function<int[][], Tensor> logits;

  Rereading(int[][] written, Function<int[][], Tensor> logits) {
    this.written = written;
    this.logits = logits;
  }

  @Override
  public Next next(int[] tokens) {
    if (tokens.length != written.length) {
      throw new IllegalArgumentException(
          "next: " + tokens.length + " tokens for " + written.length + " sequences.");
    }
    int[][] longer = new int[written.length][];
    for (int b = 0; b < longer.length; b++) {
      int length = written[b].length;
      longer[b] = Arrays.copyOf(written[b], length + 1);
      longer[b][length] = tokens[b];
    }
    Tensor all = logits.apply(longer); // (B, T, V)
    int last = written.length == 0 ? 0 : written[0].length;
    if (all.rank() != 3 || all.size(0) != longer.length || all.size(1) != last + 1) {
      throw new ShapeException(
          "next: the logits of "
              + longer.length
              + " sequences of "
              + (last + 1)
              + " tokens are ("
              + longer.length
              + ", "
              + (last + 1)
              + ", V), got "
              + all.shapeString()
              + ".");
    }
    return new Next(all.slice(1, last, last + 1).squeeze(1), new Rereading(longer, logits));
  }

  @Override
  public NextToken select(int... rows) {
    for (int row : rows) {
      if (row < 0 || row >= written.length) {
        throw new IndexOutOfBoundsException(
            "select: sequence " + row + " is none of the " + written.length + " of the batch.");
      }
    }
    int[][] picked = Arrays.stream(rows).mapToObj(row -> written[row]).toArray(int[][]::new);
    return new Rereading(picked, logits);
  }
}
