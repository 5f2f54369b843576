package org.attentionlab.recurrent;

/**
 * The settings of a {@link Seq2Seq}.
 *
 * @param sourceVocabulary how many tokens the source is written in
 * @param targetVocabulary how many tokens the target is written in
 * @param dEmbedding width of the embeddings
 * @param dHidden width of the states of encoder (in each direction) and decoder, and of the hidden
 *     layer of the attention
 * @param bidirectional whether the encoder reads in both directions
 * @param attention whether the decoder attends to all states of the encoder, or gets the last alone
 */
public record Seq2SeqConfig(
    int sourceVocabulary,
    int targetVocabulary,
    int dEmbedding,
    int dHidden,
    boolean bidirectional,
    boolean attention) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a vocabulary or a width is below 1
   */
  public Seq2SeqConfig {
    if (sourceVocabulary < 1 || targetVocabulary < 1 || dEmbedding < 1 || dHidden < 1) {
      throw new IllegalArgumentException(
          "Seq2Seq: vocabularies and widths are at least 1, got "
              + sourceVocabulary
              + ", "
              + targetVocabulary
              + ", "
              + dEmbedding
              + " and "
              + dHidden
              + ".");
    }
  }

  /**
   * A small model with attention: embeddings of 32, states of 64, an encoder that reads forwards.
   *
   * @param sourceVocabulary how many tokens the source is written in
   * @param targetVocabulary how many tokens the target is written in
   * @return the settings
   */
  public static Seq2SeqConfig small(int sourceVocabulary, int targetVocabulary) {
    return new Seq2SeqConfig(sourceVocabulary, targetVocabulary, 32, 64, false, true);
  }

  /**
   * The same with other widths.
   *
   * @param embedding dEmbedding
   * @param hidden dHidden
   * @return the settings
   */
  public Seq2SeqConfig withWidths(int embedding, int hidden) {
    return new Seq2SeqConfig(
        sourceVocabulary, targetVocabulary, embedding, hidden, bidirectional, attention);
  }

  /**
   * The same with an encoder that reads in both directions, as in the paper.
   *
   * @return the settings
   */
  public Seq2SeqConfig inBothDirections() {
    return new Seq2SeqConfig(
        sourceVocabulary, targetVocabulary, dEmbedding, dHidden, true, attention);
  }

  /**
   * The same without attention: one vector has to hold the whole source.
   *
   * @return the settings
   */
  public Seq2SeqConfig withoutAttention() {
    return new Seq2SeqConfig(
        sourceVocabulary, targetVocabulary, dEmbedding, dHidden, bidirectional, false);
  }

  /** The settings of the encoder. */
  RecurrentConfig encoder() {
    RecurrentConfig config = RecurrentConfig.of(dEmbedding, dHidden);
    return bidirectional ? config.inBothDirections() : config;
  }
}
