package org.attentionlab.exercises.lesson13;

import java.util.List;
import org.attentionlab.grading.Exercise;

/**
 * Milestone 4: says honestly how good a model is.
 *
 * <p>The same training was run with several seeds. In each run the model was measured several
 * times, at checkpoints, on the validation part and on the test part. Which checkpoint counts is
 * decided by the <em>validation</em> alone: the best there, and of equally good ones the first. Its
 * test result is the result of the run. Choosing by the test would make the test a part of the
 * training.
 *
 * <pre>
 *   mean      = (r[1] + ... + r[n]) / n
 *   deviation = sqrt(((r[1] - mean)^2 + ... + (r[n] - mean)^2) / (n - 1))
 * </pre>
 *
 * <p>The deviation divides by n - 1, for the seeds are a sample of all seeds there are. (The layer
 * norm of lesson 8 divides by d: there nothing is a sample.)
 *
 * <p>For example, validations [.5 .8 .7] and tests [.4 .6 .9]: the second checkpoint counts, and
 * the run's result is .6, although .9 was seen.
 */
@FunctionalInterface
@Exercise(
    id = "13.5",
    name = "summarize",
    points = 10,
    claims = {65},
    tests = SummarizeRunsChecks.class)
public interface SummarizeRuns {

  /**
   * What one seed gave.
   *
   * @param validation at each checkpoint, the greater the better
   * @param test at the same checkpoints
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Run(double[] validation, double[] test) {}

  /**
   * What all seeds gave.
   *
   * @param mean of the runs' results
   * @param deviation of the runs' results, by n - 1
   * @param lowest result
   * @param highest result
   */
  record Summary(double mean, double deviation, double lowest, double highest) {}

  /**
   * Sums runs up.
   *
   * @param runs one for each seed, at least two; each has its {@code validation()} and its {@code
   *     test()}, arrays of one length
   * @return {@code new SummarizeRuns.Summary(mean, deviation, lowest, highest)}
   */
  Summary summarize(List<Run> runs);
}
