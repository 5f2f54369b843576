package org.attentionlab.position;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.attention.MultiHeadConfig;

/**
 * Which positions a model has, as a part of its settings: the model makes of it what it needs, one
 * for the input or one for the self-attention of each layer.
 *
 * <pre>GptConfig.small(27).withPositions(Positions.rotary())</pre>
 */
public interface Positions {

  /**
   * What is added to the embeddings.
   *
   * @param rng where first numbers come from
   * @param dModel width of the embeddings
   * @return the vectors, if this kind has any
   */
  default Optional<InputPosition> onInput(RandomGenerator rng, int dModel) {
    return Optional.empty();
  }

  /**
   * What enters into the self-attention of one layer.
   *
   * @param rng where first numbers come from
   * @param config the settings of the attention
   * @param causal whether its queries never look ahead
   * @return the positions of that layer
   */
  default AttentionPosition inAttention(
      RandomGenerator rng, MultiHeadConfig config, boolean causal) {
    return AttentionPosition.none();
  }

  /**
   * How many numbers the vectors of {@link #onInput} learn, reckoned without making them.
   *
   * @param dModel width of the embeddings
   * @return the count, 0 where nothing is learned
   */
  default long countOnInput(int dModel) {
    return 0;
  }

  /**
   * How many numbers the positions of {@link #inAttention} learn, reckoned without making them.
   *
   * @param config the settings of the attention
   * @return the count for one layer, 0 where nothing is learned
   */
  default long countInAttention(MultiHeadConfig config) {
    return 0;
  }

  /**
   * No positions at all: the input is a set.
   *
   * @return the kind
   */
  static Positions none() {
    return new Positions() {};
  }

  /**
   * Sines and cosines on the input; see {@link Sinusoidal}.
   *
   * @return the kind
   */
  static Positions sinusoidal() {
    return new Positions() {
      @Override
      public Optional<InputPosition> onInput(RandomGenerator rng, int dModel) {
        return Optional.of(new Sinusoidal(dModel));
      }
    };
  }

  /**
   * A learned table on the input; see {@link Learned}.
   *
   * @param positions the length of the table
   * @return the kind
   * @throws IllegalArgumentException if it is below 1
   */
  static Positions learned(int positions) {
    if (positions < 1) {
      throw new IllegalArgumentException(
          "Positions.learned: a table has at least one position, not " + positions + ".");
    }
    return new Positions() {
      @Override
      public Optional<InputPosition> onInput(RandomGenerator rng, int dModel) {
        return Optional.of(new Learned(rng, positions, dModel));
      }

      @Override
      public long countOnInput(int dModel) {
        return (long) positions * dModel;
      }
    };
  }

  /**
   * Learned vectors for distances in every layer; see {@link Relative}.
   *
   * @param reach the greatest distance that is told apart
   * @return the kind
   * @throws IllegalArgumentException if it is below 1
   */
  static Positions relative(int reach) {
    Relative.checkedReach(reach);
    return new Positions() {
      @Override
      public AttentionPosition inAttention(
          RandomGenerator rng, MultiHeadConfig config, boolean causal) {
        return new Relative(rng, reach, config.dK(), config.dV());
      }

      @Override
      public long countInAttention(MultiHeadConfig config) {
        return (2L * reach + 1) * (config.dK() + config.dV());
      }
    };
  }

  /**
   * Learned numbers for buckets of distances in every layer; see {@link T5Bias}.
   *
   * @param buckets how many numbers a head learns
   * @param farthest the distance from which on all share the last bucket
   * @return the kind
   */
  static Positions t5(int buckets, int farthest) {
    return new Positions() {
      @Override
      public AttentionPosition inAttention(
          RandomGenerator rng, MultiHeadConfig config, boolean causal) {
        return new T5Bias(rng, new T5Bias.Config(config.heads(), buckets, farthest, !causal));
      }

      @Override
      public long countInAttention(MultiHeadConfig config) {
        return (long) buckets * config.heads();
      }
    };
  }

  /**
   * Turned queries and keys in every layer; see {@link Rotary}.
   *
   * @return the kind
   */
  static Positions rotary() {
    return new Positions() {
      @Override
      public AttentionPosition inAttention(
          RandomGenerator rng, MultiHeadConfig config, boolean causal) {
        return new Rotary();
      }
    };
  }

  /**
   * Scores that fall with the distance in every layer; see {@link Alibi}.
   *
   * @return the kind
   */
  static Positions alibi() {
    return new Positions() {
      @Override
      public AttentionPosition inAttention(
          RandomGenerator rng, MultiHeadConfig config, boolean causal) {
        return new Alibi(config.heads());
      }
    };
  }
}
