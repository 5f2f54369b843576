/**
 * The Transformer and its kin.
 *
 * <p>Reading order: {@link org.attentionlab.transformer.Residual}, {@link
 * org.attentionlab.transformer.EncoderLayer} and {@link org.attentionlab.transformer.DecoderLayer}
 * (the blocks of the paper's figure 1), {@link org.attentionlab.transformer.Encoder} and {@link
 * org.attentionlab.transformer.Decoder} (stacks of them).
 */
package org.attentionlab.transformer;
