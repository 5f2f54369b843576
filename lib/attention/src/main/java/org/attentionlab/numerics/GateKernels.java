package org.attentionlab.numerics;

/**
 * The gates of recurrent cells, one step of a whole batch at a time.
 *
 * <p>B sequences, H hidden numbers. {@code xGates} is what the input contributes and {@code hGates}
 * what the last state contributes, both with their biases. Arrays with an {@code ld} may be slices
 * at one time step of a (B, T, ...) array; the others have no gaps.
 */
public interface GateKernels {

  /**
   * A step of the gated recurrent unit; blocks of the gates in the order reset, update, new.
   *
   * <pre>
   * r = sigmoid(xGates_r + hGates_r)
   * z = sigmoid(xGates_z + hGates_z)
   * n = tanh(xGates_n + r hGates_n)
   * next = (1 - z) n + z h
   * </pre>
   *
   * <p>Cho et al. (2014), "Learning Phrase Representations using RNN Encoder-Decoder", section 2.3,
   * with the reset gate behind the product, as PyTorch has it.
   *
   * @param rows B
   * @param hidden H
   * @param xGates input's share (B, 3H)
   * @param xGatesAt where xGates begins
   * @param ldx elements from one row of xGates to the next
   * @param hGates state's share (B, 3H)
   * @param hGatesAt where hGates begins
   * @param h last state (B, H)
   * @param hAt where h begins
   * @param ldh elements from one row of h to the next
   * @param gates result r, z, n (B, 3H), for the backward
   * @param gatesAt where gates begins
   * @param next result (B, H)
   * @param nextAt where next begins
   * @param ldNext elements from one row of next to the next
   */
  void gru(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] gates,
      int gatesAt,
      float[] next,
      int nextAt,
      int ldNext);

  /**
   * The backward of {@link #gru}. <b>Sets</b> dxGates and dhGates, which go straight into products;
   * <b>adds</b> to dh what does not pass through hGates.
   *
   * <pre>
   * dn = g (1 - z) (1 - n^2),   dz = g (h - n) z (1 - z),   dr = dn hGates_n r (1 - r)
   * dxGates = (dr, dz, dn),   dhGates = (dr, dz, r dn),   dh += g z
   * </pre>
   *
   * @param rows B
   * @param hidden H
   * @param gates result of the forward (B, 3H)
   * @param gatesAt where gates begins
   * @param hGates state's share (B, 3H), as in the forward
   * @param hGatesAt where hGates begins
   * @param h last state (B, H)
   * @param hAt where h begins
   * @param ldh elements from one row of h to the next
   * @param g gradient of next (B, H)
   * @param gAt where g begins
   * @param dxGates gradient of xGates (B, 3H), set
   * @param dxGatesAt where dxGates begins
   * @param lddx elements from one row of dxGates to the next
   * @param dhGates gradient of hGates (B, 3H), set
   * @param dhGatesAt where dhGates begins
   * @param dh gradient of h (B, H), added to
   * @param dhAt where dh begins
   */
  void gruBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] g,
      int gAt,
      float[] dxGates,
      int dxGatesAt,
      int lddx,
      float[] dhGates,
      int dhGatesAt,
      float[] dh,
      int dhAt);

  /**
   * A step of the long short-term memory; blocks of the gates in the order input, forget, cell,
   * output.
   *
   * <pre>
   * i, f, o = sigmoid(xGates + hGates),   u = tanh(xGates + hGates)
   * nextCell = f cell + i u
   * next = o tanh(nextCell)
   * </pre>
   *
   * <p>Hochreiter and Schmidhuber (1997), "Long Short-Term Memory", with Gers et al.'s forget gate.
   *
   * @param rows B
   * @param hidden H
   * @param xGates input's share (B, 4H)
   * @param xGatesAt where xGates begins
   * @param ldx elements from one row of xGates to the next
   * @param hGates state's share (B, 4H)
   * @param hGatesAt where hGates begins
   * @param cell last cell (B, H)
   * @param cellAt where cell begins
   * @param gates result i, f, u, o (B, 4H), for the backward
   * @param gatesAt where gates begins
   * @param nextCell result (B, H)
   * @param nextCellAt where nextCell begins
   * @param next result (B, H)
   * @param nextAt where next begins
   * @param ldNext elements from one row of next to the next
   */
  void lstm(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] cell,
      int cellAt,
      float[] gates,
      int gatesAt,
      float[] nextCell,
      int nextCellAt,
      float[] next,
      int nextAt,
      int ldNext);

  /**
   * The backward of {@link #lstm}. <b>Sets</b> dGates, the gradient of xGates and of hGates alike;
   * turns dCell from the gradient of nextCell into that of cell.
   *
   * <pre>
   * t = tanh(nextCell),   c = dCell + g o (1 - t^2)
   * dGates = (c u i (1 - i), c cell f (1 - f), c i (1 - u^2), g t o (1 - o)),   dCell = c f
   * </pre>
   *
   * @param rows B
   * @param hidden H
   * @param gates result of the forward (B, 4H)
   * @param gatesAt where gates begins
   * @param cell last cell (B, H)
   * @param cellAt where cell begins
   * @param nextCell result of the forward (B, H)
   * @param nextCellAt where nextCell begins
   * @param g gradient of next (B, H)
   * @param gAt where g begins
   * @param dGates gradient of the gates' sums (B, 4H), set
   * @param dGatesAt where dGates begins
   * @param lddg elements from one row of dGates to the next
   * @param dCell gradient of nextCell (B, H), turned into that of cell
   * @param dCellAt where dCell begins
   */
  void lstmBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] cell,
      int cellAt,
      float[] nextCell,
      int nextCellAt,
      float[] g,
      int gAt,
      float[] dGates,
      int dGatesAt,
      int lddg,
      float[] dCell,
      int dCellAt);
}
