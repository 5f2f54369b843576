package org.attentionlab.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/** Layers of cells on top of each other, in one direction or both: what GRU and LSTM share. */
abstract class RecurrentStack<C extends RecurrentCell> extends Layer {
  private final List<C> forwards;
  private final List<C> backwards;
  private final Dropout dropout;

  /** Makes the cell of a layer. */
  @FunctionalInterface
  interface Maker<C> {
    C make(RandomGenerator rng, int dIn, int dHidden);
  }

  /** The states of the uppermost layer, and the whole last states of all. */
  record Pass(Tensor states, List<Tensor> last) {}

  RecurrentStack(RandomGenerator rng, RecurrentConfig config, Maker<C> maker) {
    List<C> there = new ArrayList<>();
    List<C> back = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      int dIn = layer == 0 ? config.dIn() : config.dOut();
      there.add(maker.make(rng, dIn, config.dHidden()));
      if (config.bidirectional()) {
        back.add(maker.make(rng, dIn, config.dHidden()));
      }
    }
    this.forwards = children("forwards", there);
    this.backwards = children("backwards", back);
    this.dropout = child("dropout", new Dropout(rng, config.dropout()));
  }

  final Pass pass(Tensor x, int[] lengths) {
    Tensor states = x;
    List<Tensor> last = new ArrayList<>();
    for (int layer = 0; layer < forwards.size(); layer++) {
      Tensor input = layer == 0 ? states : dropout.forward(states);
      Scan there = Scan.run(forwards.get(layer), input, lengths, false);
      states = there.states(); // (B, T, dHidden)
      last.add(there.last());
      if (!backwards.isEmpty()) {
        Scan back = Scan.run(backwards.get(layer), input, lengths, true);
        states = Tensor.concat(-1, List.of(states, back.states())); // (B, T, 2 dHidden)
        last.add(back.last());
      }
    }
    return new Pass(states, last);
  }

  /** Every sequence as long as the batch. */
  static int[] fullLengths(Tensor x) {
    int[] lengths = new int[x.rank() == 0 ? 0 : x.size(0)];
    Arrays.fill(lengths, x.rank() > 1 ? x.size(1) : 0);
    return lengths;
  }

  /**
   * The cells that read from the start.
   *
   * @return one for each layer, from below
   */
  public final List<C> forwards() {
    return forwards;
  }

  /**
   * The cells that read from the end.
   *
   * @return one for each layer, from below, or none
   */
  public final List<C> backwards() {
    return backwards;
  }
}
