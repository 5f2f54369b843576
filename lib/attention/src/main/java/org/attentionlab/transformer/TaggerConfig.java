package org.attentionlab.transformer;

import org.attentionlab.position.Positions;

/**
 * The settings of a {@link Tagger}.
 *
 * @param vocabulary how many tokens there are
 * @param tags how many tags a token may get
 * @param stack the settings of the layers
 * @param causal whether a token looks only at itself and those before it
 */
public record TaggerConfig(int vocabulary, int tags, StackConfig stack, boolean causal) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if there is no token or no tag
   */
  public TaggerConfig {
    if (vocabulary < 1 || tags < 1) {
      throw new IllegalArgumentException(
          "Tagger: there is at least one token and one tag, got "
              + vocabulary
              + " tokens and "
              + tags
              + " tags.");
    }
  }

  /**
   * A small one that trains in a second: dModel 32, 4 heads, dFf 64, 1 layer, sinusoidal positions,
   * looking both ways.
   *
   * @param vocabulary how many tokens there are
   * @param tags how many tags
   * @return the settings
   */
  public static TaggerConfig small(int vocabulary, int tags) {
    return new TaggerConfig(vocabulary, tags, StackConfig.of(LayerConfig.of(32, 4, 64), 1), false);
  }

  /**
   * The same with other layers.
   *
   * @param layer the settings of each layer
   * @param layers how many
   * @return the settings; the positions stay
   */
  public TaggerConfig withLayers(LayerConfig layer, int layers) {
    StackConfig other = StackConfig.of(layer, layers).withPositions(stack.positions());
    return new TaggerConfig(vocabulary, tags, other, causal);
  }

  /**
   * The same with other positions.
   *
   * @param kind how order comes in
   * @return the settings
   */
  public TaggerConfig withPositions(Positions kind) {
    return new TaggerConfig(vocabulary, tags, stack.withPositions(kind), causal);
  }

  /**
   * The same, but looking one way.
   *
   * @return the settings
   */
  public TaggerConfig lookingBack() {
    return new TaggerConfig(vocabulary, tags, stack, true);
  }
}
