package org.attentionlab.transformer;

import org.attentionlab.nn.Activation;
import org.attentionlab.position.Positions;

/**
 * The settings of a {@link Bert}.
 *
 * @param vocabulary how many tokens there are
 * @param positions how long a sequence may be
 * @param types how many kinds of segments there are; 2 for pairs of sentences
 * @param layer the settings of each layer
 * @param layers how many, at least 1
 * @param pooler whether it makes one vector of a whole sequence, which {@link BertNextSentence} and
 *     {@link BertClassifier} need
 */
public record BertConfig(
    int vocabulary, int positions, int types, LayerConfig layer, int layers, boolean pooler) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is below 1
   */
  public BertConfig {
    if (vocabulary < 1 || positions < 1 || types < 1 || layers < 1) {
      throw new IllegalArgumentException(
          "Bert: vocabulary, positions, types and layers are at least 1, got "
              + vocabulary
              + ", "
              + positions
              + ", "
              + types
              + " and "
              + layers
              + ".");
    }
  }

  /**
   * Layers as BERT has them: GELU, normalised after each sum with an epsilon of 1e-12; two types; a
   * pooler.
   *
   * @param vocabulary how many tokens there are
   * @param positions how long a sequence may be
   * @param layer the sizes and the dropout
   * @param layers how many
   * @return the settings
   */
  public static BertConfig of(int vocabulary, int positions, LayerConfig layer, int layers) {
    LayerConfig own = layer.withActivation(Activation.GELU).withEpsilon(1e-12);
    return new BertConfig(vocabulary, positions, 2, own, layers, true);
  }

  /**
   * BERT-base, uncased: dModel 768, 12 heads, 12 layers, 512 positions, 30522 tokens.
   *
   * <p>Devlin et al. (2019), section 3.
   *
   * @return the settings
   */
  public static BertConfig base() {
    return of(30522, 512, LayerConfig.of(768, 12, 3072).withDropout(0.1), 12);
  }

  /**
   * BERT-large, uncased: dModel 1024, 16 heads, 24 layers, 512 positions, 30522 tokens.
   *
   * <p>Devlin et al. (2019), section 3.
   *
   * @return the settings
   */
  public static BertConfig large() {
    return of(30522, 512, LayerConfig.of(1024, 16, 4096).withDropout(0.1), 24);
  }

  /**
   * A small one that trains in seconds: dModel 64, 4 heads, dFf 256, 2 layers, 64 positions.
   *
   * @param vocabulary how many tokens there are
   * @return the settings
   */
  public static BertConfig small(int vocabulary) {
    return of(vocabulary, 64, LayerConfig.of(64, 4, 256), 2);
  }

  /**
   * The same without a pooler, for heads that look at every token.
   *
   * @return the settings
   */
  public BertConfig withoutPooler() {
    return new BertConfig(vocabulary, positions, types, layer, layers, false);
  }

  /** The settings of the encoder; positions are added by the model itself. */
  StackConfig stack() {
    return new StackConfig(layer, layers, false, Positions.none());
  }
}
