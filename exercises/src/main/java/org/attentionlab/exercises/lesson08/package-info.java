/**
 * Lesson 08, blocks: what stands around attention in a layer. Layer normalisation, the residual
 * connection in its two orders, and the feed-forward network.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson08.LayerNormalization}, {@link
 * org.attentionlab.exercises.lesson08.ResidualBlock}, {@link
 * org.attentionlab.exercises.lesson08.FeedForwardNetwork}.
 */
package org.attentionlab.exercises.lesson08;
