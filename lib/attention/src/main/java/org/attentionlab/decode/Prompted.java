package org.attentionlab.decode;

import java.util.Arrays;
import org.attentionlab.transformer.Gpt;

/** A language model that has beginnings to read before it writes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Prompted(Gpt model, int[][] beginnings) implements NextToken {

  @Override
  public Next next(int[] tokens) {
    if (tokens.length != beginnings.length) {
      throw new IllegalArgumentException(
          "next: " + tokens.length + " tokens for " + beginnings.length + " beginnings.");
    }
    int[][] ids = new int[tokens.length][];
    for (int b = 0; b < ids.length; b++) {
      int length = beginnings[b].length;
      ids[b] = new int[length + 1];
      ids[b][0] = tokens[b];
      System.arraycopy(beginnings[b], 0, ids[b], 1, length);
    }
    Gpt.Step step = model.step(ids, model.start());
    return new Next(step.logits(), Writers.writing(model, step.state()));
  }

  @Override
  public NextToken select(int... rows) {
    for (int row : rows) {
      if (row < 0 || row >= beginnings.length) {
        throw new IndexOutOfBoundsException(
            "select: beginning " + row + " is none of the " + beginnings.length + ".");
      }
    }
    return new Prompted(
        model, Arrays.stream(rows).mapToObj(row -> beginnings[row]).toArray(int[][]::new));
  }
}
