package org.attentionlab.tensor;

/** Choosing by number: rows of a table by ids, and the loss that asks for one class of many. */
public sealed interface SelectionOps permits Tensor {

  /**
   * Looks up rows of this table, as an embedding of token ids does.
   *
   * <pre>y_t = x_(ids_t),   dx_i = sum of g_t over all t with ids_t = i</pre>
   *
   * @param ids T row numbers, each from 0 to V - 1, where this table is (V, d); copied
   * @return a tensor (T, d)
   * @throws ShapeException if this is not a matrix
   * @throws IndexOutOfBoundsException if an id lies outside of the table
   */
  default Tensor lookup(int[] ids) {
    return Lookup.rows((Tensor) this, ids.clone(), ids.length);
  }

  /**
   * Looks up rows of this table for a batch of sequences.
   *
   * @param ids B sequences of T row numbers, each from 0 to V - 1, where this table is (V, d);
   *     copied
   * @return a tensor (B, T, d)
   * @throws ShapeException if this is not a matrix, or the sequences differ in length
   * @throws IndexOutOfBoundsException if an id lies outside of the table
   * @see #lookup(int[])
   */
  default Tensor lookup(int[][] ids) {
    int length = Ids.length("lookup", ids);
    return Lookup.rows((Tensor) this, Ids.flat("lookup", ids), ids.length, length);
  }

  /**
   * The mean cross-entropy of these logits; for an ignored index, label smoothing or a sum see
   * {@link CrossEntropy}.
   *
   * <pre>L = -1/N sum_n log softmax(x_n)_(t_n)</pre>
   *
   * @param targets t, N classes, each from 0 to C - 1, where these logits are (N, C)
   * @return a tensor ()
   * @throws ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a target is not a class
   */
  default Tensor crossEntropy(int[] targets) {
    return CrossEntropy.mean().loss((Tensor) this, targets);
  }

  /**
   * The mean cross-entropy of these logits.
   *
   * @param targets B sequences of T classes, each from 0 to C - 1, where these logits are (B, T, C)
   * @return a tensor ()
   * @throws ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a target is not a class
   * @see #crossEntropy(int[])
   */
  default Tensor crossEntropy(int[][] targets) {
    return CrossEntropy.mean().loss((Tensor) this, targets);
  }
}
