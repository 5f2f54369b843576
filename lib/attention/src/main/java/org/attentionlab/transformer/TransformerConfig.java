package org.attentionlab.transformer;

import org.attentionlab.position.Positions;

/**
 * The settings of a {@link Transformer}.
 *
 * @param sourceVocabulary how many tokens the source is written in
 * @param targetVocabulary how many tokens the target is written in
 * @param encoder the settings of the encoder
 * @param decoder the settings of the decoder, of the same dModel
 * @param shared whether one matrix is the embedding of both sides and, transposed, the output map
 */
public record TransformerConfig(
    int sourceVocabulary,
    int targetVocabulary,
    StackConfig encoder,
    StackConfig decoder,
    boolean shared) {

  /**
   * Checks that the parts fit each other.
   *
   * @throws IllegalArgumentException if a vocabulary has no token, shared ones differ in size, or
   *     encoder and decoder differ in dModel
   */
  public TransformerConfig {
    if (sourceVocabulary < 1 || targetVocabulary < 1) {
      throw new IllegalArgumentException(
          "Transformer: a vocabulary has at least one token, got "
              + sourceVocabulary
              + " and "
              + targetVocabulary
              + ".");
    }
    if (shared && sourceVocabulary != targetVocabulary) {
      throw new IllegalArgumentException(
          "Transformer: shared embeddings need one vocabulary, got "
              + sourceVocabulary
              + " and "
              + targetVocabulary
              + " tokens.");
    }
    if (encoder.layer().dModel() != decoder.layer().dModel()) {
      throw new IllegalArgumentException(
          "Transformer: encoder and decoder have one dModel, got "
              + encoder.layer().dModel()
              + " and "
              + decoder.layer().dModel()
              + ".");
    }
  }

  /**
   * A small one that trains in seconds: dModel 64, 4 heads, dFf 256, 2 layers on each side.
   *
   * @param sourceVocabulary how many tokens the source is written in
   * @param targetVocabulary how many tokens the target is written in
   * @return the settings, with separate embeddings
   */
  public static TransformerConfig small(int sourceVocabulary, int targetVocabulary) {
    StackConfig stack = StackConfig.of(LayerConfig.of(64, 4, 256), 2);
    return new TransformerConfig(sourceVocabulary, targetVocabulary, stack, stack, false);
  }

  /**
   * The base model of Vaswani et al. (2017), table 3.
   *
   * @param vocabulary how many tokens both sides are written in; about 37000 in the paper
   * @return the settings, with shared embeddings
   */
  public static TransformerConfig base(int vocabulary) {
    return paper(vocabulary, LayerConfig.of(512, 8, 2048).withDropout(0.1));
  }

  /**
   * The big model of Vaswani et al. (2017), table 3.
   *
   * @param vocabulary how many tokens both sides are written in; about 37000 in the paper
   * @return the settings, with shared embeddings
   */
  public static TransformerConfig big(int vocabulary) {
    return paper(vocabulary, LayerConfig.of(1024, 16, 4096).withDropout(0.3));
  }

  private static TransformerConfig paper(int vocabulary, LayerConfig layer) {
    StackConfig stack = StackConfig.of(layer, 6);
    return new TransformerConfig(vocabulary, vocabulary, stack, stack, true);
  }

  /**
   * The same with other layers on both sides.
   *
   * @param layer the settings of each layer
   * @param layers how many on each side
   * @return the settings; the positions stay
   */
  public TransformerConfig withLayers(LayerConfig layer, int layers) {
    return new TransformerConfig(
        sourceVocabulary,
        targetVocabulary,
        StackConfig.of(layer, layers).withPositions(encoder.positions()),
        StackConfig.of(layer, layers).withPositions(decoder.positions()),
        shared);
  }

  /**
   * The same with other positions on both sides.
   *
   * @param kind how order comes in
   * @return the settings
   */
  public TransformerConfig withPositions(Positions kind) {
    return new TransformerConfig(
        sourceVocabulary,
        targetVocabulary,
        encoder.withPositions(kind),
        decoder.withPositions(kind),
        shared);
  }

  /**
   * The same with one matrix for both embeddings and the output.
   *
   * @return the settings
   */
  public TransformerConfig withSharedEmbeddings() {
    return new TransformerConfig(sourceVocabulary, targetVocabulary, encoder, decoder, true);
  }
}
