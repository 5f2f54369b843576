/**
 * The Transformer and its kin.
 *
 * <p>Reading order: {@link org.attentionlab.transformer.Residual}, {@link
 * org.attentionlab.transformer.EncoderLayer} and {@link org.attentionlab.transformer.DecoderLayer}
 * (the blocks of the paper's figure 1), {@link org.attentionlab.transformer.Encoder} and {@link
 * org.attentionlab.transformer.Decoder} (stacks of them), {@link
 * org.attentionlab.transformer.Transformer} (from ids to logits), {@link
 * org.attentionlab.transformer.Tagger} (the smallest model around an encoder), {@link
 * org.attentionlab.transformer.Bert} with its heads and {@link org.attentionlab.transformer.Gpt}
 * (the encoder and the decoder by themselves), {@link org.attentionlab.transformer.ParameterCount}.
 *
 * <p>A model has {@code forward} for its result, {@code look} for the weights of every layer and
 * head beside it, and {@code step} to write token by token. Ids are {@code int[B][T]}, filled up at
 * their end, with a length for each sequence. A state of {@code step} never changes; it holds
 * results, so it ends with the {@link org.attentionlab.tensor.Workspace} that it was made in, and
 * outside of {@link org.attentionlab.tensor.Autograd#noGrad} it remembers how to differentiate.
 */
package org.attentionlab.transformer;
