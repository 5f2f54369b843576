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

  /**
   * Picks elements along an axis, other ones for each position of the other axes. To pick the same
   * ones everywhere see {@link PickingOps#take}.
   *
   * <pre>y_nm = x_(n, i_nm),   dx_(n, i_nm) += g_nm     for the last axis</pre>
   *
   * <p>With one index for each position, {@code x.gather(-1, x.argmax(-1))} is the maximum.
   *
   * @param axis the axis; negative counts from the end
   * @param indices m indices into the axis for each position of the other axes, row by row as in
   *     the result
   * @return a tensor whose size at the axis is m
   * @throws ShapeException if there is no such axis, or the indices are not equally many for each
   *     position
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  default Tensor gather(int axis, int... indices) {
    Tensor x = (Tensor) this;
    int lanes = Lanes.of("gather", x.sizes(), axis).count();
    int each = lanes == 0 ? 0 : indices.length / lanes;
    if (each * lanes != indices.length) {
      throw new ShapeException(
          "gather: "
              + indices.length
              + " indices for the "
              + lanes
              + " positions that shape "
              + x.shapeString()
              + " has beside axis "
              + axis
              + "; give equally many for each.");
    }
    return Gathering.gather("gather", x, axis, each, indices);
  }

  /**
   * The k greatest numbers along an axis, the greatest first; NaN counts as greatest.
   *
   * @param k how many, from 0 to the size of the axis
   * @param axis the axis; negative counts from the end
   * @return the numbers, with k in place of the size of the axis, and where they stand
   * @throws ShapeException if there is no such axis, it has fewer than k, or k is negative
   */
  default TopK topK(int k, int axis) {
    Tensor x = (Tensor) this;
    Lanes lanes = Lanes.of("topK", x.sizes(), axis);
    if (k < 0 || k > lanes.length()) {
      throw new ShapeException(
          "topK: axis "
              + axis
              + " of shape "
              + x.shapeString()
              + " has "
              + lanes.length()
              + " elements, of which "
              + k
              + " cannot be picked.");
    }
    int[] indices = TopK.find(x.data(), lanes, k);
    return new TopK(Gathering.gather("topK", x, axis, k, indices), indices);
  }
}
