package org.attentionlab.numerics;

/** Bahdanau's scores, where a small network looks at every pair of query and key. */
public interface ScoreKernels {

  /**
   * The scores of every query of a sequence for every key of it.
   *
   * <pre>
   * t_bijd = tanh(q_bid + k_bjd)
   * s_bij  = sum_d v_d t_bijd
   * </pre>
   *
   * <p>Bahdanau et al. (2015), "Neural Machine Translation by Jointly Learning to Align and
   * Translate", appendix A.1.2.
   *
   * @param batch B
   * @param queries T
   * @param keys S
   * @param hidden width of the network
   * @param q projected queries (B, T, hidden)
   * @param qAt where q begins
   * @param k projected keys (B, S, hidden)
   * @param kAt where k begins
   * @param v vector (hidden)
   * @param vAt where v begins
   * @param tanh result t (B, T, S, hidden), for the backward
   * @param tanhAt where tanh begins
   * @param scores result s (B, T, S)
   * @param scoresAt where scores begins
   */
  void additiveScores(
      int batch,
      int queries,
      int keys,
      int hidden,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] tanh,
      int tanhAt,
      float[] scores,
      int scoresAt);

  /**
   * The backward of {@link #additiveScores}; <b>adds</b> to all three gradients.
   *
   * <pre>
   * dz_bijd = g_bij v_d (1 - t_bijd^2)
   * dq_bid += sum_j dz_bijd,   dk_bjd += sum_i dz_bijd,   dv_d += sum_bij g_bij t_bijd
   * </pre>
   *
   * @param batch B
   * @param queries T
   * @param keys S
   * @param hidden width of the network
   * @param v vector (hidden)
   * @param vAt where v begins
   * @param tanh result of the forward (B, T, S, hidden)
   * @param tanhAt where tanh begins
   * @param g gradient of the scores (B, T, S)
   * @param gAt where g begins
   * @param dq gradient of q (B, T, hidden)
   * @param dqAt where dq begins
   * @param dk gradient of k (B, S, hidden)
   * @param dkAt where dk begins
   * @param dv gradient of v (hidden)
   * @param dvAt where dv begins
   */
  void additiveScoresBackward(
      int batch,
      int queries,
      int keys,
      int hidden,
      float[] v,
      int vAt,
      float[] tanh,
      int tanhAt,
      float[] g,
      int gAt,
      float[] dq,
      int dqAt,
      float[] dk,
      int dkAt,
      float[] dv,
      int dvAt);
}
