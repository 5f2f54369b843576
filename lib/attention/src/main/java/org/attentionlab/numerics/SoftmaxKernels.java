package org.attentionlab.numerics;

/**
 * Softmax over rows of scores, under masks, and what belongs to it.
 *
 * <p>A matrix (rows, n) has element (i, j) at {@code at + i * ld + j}. A mask is true where a query
 * may attend. A row that may attend to nothing, or has only minus infinity to choose from, gives
 * zeros; NaN or plus infinity among the visible scores gives NaN. Results may be written over their
 * inputs. Backward kernels <b>add</b> to the gradient of the input.
 */
public interface SoftmaxKernels {

  /**
   * Turns each row of scores into positive weights that sum to 1.
   *
   * <pre>y_ij = exp(scale x_ij - m_i) / sum_j exp(scale x_ij - m_i),   m_i = max_j scale x_ij</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param scale factor of the scores, such as 1 / sqrt(dK)
   * @param x scores (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y weights (rows, n)
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   */
  void softmaxRows(
      int rows, int n, float scale, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy);

  /**
   * Softmax where each row sees only what a mask allows. A row that gives NaN gives it in the
   * hidden places too.
   *
   * @param rows number of rows
   * @param n length of a row
   * @param scale factor of the scores
   * @param mask true where a query may attend
   * @param maskAt where the mask begins
   * @param ldMask elements from the mask of one row to that of the next; 0 where all rows share one
   * @param x scores (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y weights (rows, n), zero where hidden
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   */
  void softmaxRowsMasked(
      int rows,
      int n,
      float scale,
      boolean[] mask,
      int maskAt,
      int ldMask,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy);

  /**
   * Softmax where each query sees the keys up to its own place. Row r is query {@code r % queries},
   * so several heads may lie below each other; query i sees keys 0 to i + shift.
   *
   * @param rows number of rows, a multiple of queries
   * @param n keys, the length of a row
   * @param queries queries of one head
   * @param shift how many keys stand before the first query: 0, or the length of a cache
   * @param scale factor of the scores
   * @param x scores (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y weights (rows, n), zero where hidden
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   */
  void softmaxRowsCausal(
      int rows,
      int n,
      int queries,
      int shift,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy);

  /**
   * Softmax where the keys behind a sequence's length are padding. Row r belongs to sequence {@code
   * r / rowsPerLength} and sees its first {@code lengths[lengthsAt + r / rowsPerLength]} keys.
   *
   * @param rows number of rows
   * @param n keys, the length of a row
   * @param lengths number of real keys of each sequence, 0 to n
   * @param lengthsAt where lengths begin
   * @param rowsPerLength rows of one sequence: heads times queries
   * @param scale factor of the scores
   * @param x scores (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y weights (rows, n), zero where hidden
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   */
  void softmaxRowsWithin(
      int rows,
      int n,
      int[] lengths,
      int lengthsAt,
      int rowsPerLength,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy);

  /**
   * The backward of any of the four: a hidden score has weight zero and gets no gradient.
   *
   * <pre>dx_ij += scale y_ij (g_ij - sum_j g_ij y_ij)</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param scale factor that the forward gave the scores
   * @param y weights (rows, n)
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   * @param g gradient of the weights (rows, n)
   * @param gAt where g begins
   * @param ldg elements from one row of g to the next
   * @param dx gradient of the scores (rows, n), added to
   * @param dxAt where dx begins
   * @param lddx elements from one row of dx to the next
   */
  void softmaxRowsBackward(
      int rows,
      int n,
      float scale,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx);

  /**
   * The logarithm of the sum of exponentials of each row; minus infinity where all are.
   *
   * <pre>out_i = m_i + log sum_j exp(x_ij - m_i),   m_i = max_j x_ij</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param out result (rows)
   * @param outAt where out begins
   */
  void logSumExpRows(int rows, int n, float[] x, int xAt, int ldx, float[] out, int outAt);

  /**
   * The logarithm of the softmax; minus infinity where a whole row is.
   *
   * <pre>y_ij = x_ij - logSumExp_i</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y result (rows, n)
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   */
  void logSoftmaxRows(int rows, int n, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy);

  /**
   * The backward of {@link #logSoftmaxRows}.
   *
   * <pre>dx_ij += g_ij - exp(y_ij) sum_j g_ij</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param y result of the forward (rows, n)
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   * @param g gradient of the result (rows, n)
   * @param gAt where g begins
   * @param ldg elements from one row of g to the next
   * @param dx gradient of the input (rows, n), added to
   * @param dxAt where dx begins
   * @param lddx elements from one row of dx to the next
   */
  void logSoftmaxRowsBackward(
      int rows,
      int n,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx);

  /**
   * The cross-entropy of each row of logits against the class that is right, and what its backward
   * needs. A negative target marks a row that does not count: its loss is 0.
   *
   * <pre>loss_i = lse_i - (1 - smoothing) x_i,target - smoothing mean_j x_ij</pre>
   *
   * @param rows number of rows
   * @param n number of classes
   * @param smoothing share of the target that is spread over all classes, 0 to 1
   * @param x logits (rows, n), rows without a gap
   * @param xAt where x begins
   * @param targets the right class of each row, below n; negative where the row does not count
   * @param targetsAt where targets begin
   * @param losses result (rows)
   * @param lossesAt where losses begin
   * @param logSumExp result (rows), for the backward
   * @param logSumExpAt where logSumExp begins
   */
  void crossEntropyRows(
      int rows,
      int n,
      float smoothing,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] losses,
      int lossesAt,
      float[] logSumExp,
      int logSumExpAt);

  /**
   * The backward of {@link #crossEntropyRows}, all rows with the same weight.
   *
   * <pre>dx_ij += weight (exp(x_ij - lse_i) - (1 - smoothing) [j = target_i] - smoothing / n)</pre>
   *
   * @param rows number of rows
   * @param n number of classes
   * @param smoothing as in the forward
   * @param weight gradient of each row's loss: that of the result, over the number of rows for a
   *     mean
   * @param x logits (rows, n), rows without a gap
   * @param xAt where x begins
   * @param targets as in the forward
   * @param targetsAt where targets begin
   * @param logSumExp result of the forward (rows)
   * @param logSumExpAt where logSumExp begins
   * @param dx gradient of the logits (rows, n), added to
   * @param dxAt where dx begins
   */
  void crossEntropyRowsBackward(
      int rows,
      int n,
      float smoothing,
      float weight,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] logSumExp,
      int logSumExpAt,
      float[] dx,
      int dxAt);
}
