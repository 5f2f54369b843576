package org.attentionlab.recurrent;

/**
 * The settings of {@link Gru} and {@link Lstm}.
 *
 * @param dIn width of the input
 * @param dHidden width of the state, in each direction
 * @param layers how many layers, each reading the states of the one below
 * @param bidirectional whether a second network reads from the end, its states standing beside
 * @param dropout the chance that a number between two layers is dropped in training, from 0 to
 *     below 1
 */
public record RecurrentConfig(
    int dIn, int dHidden, int layers, boolean bidirectional, double dropout) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is below 1, or dropout outside of [0, 1)
   */
  public RecurrentConfig {
    if (dIn < 1 || dHidden < 1 || layers < 1) {
      throw new IllegalArgumentException(
          "RecurrentConfig: dIn, dHidden and layers are at least 1, got "
              + dIn
              + ", "
              + dHidden
              + " and "
              + layers
              + ".");
    }
    if (!(dropout >= 0 && (float) dropout < 1)) {
      throw new IllegalArgumentException(
          "RecurrentConfig: dropout lies in [0, 1), but is " + dropout + ".");
    }
  }

  /**
   * One layer that reads forwards.
   *
   * @param dIn width of the input
   * @param dHidden width of the state
   * @return the settings
   */
  public static RecurrentConfig of(int dIn, int dHidden) {
    return new RecurrentConfig(dIn, dHidden, 1, false, 0);
  }

  /**
   * The same with several layers.
   *
   * @param count how many
   * @return the settings
   */
  public RecurrentConfig withLayers(int count) {
    return new RecurrentConfig(dIn, dHidden, count, bidirectional, dropout);
  }

  /**
   * The same in both directions.
   *
   * @return the settings
   */
  public RecurrentConfig inBothDirections() {
    return new RecurrentConfig(dIn, dHidden, layers, true, dropout);
  }

  /**
   * The same with dropout between layers.
   *
   * @param chance from 0 to below 1
   * @return the settings
   */
  public RecurrentConfig withDropout(double chance) {
    return new RecurrentConfig(dIn, dHidden, layers, bidirectional, chance);
  }

  /** Width of the states that a layer gives. */
  int dOut() {
    return bidirectional ? 2 * dHidden : dHidden;
  }
}
