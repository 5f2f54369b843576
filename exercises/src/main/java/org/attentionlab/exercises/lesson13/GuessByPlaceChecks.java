package org.attentionlab.exercises.lesson13;

import java.util.List;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.3, on targets of a few letters. */
@ChecksOf(GuessByPlace.class)
public final class GuessByPlaceChecks {

  private final GuessByPlace answer;

  GuessByPlaceChecks(GuessByPlace answer) {
    this.answer = answer;
  }

  /** The guesses are b, then a; over all places it would be a, and in the test c, then d. */
  @Test
  @Mechanism("13.3.1 the most frequent token of each place, counted in training")
  @Points(3)
  @Hint({Lesson13Hints.PLACE_1, Lesson13Hints.PLACE_2, Lesson13Hints.PLACE_3})
  void mostFrequentAtEachPlace() {
    Expect.that("share", answer.share(words("ba", "ba", "ba", "aa", "aa"), words("ba", "cd", "cd")))
        .given("training targets ba, ba, ba, aa, aa; test targets ba, cd, cd")
        .mistake(
            "one-token",
            "This guesses the same token at every place; each place has its own.",
            () -> Grid.of(1 / 6.0))
        .mistake(
            "counted-in-test",
            "This counts in the test targets, and knows what it is to guess.",
            () -> Grid.of(4 / 6.0))
        .equalTo(Grid.of(2 / 6.0));
  }

  @Test
  @Mechanism("13.3.2 every token counts once")
  @Points(2)
  @Hint({Lesson13Hints.SHARE_1, Lesson13Hints.SHARE_2, Lesson13Hints.SHARE_3})
  void everyTokenCountsOnce() {
    Expect.that("share", answer.share(words("aaaa"), words("a", "abbb")))
        .given("training target aaaa; test targets a, abbb")
        .mistake(
            "mean-of-targets",
            "This is the mean of the targets' shares; a long target counts more than a short one.",
            () -> Grid.of(.625))
        .mistake(
            "whole-targets",
            "This is the share of targets that are right as a whole.",
            () -> Grid.of(.5))
        .equalTo(Grid.of(.4));
  }

  @Test
  @Mechanism("13.3.3 beyond the training targets every token is wrong")
  @Points(2)
  @Hint({Lesson13Hints.BEYOND_1, Lesson13Hints.BEYOND_2, Lesson13Hints.BEYOND_3})
  void beyondTraining() {
    Expect.that("share", answer.share(words("ab"), words("abcd")))
        .given("training target ab; test target abcd")
        .mistake(
            "places-left-out",
            "The places that training does not reach are left out; they count, as wrong.",
            () -> Grid.of(1))
        .equalTo(Grid.of(.5));
  }

  @Test
  @Mechanism("13.3.4 of equally frequent tokens the first one")
  @Points(1)
  @Hint({Lesson13Hints.TIE_1, Lesson13Hints.TIE_2, Lesson13Hints.TIE_3})
  void firstOfEquals() {
    Expect.that("share", answer.share(words("z", "m", "a"), words("z", "z", "z", "a")))
        .given("training targets z, m, a; test targets z, z, z, a")
        .mistake(
            "last-of-equals",
            "This takes the last of equally frequent tokens, or the first by the alphabet.",
            () -> Grid.of(.25))
        .equalTo(Grid.of(.75));
  }

  private static List<List<String>> words(String... targets) {
    return List.of(targets).stream().map(target -> List.of(target.split(""))).toList();
  }
}
