package org.attentionlab.exercises.lesson13;

import java.util.List;
import org.attentionlab.grading.Exercise;

/**
 * Milestone 1: parts the data such that nothing of the test was seen in training.
 *
 * <p>Each pair of the data is given by its source text. Two sources are <em>the same</em> where
 * they differ only in upper and lower case, in spaces at the ends, or in the number of spaces
 * between words: {@code "The cat "} is {@code "the cat"}. Pairs with the same source belong into
 * one part, all of them; otherwise the model meets a test sentence in training.
 *
 * <p>Which source goes where is decided by chance, with the seed: files are often sorted. The same
 * seed gives the same parts, another seed other parts. Where no two sources are the same, the
 * validation part has round(n validation) pairs and the test part round(n test); where some are,
 * whole groups are moved, and the sizes are near that.
 *
 * <p>For example, ["a", "B ", "c", "b", "d", "e"] with shares of 1/6 and 1/6: "B " and "b" get the
 * same number, whatever the seed.
 *
 * <p>Lesson 10 shows what duplicates do to a measurement.
 */
@FunctionalInterface
@Exercise(
    id = "13.1",
    name = "splitPairs",
    points = 12,
    claims = {64},
    tests = SplitPairsChecks.class)
public interface SplitPairs {

  /**
   * Gives every pair its part.
   *
   * @param sources the source texts of n pairs, in the order of the file
   * @param validation share of the pairs to validate with, above 0
   * @param test share of the pairs to test with, above 0; both together below 1
   * @param seed of what is left to chance
   * @return for each pair 0 (train), 1 (validation) or 2 (test)
   */
  int[] parts(List<String> sources, double validation, double test, long seed);
}
