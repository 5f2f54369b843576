package org.attentionlab.solutions.hidden.lesson13;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.attentionlab.exercises.lesson13.GuessByPlace;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.3; the oracle counts by searching lists again and again. */
@ChecksOf(GuessByPlace.class)
public final class GuessByPlaceHiddenChecks {

  private final GuessByPlace answer;

  GuessByPlaceHiddenChecks(GuessByPlace answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.3.1 the most frequent token of each place, counted in training")
  @Points(3)
  @Hint({Lesson13Hints.PLACE_1, Lesson13Hints.PLACE_2, Lesson13Hints.PLACE_3})
  void mostFrequentAtEachPlace() {
    for (long seed = 1; seed <= 3; seed++) {
      List<List<String>> train = targets(seed, 200, 6, 6, 0);
      List<List<String>> test = targets(seed + 100, 50, 6, 6, 2);
      Expect.that("share", answer.share(train, test))
          .given("200 and 50 targets of 6 tokens, seed " + seed)
          .mistake(
              "one-token",
              "This guesses the same token at every place; each place has its own.",
              () -> Grid.of(share(oneToken(train, 6), test)))
          .mistake(
              "counted-in-test",
              "This counts in the test targets, and knows what it is to guess.",
              () -> Grid.of(share(guesses(test), test)))
          .equalTo(Grid.of(share(guesses(train), test)));
    }
  }

  @Test
  @Mechanism("13.3.2 every token counts once")
  @Points(2)
  @Hint({Lesson13Hints.SHARE_1, Lesson13Hints.SHARE_2, Lesson13Hints.SHARE_3})
  void everyTokenCountsOnce() {
    for (long seed = 4; seed <= 6; seed++) {
      List<List<String>> train = targets(seed, 100, 9, 9, 0);
      List<List<String>> test = targets(seed + 100, 40, 1, 9, 0);
      List<String> guesses = guesses(train);
      Expect.that("share", answer.share(train, test))
          .given("100 targets of 9 tokens, 40 of 1 to 9, seed " + seed)
          .mistake(
              "mean-of-targets",
              "This is the mean of the targets' shares; a long target counts more than a short"
                  + " one.",
              () ->
                  Grid.of(
                      test.stream()
                          .mapToDouble(target -> share(guesses, List.of(target)))
                          .average()
                          .orElseThrow()))
          .mistake(
              "whole-targets",
              "This is the share of targets that are right as a whole.",
              () ->
                  Grid.of(
                      test.stream().filter(t -> share(guesses, List.of(t)) == 1).count()
                          / (double) test.size()))
          .equalTo(Grid.of(share(guesses, test)));
    }
  }

  @Test
  @Mechanism("13.3.3 beyond the training targets every token is wrong")
  @Points(2)
  @Hint({Lesson13Hints.BEYOND_1, Lesson13Hints.BEYOND_2, Lesson13Hints.BEYOND_3})
  void beyondTraining() {
    for (long seed = 7; seed <= 9; seed++) {
      List<List<String>> train = targets(seed, 100, 2, 4, 0);
      List<List<String>> test = targets(seed + 100, 40, 3, 8, 0);
      List<String> guesses = guesses(train);
      List<List<String>> reached =
          test.stream().map(t -> t.subList(0, Math.min(t.size(), guesses.size()))).toList();
      Expect.that("share", answer.share(train, test))
          .given("100 targets of 2 to 4 tokens, 40 of 3 to 8, seed " + seed)
          .mistake(
              "places-left-out",
              "The places that training does not reach are left out; they count, as wrong.",
              () -> Grid.of(share(guesses, reached)))
          .equalTo(Grid.of(share(guesses, test)));
    }
  }

  @Test
  @Mechanism("13.3.4 of equally frequent tokens the first one")
  @Points(1)
  @Hint({Lesson13Hints.TIE_1, Lesson13Hints.TIE_2, Lesson13Hints.TIE_3})
  void firstOfEquals() {
    List<List<String>> train =
        List.of(List.of("y", "q"), List.of("c", "k"), List.of("c", "q"), List.of("y", "k"));
    List<List<String>> test =
        List.of(List.of("y", "q"), List.of("y", "q"), List.of("y", "q"), List.of("c", "k"));
    Expect.that("share", answer.share(train, test))
        .given("training y q, c k, c q, y k; test y q, y q, y q, c k")
        .mistake(
            "last-of-equals",
            "This takes the last of equally frequent tokens, or the first by the alphabet.",
            () -> Grid.of(.25))
        .equalTo(Grid.of(.75));
  }

  /**
   * Tokens that differ in frequency from place to place.
   *
   * @param shift which tokens are frequent; another shift, another distribution
   */
  private static List<List<String>> targets(
      long seed, int count, int shortest, int longest, int shift) {
    Random random = new Random(seed);
    List<List<String>> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = shortest + random.nextInt(longest - shortest + 1);
      List<String> target = new ArrayList<>();
      for (int place = 0; place < length; place++) {
        boolean frequent = random.nextDouble() < .4;
        int token = frequent ? (place + shift) % 7 : random.nextInt(7);
        target.add("t" + token);
      }
      targets.add(target);
    }
    return targets;
  }

  private static List<String> guesses(List<List<String>> train) {
    int longest = train.stream().mapToInt(List::size).max().orElse(0);
    List<String> guesses = new ArrayList<>();
    for (int place = 0; place < longest; place++) {
      int at = place;
      guesses.add(
          most(train.stream().filter(t -> t.size() > at).map(target -> target.get(at)).toList()));
    }
    return guesses;
  }

  private static List<String> oneToken(List<List<String>> train, int places) {
    String token = most(train.stream().flatMap(List::stream).toList());
    return Collections.nCopies(places, token);
  }

  private static String most(List<String> tokens) {
    String most = tokens.get(0);
    for (String token : tokens) {
      if (count(tokens, token) > count(tokens, most)) {
        most = token;
      }
    }
    return most;
  }

  private static long count(List<String> tokens, String token) {
    return tokens.stream().filter(token::equals).count();
  }

  private static double share(List<String> guesses, List<List<String>> test) {
    int right = 0;
    int tokens = 0;
    for (List<String> target : test) {
      for (int place = 0; place < target.size(); place++) {
        tokens++;
        boolean known = place < guesses.size();
        right += known && target.get(place).equals(guesses.get(place)) ? 1 : 0;
      }
    }
    return right / (double) tokens;
  }
}
