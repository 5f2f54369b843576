package org.attentionlab.recurrent;

import java.util.List;
import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * A step with a memory of its own, which three gates write, keep and show.
 *
 * <pre>
 * i  = sigmoid(W_i x + b_i + U_i h + c_i)          what is written
 * f  = sigmoid(W_f x + b_f + U_f h + c_f)          what is kept
 * g  = tanh(W_g x + b_g + U_g h + c_g)             candidate
 * o  = sigmoid(W_o x + b_o + U_o h + c_o)          what is shown
 * c' = f c + i g
 * h' = o tanh(c')
 * </pre>
 *
 * <p>Hochreiter and Schmidhuber (1997), "Long Short-Term Memory", with the forget gate of Gers,
 * Schmidhuber and Cummins (2000). The gates stand in the order i, f, g, o; a state holds h and c
 * side by side.
 */
public final class LstmCell extends RecurrentCell {

  /**
   * The state.
   *
   * @param h what other layers see (B, dHidden)
   * @param c the memory (B, dHidden)
   */
  public record State(Tensor h, Tensor c) {}

  /**
   * With random first weights.
   *
   * @param rng where they come from
   * @param dIn width of the input
   * @param dHidden width of h and of c
   * @throws IllegalArgumentException if a width is below 1
   */
  public LstmCell(RandomGenerator rng, int dIn, int dHidden) {
    super(rng, dIn, dHidden, 4);
  }

  /**
   * One step.
   *
   * @param x (B, dIn)
   * @param before h and c (B, dHidden)
   * @return h' and c' (B, dHidden)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public State forward(Tensor x, State before) {
    requireStep("LstmCell", x, before.h());
    requireStep("LstmCell", x, before.c());
    return step(project(x), before);
  }

  private State step(Tensor projected, State before) {
    Tensor all = projected.add(hidden().forward(before.h())); // (B, 4 dHidden)
    Tensor i = gate(all, 0).sigmoid(); // (B, dHidden)
    Tensor f = gate(all, 1).sigmoid(); // (B, dHidden)
    Tensor g = gate(all, 2).tanh(); // (B, dHidden)
    Tensor o = gate(all, 3).sigmoid(); // (B, dHidden)
    Tensor c = f.mul(before.c()).add(i.mul(g)); // (B, dHidden)
    return new State(o.mul(c.tanh()), c);
  }

  @Override
  public Tensor step(Tensor projected, Tensor state) {
    requireProjected("LstmCell", projected, state);
    State after = step(projected, new State(output(state), memory(state)));
    return Tensor.concat(-1, List.of(after.h(), after.c())); // (B, 2 dHidden)
  }

  @Override
  public Tensor output(Tensor state) {
    requireState("LstmCell", state);
    return gate(state, 0);
  }

  /**
   * The part of a state that only the cell sees.
   *
   * @param state h and c side by side (B, 2 dHidden)
   * @return c (B, dHidden)
   * @throws org.attentionlab.tensor.ShapeException if it is no such state
   */
  public Tensor memory(Tensor state) {
    requireState("LstmCell", state);
    return gate(state, 1);
  }

  @Override
  public int width() {
    return 2 * dHidden();
  }
}
