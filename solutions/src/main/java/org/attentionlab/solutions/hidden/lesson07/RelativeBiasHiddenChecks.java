package org.attentionlab.solutions.hidden.lesson07;

import static org.attentionlab.solutions.hidden.lesson07.Distances.H;
import static org.attentionlab.solutions.hidden.lesson07.Distances.S;
import static org.attentionlab.solutions.hidden.lesson07.Distances.T;

import org.attentionlab.exercises.lesson07.Lesson07Hints;
import org.attentionlab.exercises.lesson07.RelativeBias;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Graded tests of exercise 7.4. Each but the first uses a table that is the same on both sides, so
 * that the direction of the distance costs its own points only.
 */
@ChecksOf(RelativeBias.class)
public final class RelativeBiasHiddenChecks {

  private final RelativeBias answer;

  RelativeBiasHiddenChecks(RelativeBias answer) {
    this.answer = answer;
  }

  private Expect ask(Distances input, int first) {
    return Expect.that("scores", answer.add(input.scores(), input.table(), first))
        .given(input.given(first));
  }

  /** The reach is long enough for every distance. */
  @Test
  @Mechanism("7.4.1 the distance is the query's place less the key's")
  @Points(5)
  @Hint({Lesson07Hints.DISTANCE_1, Lesson07Hints.DISTANCE_2, Lesson07Hints.DISTANCE_3})
  void distanceHasADirection() {
    Distances input = new Distances(7700, S, false);
    ask(input, 0)
        .mistake(
            "key-less-query",
            "The distance is j - i here; it is i - j, the query's place less the key's.",
            () -> input.plus((b, h, i, j) -> input.row(j - i, h)))
        .mistake(
            "no-direction",
            "Before and after are not told apart: the distance has a sign.",
            () -> input.plus((b, h, i, j) -> input.row(Math.abs(i - j), h)))
        .mistake(
            "not-centred",
            "Distance 0 reads row 0; it stands in the middle row.",
            () -> input.plus((b, h, i, j) -> input.row(Math.max(0, i - j) - S, h)))
        .equalTo(input.plus((b, h, i, j) -> input.row(i - j, h)));
  }

  @Test
  @Mechanism("7.4.2 distances beyond the reach share the last row")
  @Points(3)
  @Hint({Lesson07Hints.CLIP_1, Lesson07Hints.CLIP_2, Lesson07Hints.CLIP_3})
  void farDistancesShare() {
    for (int reach : new int[] {1, 3}) {
      Distances input = new Distances(7710 + reach, reach, true);
      ask(input, 0)
          .mistake(
              "none-beyond",
              "Nothing is added beyond the reach; the last row serves there.",
              () -> input.plus((b, h, i, j) -> Math.abs(i - j) > reach ? 0 : input.row(i - j, h)))
          .mistake(
              "wrapped",
              "Beyond the reach the table is read again from its other end.",
              () -> input.plus((b, h, i, j) -> input.wrapped(i - j, h)))
          .equalTo(input.plus((b, h, i, j) -> input.clipped(i - j, h)));
    }
  }

  /** The reach is long enough for every distance. */
  @Test
  @Mechanism("7.4.3 each head has its own column, in every sentence")
  @Points(3)
  @Hint({Lesson07Hints.HEADS_1, Lesson07Hints.HEADS_2, Lesson07Hints.HEADS_3})
  void headsHaveColumns() {
    Distances input = new Distances(7720, S, true);
    ask(input, 0)
        .mistake(
            "first-head",
            "All heads read the first column; head h reads column h.",
            () -> input.plus((b, h, i, j) -> input.row(i - j, 0)))
        .mistake(
            "averaged",
            "The heads' biases have been averaged; every head keeps its own.",
            () -> input.plus((b, h, i, j) -> mean(input, i - j)))
        .mistake(
            "sentence-for-head",
            "The column was chosen by the sentence; it belongs to the head, axis 1.",
            () -> input.plus((b, h, i, j) -> input.row(i - j, b)))
        .equalTo(input.plus((b, h, i, j) -> input.row(i - j, h)));
  }

  private static double mean(Distances input, int distance) {
    double sum = 0;
    for (int h = 0; h < H; h++) {
      sum += input.row(distance, h);
    }
    return sum / H;
  }

  @Test
  @Mechanism("7.4.4 the first query stands at first")
  @Points(2)
  @Hint({Lesson07Hints.FIRST_1, Lesson07Hints.FIRST_2, Lesson07Hints.FIRST_3})
  void queriesStartAtFirst() {
    Distances input = new Distances(7730, S, true);
    ask(input, 1)
        .mistake(
            "first-ignored",
            "The query stands at 0 here; it stands at first.",
            () -> input.plus((b, h, i, j) -> input.row(i - j, h)))
        .mistake(
            "aligned-to-end",
            "The last query stands at the last key here; the first one stands at first.",
            () -> input.plus((b, h, i, j) -> input.row(S - T + i - j, h)))
        .equalTo(input.plus((b, h, i, j) -> input.row(1 + i - j, h)));
  }

  /** A row that is hidden as a whole is among them. */
  @Test
  @Mechanism("7.4.5 the bias is added, and hidden keys stay hidden")
  @Points(1)
  @Hint({Lesson07Hints.ADDED_1, Lesson07Hints.ADDED_2, Lesson07Hints.ADDED_3})
  void biasIsAdded() {
    Distances input = new Distances(7740, S, true);
    input.hide(1, 0, 2, 3);
    for (int j = 0; j < S; j++) {
      input.hide(0, 2, 4, j);
    }
    ask(input, 0)
        .mistake(
            "bias-only",
            "The scores are gone: the bias is added to them.",
            () -> input.each((b, h, i, j) -> input.row(i - j, h)))
        .mistake(
            "multiplied",
            "Scores and biases have been multiplied; they are added.",
            () -> input.each((b, h, i, j) -> input.score(b, h, i, j) * input.row(i - j, h)))
        .mistake(
            "unmasked",
            "A hidden key has a score again.",
            () -> input.each((b, h, i, j) -> unhidden(input, b, h, i, j)))
        .equalTo(input.plus((b, h, i, j) -> input.row(i - j, h)));
  }

  private static double unhidden(Distances input, int b, int h, int i, int j) {
    double score = input.score(b, h, i, j);
    return (Double.isInfinite(score) ? 0 : score) + input.row(i - j, h);
  }

  @Test
  @Mechanism("7.4.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson07Hints.KEPT_1, Lesson07Hints.KEPT_2, Lesson07Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Distances input = new Distances(7750, 2, true);
    Tensor scores = input.scores();
    Tensor table = input.table();
    String given = input.given(0) + ", result " + answer.add(scores, table, 0).shapeString();
    Expect.that("scores after the call", scores)
        .given(given)
        .mistake(
            "added-in-place",
            "The biases have been added to the scores that came in; they belong to the caller.",
            () -> input.plus((b, h, i, j) -> input.clipped(i - j, h)))
        .equalTo(input.each(input::score));
    Expect.that("table after the call", table).given(given).equalTo(Grid.of(input.table()));
  }
}
