package org.attentionlab.transformer;

import org.attentionlab.nn.Activation;
import org.attentionlab.position.Positions;

/**
 * The settings of a {@link Gpt}.
 *
 * @param vocabulary how many tokens there are
 * @param stack the settings of the layers
 * @param tied whether the output map is the transpose of the embedding
 */
public record GptConfig(int vocabulary, StackConfig stack, boolean tied) {

  /**
   * Checks the vocabulary.
   *
   * @throws IllegalArgumentException if it has no token
   */
  public GptConfig {
    if (vocabulary < 1) {
      throw new IllegalArgumentException(
          "Gpt: a vocabulary has at least one token, but has " + vocabulary + ".");
    }
  }

  /**
   * A small one that trains in seconds: dModel 64, 4 heads, dFf 256, 2 layers, 256 positions.
   *
   * @param vocabulary how many tokens there are
   * @return the settings
   */
  public static GptConfig small(int vocabulary) {
    return of(vocabulary, LayerConfig.of(64, 4, 256), 2).withPositions(Positions.learned(256));
  }

  /**
   * The smallest GPT-2: dModel 768, 12 heads, 12 layers, 1024 positions, 50257 tokens.
   *
   * <p>Radford et al. (2019), "Language Models are Unsupervised Multitask Learners", table 2.
   *
   * @return the settings
   */
  public static GptConfig gpt2() {
    return of(50257, LayerConfig.of(768, 12, 3072).withDropout(0.1), 12)
        .withPositions(Positions.learned(1024));
  }

  private static GptConfig of(int vocabulary, LayerConfig layer, int layers) {
    LayerConfig own = layer.withPreNorm().withActivation(Activation.GELU_TANH);
    return new GptConfig(vocabulary, StackConfig.of(own, layers), true);
  }

  /**
   * The same with other positions.
   *
   * @param kind how order comes in
   * @return the settings
   */
  public GptConfig withPositions(Positions kind) {
    return new GptConfig(vocabulary, stack.withPositions(kind), tied);
  }

  /**
   * The same with an output map of its own.
   *
   * @return the settings
   */
  public GptConfig untied() {
    return new GptConfig(vocabulary, stack, false);
  }
}
