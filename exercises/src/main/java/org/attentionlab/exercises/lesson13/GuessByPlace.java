package org.attentionlab.exercises.lesson13;

import java.util.List;
import org.attentionlab.grading.Exercise;

/**
 * Milestone 3: how far does one get without looking at the source at all?
 *
 * <p>A model is only as good as what it is compared with. This baseline guesses, at every place of
 * a target, the token that stood most often at that place in the <em>training</em> targets; where
 * several were equally frequent, the one that came first in the training data. At places that no
 * training target reaches it has no guess, and is wrong.
 *
 * <p>The result is the share of test tokens that are guessed right: right tokens by all tokens, so
 * that a long target counts more than a short one.
 *
 * <p>For example, training targets [a b], [a c] and [d c]: the guesses are a, then c. Of the test
 * targets [a c] and [d b e] it gets a and c, 2 tokens of 5: 0.4.
 */
@FunctionalInterface
@Exercise(
    id = "13.3",
    name = "baseline",
    points = 8,
    claims = {72},
    tests = GuessByPlaceChecks.class)
public interface GuessByPlace {

  /**
   * Measures the baseline.
   *
   * @param train the targets to count in
   * @param test the targets to guess, with at least one token
   * @return the share of test tokens that are guessed right, from 0 to 1
   */
  double share(List<List<String>> train, List<List<String>> test);
}
