package org.attentionlab.position;

import java.util.random.RandomGenerator;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/**
 * A learned number for each head and each bucket of distances, added to the scores.
 *
 * <pre>score_ij = q_i k_j^T / sqrt(dK) + w[bucket(j - i), head]</pre>
 *
 * <p>Near distances have a bucket each; farther ones share buckets that grow like the logarithm, up
 * to a distance after which all fall into the last. Looking both ways, one half of the buckets is
 * for keys behind the query. Raffel et al. (2020), "Exploring the Limits of Transfer Learning with
 * a Unified Text-to-Text Transformer", section 2.1. There all layers share one table and scores are
 * not divided by sqrt(dK); here each layer has its own table and the division stays.
 */
public final class T5Bias extends Layer implements AttentionPosition {
  private final Config config;
  private final Tensor weight;

  /**
   * The settings.
   *
   * @param heads how many heads
   * @param buckets how many numbers a head learns; 32 in the paper
   * @param farthest the distance from which on all share the last bucket; 128 in the paper
   * @param bothWays whether queries look ahead, too, as in an encoder
   */
  public record Config(int heads, int buckets, int farthest, boolean bothWays) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if there are too few heads or buckets, an odd number of
     *     buckets for both ways, or the farthest distance has a bucket of its own
     */
    public Config {
      int near = (bothWays ? buckets / 2 : buckets) / 2;
      if (heads < 1 || near < 1 || (bothWays && buckets % 2 != 0) || farthest <= near) {
        throw new IllegalArgumentException(
            "T5Bias: needs a head, at least "
                + (bothWays ? "4 buckets in even number" : "2 buckets")
                + " and a farthest distance above "
                + Math.max(near, 1)
                + ", got "
                + heads
                + ", "
                + buckets
                + " and "
                + farthest
                + ".");
      }
    }
  }

  /**
   * With random first numbers, N(0, 1 / heads).
   *
   * @param rng where the first numbers come from
   * @param config the settings
   */
  public T5Bias(RandomGenerator rng, Config config) {
    this.config = config;
    this.weight =
        parameter(
            "weight",
            Init.normal(rng, 1 / Math.sqrt(config.heads()), config.buckets(), config.heads()));
  }

  @Override
  public Tensor score(Tensor scores, Tensor queries, int first) {
    PositionShapes.requireHeads("T5Bias", scores, config.heads());
    int[][] buckets = new int[scores.size(-2)][scores.size(-1)];
    for (int i = 0; i < buckets.length; i++) {
      for (int j = 0; j < buckets[i].length; j++) {
        buckets[i][j] = bucket(j - (first + i));
      }
    }
    Tensor bias = weight.lookup(buckets); // (T, S, H)
    return scores.add(bias.transpose(1, 2).transpose(0, 1)); // (B, H, T, S) + (H, T, S)
  }

  /**
   * Which bucket a distance falls into.
   *
   * @param distance place of the key less that of the query
   * @return a row of the table
   */
  public int bucket(int distance) {
    int buckets = config.bothWays() ? config.buckets() / 2 : config.buckets();
    int start = config.bothWays() && distance > 0 ? buckets : 0;
    long back = -(long) distance;
    long far = config.bothWays() ? Math.abs(back) : Math.max(back, 0);
    int near = buckets / 2;
    if (far < near) {
      return start + (int) far;
    }
    double share = Math.log((double) far / near) / Math.log((double) config.farthest() / near);
    return start + Math.min(buckets - 1, near + (int) (share * (buckets - near)));
  }

  /**
   * The table.
   *
   * @return the parameter (buckets, H)
   */
  public Tensor weight() {
    return weight;
  }
}
