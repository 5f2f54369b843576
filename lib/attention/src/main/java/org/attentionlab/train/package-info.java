/**
 * Learning: optimisers, schedules, clipping, the loop of a training and what feeds it.
 *
 * <p>Reading order: {@link org.attentionlab.train.Optimizer} with {@link
 * org.attentionlab.train.Sgd} and {@link org.attentionlab.train.Adam}, {@link
 * org.attentionlab.train.Schedule}, {@link org.attentionlab.train.Clipping}, then {@link
 * org.attentionlab.train.Trainer} with {@link org.attentionlab.train.Batches} and {@link
 * org.attentionlab.train.History}; {@link org.attentionlab.train.MaskedWords} for BERT.
 */
package org.attentionlab.train;
