package org.attentionlab.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** Takes a cell along a batch of sequences, forwards or backwards. */
final class Scan {
  private final Tensor states;
  private final Tensor last;

  private Scan(Tensor states, Tensor last) {
    this.states = states;
    this.last = last;
  }

  /**
   * Reads x (B, T, dIn). A step beyond the end of a sequence leaves its state as it is, and what is
   * seen of that step is zero; backwards, so, a sequence starts at its own end.
   */
  static Scan run(RecurrentCell cell, Tensor x, int[] lengths, boolean backwards) {
    check(cell, x, lengths);
    if (cell instanceof GruCell gru) {
      Tensor states = GruScan.run(gru.project(x), gru.hidden(), lengths, backwards);
      return new Scan(states, lastRead(states, lengths, backwards));
    }
    int steps = x.size(1);
    Tensor projected = cell.project(x).transpose(0, 1); // (T, B, gates dHidden)
    Tensor state = cell.start(x.size(0)); // (B, width)
    List<Tensor> seen = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int t = backwards ? steps - 1 - i : i;
      Tensor next = cell.step(projected.get(t), state);
      if (Arrays.stream(lengths).allMatch(length -> t < length)) {
        state = next;
        seen.add(cell.output(state));
      } else {
        Tensor real = real(lengths, t); // (B, 1)
        Tensor beyond = real.neg().add(1); // (B, 1)
        state = next.where(real, 0).add(state.where(beyond, 0)); // (B, width)
        seen.add(cell.output(state).where(real, 0)); // (B, dHidden)
      }
    }
    if (backwards) {
      Collections.reverse(seen);
    }
    return new Scan(Tensor.stack(1, seen), state); // (B, T, dHidden), (B, width)
  }

  /** Of states (B, T, dHidden) the ones that were computed last: (B, dHidden). */
  private static Tensor lastRead(Tensor states, int[] lengths, boolean backwards) {
    int batch = states.size(0);
    int steps = states.size(1);
    int[] rows = new int[batch];
    for (int b = 0; b < batch; b++) {
      // Past the end of a sequence states are zero, as the start is: so is one of an empty
      // sequence.
      rows[b] = b * steps + (backwards ? 0 : Math.max(0, lengths[b] - 1));
    }
    return states.reshape(batch * steps, states.size(2)).lookup(rows);
  }

  private static void check(RecurrentCell cell, Tensor x, int[] lengths) {
    boolean sequences = x.rank() == 3 && x.size(0) > 0 && x.size(1) > 0;
    if (!sequences || x.size(2) != cell.dIn() || x.size(0) != lengths.length) {
      throw new ShapeException(
          "recurrent: the input is (B, T, "
              + cell.dIn()
              + ") with B and T at least 1 and B lengths, got "
              + x.shapeString()
              + " and "
              + lengths.length
              + " lengths.");
    }
    for (int b = 0; b < lengths.length; b++) {
      if (lengths[b] < 0 || lengths[b] > x.size(1)) {
        throw new IllegalArgumentException(
            "recurrent: length "
                + lengths[b]
                + " of sequence "
                + b
                + " is not from 0 to "
                + x.size(1)
                + ".");
      }
    }
  }

  /** 1 for the sequences that have a step t, else 0. */
  private static Tensor real(int[] lengths, int t) {
    float[] real = new float[lengths.length];
    for (int b = 0; b < real.length; b++) {
      real[b] = t < lengths[b] ? 1 : 0;
    }
    return Tensor.of(real, real.length, 1);
  }

  /** What other layers see of every step (B, T, dHidden). */
  Tensor states() {
    return states;
  }

  /** The whole state after the last step that was read (B, width). */
  Tensor last() {
    return last;
  }
}
