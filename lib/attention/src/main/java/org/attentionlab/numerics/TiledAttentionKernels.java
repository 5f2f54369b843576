package org.attentionlab.numerics;

/**
 * Attention on one thread, and the two pieces of it that are not products.
 *
 * <p>A tile of scores stands on its side: a row per key, a column per query. Then the largest score
 * of a query is found by comparing whole rows, without ever adding up within a vector register. The
 * width of a tile is a multiple of {@link AttentionTile#COLUMNS}.
 */
interface TiledAttentionKernels extends AttentionKernels {

  /**
   * A step of the softmax that sees its scores block by block, for each column of a tile:
   *
   * <pre>
   * max' = max(max, max_r s_r),   correction = exp(max - max')
   * s_r = exp(s_r - max'),   sum' = correction sum + sum_r s_r
   * </pre>
   *
   * <p>A column with minus infinity alone gets zeros, and a correction of 1.
   *
   * @param count rows of s
   * @param width columns of s
   * @param s scores (count, width), turned into weights before their division by the sum
   * @param state max, sum and correction (3, width)
   */
  void softmaxColumns(int count, int width, float[] s, float[] state);

  /**
   * The weights of a tile again and the gradient of its scores:
   *
   * <pre>s_r = exp(s_r - logSumExp),   d_r = scale s_r (d_r - D)</pre>
   *
   * @param count rows of s and d
   * @param width columns of s and d
   * @param scale factor that the forward gave the scores
   * @param s scores (count, width), turned into weights
   * @param d gradient of the weights (count, width), turned into that of the scores
   * @param state logSumExp and D (2, width)
   */
  void scoreGradients(int count, int width, float scale, float[] s, float[] d, float[] state);

  @Override
  default void attention(
      AttentionShape shape,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] out,
      int outAt,
      float[] logSumExp,
      int logSumExpAt) {
    AttentionForward forward =
        new AttentionForward(
            (SerialNumerics) this,
            shape,
            q,
            qAt,
            k,
            kAt,
            v,
            vAt,
            out,
            outAt,
            logSumExp,
            logSumExpAt);
    forward.tiles(0, forward.tiles());
  }

  @Override
  default void attentionBackward(
      AttentionShape shape,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] out,
      int outAt,
      float[] logSumExp,
      int logSumExpAt,
      float[] g,
      int gAt,
      float[] dq,
      int dqAt,
      float[] dk,
      int dkAt,
      float[] dv,
      int dvAt) {
    new AttentionBackward(
            (SerialNumerics) this,
            shape,
            q,
            qAt,
            k,
            kAt,
            v,
            vAt,
            out,
            outAt,
            logSumExp,
            logSumExpAt,
            g,
            gAt,
            dq,
            dqAt,
            dk,
            dkAt,
            dv,
            dvAt)
        .run(1);
  }
}
