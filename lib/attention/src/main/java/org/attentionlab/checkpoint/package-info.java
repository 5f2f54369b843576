/**
 * Weights and trainings in files, in the safetensors format that Hugging Face's models come in.
 *
 * <p>{@link org.attentionlab.checkpoint.Safetensors} reads and writes tensors by name. {@link
 * org.attentionlab.checkpoint.Checkpoint} keeps a model, or a whole training to go on with.
 */
package org.attentionlab.checkpoint;
