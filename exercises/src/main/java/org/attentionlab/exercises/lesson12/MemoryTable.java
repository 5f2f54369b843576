package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.Exercise;

/**
 * Says how many bytes of scores self-attention keeps at once, for three ways to compute it.
 *
 * <p>For each length N a row of three numbers. Every number that is kept is a float of 4 bytes.
 *
 * <ol>
 *   <li><em>full</em>: one score for each query, each key and each head.
 *   <li><em>window</em>: query i has scores for the keys from i - radius to i + radius only, as far
 *       as the sequence has them, in each head.
 *   <li><em>tiled</em>: one square tile of scores is in work at a time, {@code tile} queries by
 *       {@code tile} keys; where the sequence is shorter than a tile, N by N. Each query of each
 *       head keeps two numbers beside: the largest score so far, and the sum so far.
 * </ol>
 *
 * <p>For example, lengths [2], 3 heads, radius 1 and tile 5 give [[48, 48, 64]]: 2 x 2 x 3 scores;
 * the same ones, for both words are in the window; and a tile of 2 x 2 with 2 x 2 x 3 numbers
 * beside.
 *
 * <p>Dao et al., FlashAttention, section 3.1 and theorem 1; Beltagy et al., Longformer, section
 * 3.1.
 */
@FunctionalInterface
@Exercise(
    id = "12.2",
    name = "memoryTable",
    points = 5,
    claims = {71},
    tests = MemoryTableChecks.class)
public interface MemoryTable {

  /**
   * How attention is computed.
   *
   * @param heads H
   * @param radius how many keys a window holds on either side of the query, 0 or more
   * @param tile how many queries, and how many keys, a tile holds
   */
  record Settings(int heads, int radius, int tile) {}

  /**
   * The table.
   *
   * @param lengths N of each row, each at least 1
   * @param settings heads, radius and tile
   * @return for each length the bytes of full, window and tiled
   */
  long[][] bytes(int[] lengths, Settings settings);
}
