/**
 * How a model that sees its input as a set comes to know the order.
 *
 * <p>There are three places for it. {@link org.attentionlab.position.InputPosition} adds a vector
 * for each position to the embeddings: {@link org.attentionlab.position.Sinusoidal} and {@link
 * org.attentionlab.position.Learned}. The others are {@link
 * org.attentionlab.attention.AttentionPosition}s and enter into the attention of every layer: a
 * term for each score in {@link org.attentionlab.position.Relative}, {@link
 * org.attentionlab.position.T5Bias} and {@link org.attentionlab.position.Alibi}, a rotation of
 * queries and keys in {@link org.attentionlab.position.Rotary}. {@link
 * org.attentionlab.position.Positions} names one of them in the settings of a model.
 */
package org.attentionlab.position;
