/**
 * Writing text with a model: from the logits of the next token to whole sequences.
 *
 * <p>{@link org.attentionlab.decode.NextToken} is all that a decoder asks of a model. {@link
 * org.attentionlab.decode.Greedy} takes the best token each time, {@link
 * org.attentionlab.decode.Beam} keeps several beginnings open, {@link
 * org.attentionlab.decode.Sampling} draws. {@link org.attentionlab.decode.Writers} makes it of the
 * library's models, {@link org.attentionlab.decode.Translator} goes from words to words.
 */
package org.attentionlab.decode;
