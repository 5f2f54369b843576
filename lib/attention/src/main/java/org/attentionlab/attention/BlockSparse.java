package org.attentionlab.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which blocks of positions attend to which, so that the cost grows with the length and not with
 * its square.
 *
 * <p>The sequence is cut into blocks of equal size; the last may be shorter. A block attends to the
 * blocks around itself (the window), to the first ones (global), and to some others (random); the
 * global blocks attend to all. Zaheer et al. (2020), "Big Bird: Transformers for Longer Sequences",
 * section 2 and appendix D.
 *
 * @param blockSize positions in a block
 * @param windowBlocks blocks of the window, an odd number: the block itself and as many on each
 *     side; fewer at the ends of the sequence
 * @param globalBlocks blocks at the start that see, and are seen by, all; where the sequence has
 *     fewer blocks, all of them
 * @param randomBlocks further blocks that each block attends to
 */
public record BlockSparse(int blockSize, int windowBlocks, int globalBlocks, int randomBlocks) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a block is empty, a number negative, or the window even
   */
  public BlockSparse {
    if (blockSize < 1 || globalBlocks < 0 || randomBlocks < 0) {
      throw new IllegalArgumentException(
          "BlockSparse: a block has at least 1 position, and the numbers of global and random"
              + " blocks are not negative, got "
              + blockSize
              + ", "
              + globalBlocks
              + " and "
              + randomBlocks
              + ".");
    }
    if (windowBlocks < 1 || windowBlocks % 2 == 0) {
      throw new IllegalArgumentException(
          "BlockSparse: the window is an odd number of blocks, but is " + windowBlocks + ".");
    }
  }

  /** For each block of queries whether it attends to each block of keys. */
  boolean[][] blocks(RandomGenerator rng, int positions) {
    int count = (int) (((long) positions + blockSize - 1) / blockSize);
    boolean[][] allowed = new boolean[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        boolean global = i < globalBlocks || j < globalBlocks;
        allowed[i][j] = global || Math.abs(i - j) <= windowBlocks / 2;
      }
      if (i >= globalBlocks) {
        addRandom(rng, i, allowed[i]);
      }
    }
    return allowed;
  }

  private void addRandom(RandomGenerator rng, int block, boolean[] row) {
    List<Integer> others = new ArrayList<>();
    for (int j = 0; j < row.length; j++) {
      if (!row[j]) {
        others.add(j);
      }
    }
    if (others.size() < randomBlocks) {
      throw new IllegalArgumentException(
          "Mask.blockSparse: block "
              + block
              + " of "
              + row.length
              + " has "
              + others.size()
              + " blocks outside of its window and the global ones, fewer than the "
              + randomBlocks
              + " random ones; take a longer sequence, smaller blocks or fewer random ones.");
    }
    for (int i = 0; i < randomBlocks; i++) {
      row[others.remove(rng.nextInt(others.size()))] = true;
    }
  }
}
