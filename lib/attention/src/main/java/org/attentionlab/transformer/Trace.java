package org.attentionlab.transformer;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.tensor.Tensor;

/**
 * Keeps what a model does on its way to the result, if someone wants to see it; the {@link #off()}
 * trace keeps nothing and costs nothing.
 *
 * <pre>
 * var trace = Trace.on();
 * encoder.forward(x, mask, trace);
 * trace.attentions().get(2)              // of the third layer, (B, H, T, T)
 * </pre>
 */
public final class Trace {
  private static final Trace OFF = new Trace(false);

  private final boolean on;
  private final List<Tensor> states = new ArrayList<>();
  private final List<Tensor> attentions = new ArrayList<>();
  private final List<Tensor> crossAttentions = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  /**
   * A trace that keeps everything.
   *
   * @return an empty trace
   */
  public static Trace on() {
    return new Trace(true);
  }

  /**
   * A trace that keeps nothing.
   *
   * @return the trace
   */
  public static Trace off() {
    return OFF;
  }

  /** Self-attention, whose weights are kept. */
  Tensor attend(MultiHeadAttention attention, Tensor x, Mask mask) {
    return attend(attention, x, x, mask, attentions);
  }

  /** Cross-attention, whose weights are kept. */
  Tensor cross(MultiHeadAttention attention, Tensor queries, Memory memory) {
    return attend(attention, queries, memory.states(), memory.mask(), crossAttentions);
  }

  private Tensor attend(
      MultiHeadAttention attention, Tensor queries, Tensor keys, Mask mask, List<Tensor> kept) {
    if (!on) {
      return attention.attend(queries, keys, keys, mask);
    }
    AttentionResult result = attention.forward(queries, keys, keys, mask);
    kept.add(result.weights());
    return result.output();
  }

  /** A state between layers, which is kept. */
  Tensor keep(Tensor state) {
    if (on) {
      states.add(state);
    }
    return state;
  }

  /**
   * The states: what entered the first layer, then what left each.
   *
   * @return tensors (B, T, dModel), one more than layers; none if the trace is off
   */
  public List<Tensor> states() {
    return List.copyOf(states);
  }

  /**
   * The weights of self-attention.
   *
   * @return tensors (B, H, T, T), one for each layer; none if the trace is off
   */
  public List<Tensor> attentions() {
    return List.copyOf(attentions);
  }

  /**
   * The weights of cross-attention, from a decoder to what its encoder read.
   *
   * @return tensors (B, H, T, S), one for each layer; none if the trace is off
   */
  public List<Tensor> crossAttentions() {
    return List.copyOf(crossAttentions);
  }
}
