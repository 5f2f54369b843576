package org.attentionlab.numerics;

/**
 * Scaled dot-product attention tile by tile, never holding the T x S scores: memory grows with T +
 * S, not with their product.
 *
 * <p>Dao et al. (2022), "FlashAttention: Fast and Memory-Efficient Exact Attention with
 * IO-Awareness", algorithms 1 and 4.
 */
public interface AttentionKernels {

  /**
   * The forward.
   *
   * <pre>
   * scores = scale q k^T,   minus infinity where hidden
   * out = softmax(scores) v,   logSumExp_i = log sum_j exp(scores_ij)
   * </pre>
   *
   * <p>A query that sees nothing gets an output of zero and a logSumExp of minus infinity.
   *
   * @param shape sizes, masks and layouts
   * @param q queries (B, H, T, dK)
   * @param qAt where q begins
   * @param k keys (B, H, S, dK)
   * @param kAt where k begins
   * @param v values (B, H, S, dV)
   * @param vAt where v begins
   * @param out result (B, H, T, dV)
   * @param outAt where out begins
   * @param logSumExp result (B, H, T), for the backward
   * @param logSumExpAt where logSumExp begins
   */
  void attention(
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
      int logSumExpAt);

  /**
   * The backward, which computes the weights again instead of remembering them. <b>Adds</b> to the
   * gradients. Gradients lie as what they are gradients of.
   *
   * <pre>
   * p_ij = exp(scores_ij - logSumExp_i),   D_i = sum_d g_id out_id
   * dv += p^T g,   ds = scale p (g v^T - D),   dq += ds k,   dk += ds^T q
   * </pre>
   *
   * @param shape as in the forward
   * @param q queries (B, H, T, dK)
   * @param qAt where q begins
   * @param k keys (B, H, S, dK)
   * @param kAt where k begins
   * @param v values (B, H, S, dV)
   * @param vAt where v begins
   * @param out result of the forward (B, H, T, dV)
   * @param outAt where out begins
   * @param logSumExp result of the forward (B, H, T)
   * @param logSumExpAt where logSumExp begins
   * @param g gradient of out (B, H, T, dV)
   * @param gAt where g begins
   * @param dq gradient of q, added to
   * @param dqAt where dq begins
   * @param dk gradient of k, added to
   * @param dkAt where dk begins
   * @param dv gradient of v, added to
   * @param dvAt where dv begins
   */
  void attentionBackward(
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
      int dvAt);
}
