/**
 * Parts with learned numbers.
 *
 * <p>Reading order: {@link org.attentionlab.nn.Layer} (what has parameters), {@link
 * org.attentionlab.nn.Init} (where they start), {@link org.attentionlab.nn.Linear}, {@link
 * org.attentionlab.nn.Embedding}, {@link org.attentionlab.nn.LayerNorm} and {@link
 * org.attentionlab.nn.RmsNorm}, {@link org.attentionlab.nn.Activation}, {@link
 * org.attentionlab.nn.Dropout}, {@link org.attentionlab.nn.FeedForward}; beside them {@link
 * org.attentionlab.nn.Conv1d}, which sees a window where attention sees everything, and {@link
 * org.attentionlab.nn.TokenIds}, which checks what goes into a model.
 */
package org.attentionlab.nn;
