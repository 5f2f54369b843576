package org.attentionlab.exercises.lesson11;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Asks whether the vectors of a word tell its senses apart, without training anything.
 *
 * <p>Take from each sentence the vector at the word's place. The <em>centroid</em> of a sense is
 * the mean of its vectors. A sentence that was held out is given the sense whose centroid is
 * nearest:
 *
 * <pre>
 *   centroid[s] = mean of states[n][place[n]] over the sentences n of sense s that are not held out
 *   guess[n]    = the s with the smallest Euclidean distance |states[n][place[n]] - centroid[s]|
 *   right       = share of the held-out sentences with guess[n] = senses[n]
 * </pre>
 *
 * <p>Held-out sentences take no part in any centroid: a probe that has seen the answers measures
 * nothing. There is at least one held-out sentence, and each sense has at least one that is not.
 *
 * <p>Wiedemann et al. (2019), "Does BERT Make Any Sense?", section 3, do this with the nearest
 * neighbours in place of the centroids.
 */
@FunctionalInterface
@Exercise(
    id = "11.4",
    name = "probeSense",
    points = 10,
    claims = {32},
    tests = ProbeSenseChecks.class)
public interface ProbeSense {

  /**
   * Sentences as a model has read them.
   *
   * @param states a vector for each token (N, T, d)
   * @param places where the word stands in each sentence (N), from 0
   * @param senses the sense of the word in each sentence (N), 0 to S - 1
   * @param heldOut which sentences are kept to judge the probe (N)
   */
  @SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
  record Sentences(Tensor states, int[] places, int[] senses, boolean[] heldOut) {}

  /**
   * What the probe says.
   *
   * @param guesses a sense for each held-out sentence, in their order
   * @param right the share of them that is right, 0 to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // one row of numbers; nobody compares it
  record Result(int[] guesses, double right) {}

  /**
   * Probes.
   *
   * @param sentences states, places, senses, and which are held out
   * @return guesses for the held-out sentences, and how many are right
   */
  Result probe(Sentences sentences);
}
