package org.attentionlab.exercises.lesson13;

import org.attentionlab.grading.Exercise;

/**
 * Milestone 2: counts the parameters of a whole encoder-decoder by a formula of your own.
 *
 * <p>The model is the paper's, with all biases:
 *
 * <ul>
 *   <li>a table of embeddings for the source and another for the target; positions are sines and
 *       cost nothing;
 *   <li>in each layer of the encoder an attention (four maps with biases), a feed-forward network
 *       (two maps with biases), and a layer norm (gain and bias) for each of the two;
 *   <li>in each layer of the decoder a second attention, over the encoder, with a norm of its own;
 *   <li>in pre-norm one more layer norm at the end of each side;
 *   <li>a linear map from dModel to the target's vocabulary, with a bias. No matrix is shared.
 * </ul>
 *
 * <p>For example, vocabularies of 10 and 20, dModel 4, 2 heads, dFf 8, one layer on each side,
 * post-norm: 40 + 80 embeddings, 172 in the encoder, 260 in the decoder, 100 for the output, 652 in
 * all.
 *
 * <p>In your project, the result has to equal {@code model.parameterCount()}. Vaswani et al.,
 * Attention Is All You Need, section 3.
 */
@FunctionalInterface
@Exercise(
    id = "13.2",
    name = "countModel",
    points = 10,
    claims = {54, 55, 58},
    tests = CountModelChecks.class)
public interface CountModel {

  /**
   * The sizes of a model.
   *
   * @param sourceVocabulary tokens of the source
   * @param targetVocabulary tokens of the target
   * @param dModel width of all vectors between layers
   * @param heads of each attention, a divisor of dModel
   * @param dFf width inside of the feed-forward networks
   * @param encoderLayers layers of the encoder
   * @param decoderLayers layers of the decoder
   * @param preNorm whether the norms stand before the parts
   */
  record Sizes(
      int sourceVocabulary,
      int targetVocabulary,
      int dModel,
      int heads,
      int dFf,
      int encoderLayers,
      int decoderLayers,
      boolean preNorm) {}

  /**
   * Counts what is learned.
   *
   * @param sizes of the model
   * @return how many numbers are learned
   */
  long parameters(Sizes sizes);
}
