package org.attentionlab.tensor;

/** An operation on the tape: its result, its inputs and its backward. */
final class Node {
  private static final Tensor[] NONE = {};

  final Tensor result;

  /** When it was recorded, on the clock of {@link Autograd#now()}. */
  final long birth = Autograd.now();

  Tensor[] inputs;

  /** Null once it ran: what it holds is let go. */
  Autograd.Backward backward;

  // What a sweep notes: its number, how many inputs it has followed, and the node to go on with.
  long sweep;
  int followed;
  Node link;

  Node(Tensor result, Tensor[] inputs, Autograd.Backward backward) {
    this.result = result;
    this.inputs = inputs;
    this.backward = backward;
  }

  boolean isFree() {
    return backward == null;
  }

  void free() {
    inputs = NONE;
    backward = null;
  }
}
