package org.attentionlab.transformer;

import org.attentionlab.position.Positions;

/**
 * The settings of an {@link Encoder}, a {@link Decoder} or a {@link Gpt}: equal layers on top of
 * each other.
 *
 * @param layer the settings of each layer
 * @param layers how many, at least 1
 * @param finalNorm whether the result of the last layer is normalised once more
 * @param positions how order comes in
 */
public record StackConfig(LayerConfig layer, int layers, boolean finalNorm, Positions positions) {

  /**
   * Checks the number of layers.
   *
   * @throws IllegalArgumentException if there is none
   */
  public StackConfig {
    if (layers < 1) {
      throw new IllegalArgumentException(
          "StackConfig: at least one layer, but it is " + layers + ".");
    }
  }

  /**
   * Layers with sinusoidal positions; a last normalisation where the layers normalise before their
   * parts, for there nothing else normalises the result.
   *
   * @param layer the settings of each layer
   * @param layers how many
   * @return the settings
   */
  public static StackConfig of(LayerConfig layer, int layers) {
    return new StackConfig(layer, layers, layer.preNorm(), Positions.sinusoidal());
  }

  /**
   * The same with a last normalisation.
   *
   * @return the settings
   */
  public StackConfig withFinalNorm() {
    return new StackConfig(layer, layers, true, positions);
  }

  /**
   * The same with other positions.
   *
   * @param kind how order comes in
   * @return the settings
   */
  public StackConfig withPositions(Positions kind) {
    return new StackConfig(layer, layers, finalNorm, kind);
  }
}
