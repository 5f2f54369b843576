/**
 * Attention: a weighted mean of values, where the weights say how well a query fits each key.
 *
 * <p>Queries are (..., T, dQ), keys (..., S, dK), values (..., S, dV); scores and weights are (...,
 * T, S), the output (..., T, dV). The axes in front, such as batch B and heads H, broadcast. Scores
 * are before the softmax, weights after it.
 *
 * <p>Reading order: {@link org.attentionlab.attention.Attention}, {@link
 * org.attentionlab.attention.ScoreFunction} with {@link org.attentionlab.attention.GeneralScore}
 * and {@link org.attentionlab.attention.AdditiveScore}, {@link org.attentionlab.attention.Mask}
 * with {@link org.attentionlab.attention.BlockSparse}, {@link
 * org.attentionlab.attention.AdditiveAttention}, {@link
 * org.attentionlab.attention.MultiHeadAttention} with {@link
 * org.attentionlab.attention.MultiHeadConfig}, {@link org.attentionlab.attention.KeyValueCache} and
 * {@link org.attentionlab.attention.AttentionPosition}.
 */
package org.attentionlab.attention;
