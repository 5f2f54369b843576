package org.attentionlab.exercises.lesson13;

import java.util.List;
import org.attentionlab.grading.Exercise;

/**
 * Milestone 3: trains a small Transformer on a task that it is not told.
 *
 * <p>There are examples: a question of a few letters, and an answer of as many. What has to be done
 * with the letters is not said; it may be to sort them, to write them from the end, or something
 * else. Build a model of attention, train it on the examples, and answer questions that it has
 * never seen. The answers need not all be right. They have to be clearly better than the guess by
 * place of 13.3: the check wants 25 of 100 letters more than that.
 *
 * <p>The grader asks several times, for different tasks, and gives 5 seconds for each call on one
 * core. That is ample for a small model: one layer, dModel 32, 4 heads, 100 to 150 steps on batches
 * of 32 take about a second. Lengths differ, from 3 to 5 letters, so mind the padding. The alphabet
 * is that of the examples.
 *
 * <p>Everything that is left to chance hangs on the seed: the same call gives the same answers.
 *
 * <p>Of the library, a {@code Tagger} fits the task best (one answer for each letter), with {@code
 * PairCodec} to turn letters into numbers; a {@code Transformer} with a {@code Translator} does it
 * too.
 */
@FunctionalInterface
@Exercise(
    id = "13.4",
    name = "learn",
    points = 15,
    claims = {25, 46, 65},
    tests = LearnTaskChecks.class)
public interface LearnTask {

  /**
   * A question with its answer.
   *
   * @param question letters
   * @param answer as many letters
   */
  record Example(String question, String answer) {}

  /**
   * Learns, then answers.
   *
   * @param train some hundred examples, each with its {@code question()} and its {@code answer()}
   * @param questions what to answer; each of its letters occurs in the examples
   * @param seed of the first weights and of the order of the batches
   * @return one answer for each question, as long as the question
   */
  List<String> answers(List<Example> train, List<String> questions, long seed);
}
