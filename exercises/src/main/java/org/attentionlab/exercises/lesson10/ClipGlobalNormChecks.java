package org.attentionlab.exercises.lesson10;

import java.util.List;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm.Clipped;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 10.3, on [2 -1] and [[2 4]], whose norm is 5. */
@ChecksOf(ClipGlobalNorm.class)
public final class ClipGlobalNormChecks {

  private static final String GIVEN = "gradients [2 -1] and [[2 4]], norm 5, limit ";

  private final ClipGlobalNorm answer;

  ClipGlobalNormChecks(ClipGlobalNorm answer) {
    this.answer = answer;
  }

  private Clipped ask(double limit) {
    return answer.clip(List.of(Tensor.vector(2, -1), Tensor.of(new float[] {2, 4}, 1, 2)), limit);
  }

  /** All numbers in one row: what the tensors are worth, whatever their shapes. */
  private static double[] numbers(Clipped clipped) {
    return clipped.gradients().stream()
        .flatMapToDouble(gradient -> java.util.Arrays.stream(Grid.of(gradient).values()))
        .toArray();
  }

  @Test
  @Mechanism("10.3.1 all tensors are shortened by one factor")
  @Points(4)
  @Hint({Lesson10Hints.FACTOR_1, Lesson10Hints.FACTOR_2, Lesson10Hints.FACTOR_3})
  void oneFactor() {
    Expect.that("gradients", numbers(ask(1)))
        .given(GIVEN + "1")
        .mistake(
            "per-tensor",
            "Every tensor has been clipped on its own: that changes the direction of the step.",
            () -> row(.89442719, -.4472136, .4472136, .89442719))
        .mistake(
            "per-number",
            "Every number has been cut off at the limit: that changes the direction of the step.",
            () -> row(1, -1, 1, 1))
        .mistake(
            "sum-of-norms",
            "The norms of the tensors have been added; their squares are added, under one root.",
            () -> row(.2981424, -.1490712, .2981424, .5962848))
        .mistake(
            "square-of-norm",
            "The limit has been divided by the sum of squares; its root is the norm.",
            () -> row(.08, -.04, .08, .16))
        .equalTo(row(.4, -.2, .4, .8));
  }

  @Test
  @Mechanism("10.3.2 gradients that are short enough stay as they are")
  @Points(3)
  @Hint({Lesson10Hints.SHORT_1, Lesson10Hints.SHORT_2, Lesson10Hints.SHORT_3})
  void shortOnesStay() {
    Expect.that("gradients", numbers(ask(10)))
        .given(GIVEN + "10")
        .mistake(
            "lengthened",
            "Short gradients have been lengthened to the limit; the factor is 1 at most.",
            () -> row(4, -2, 4, 8))
        .equalTo(row(2, -1, 2, 4));
    Clipped zero = answer.clip(List.of(Tensor.zeros(2), Tensor.zeros(1, 2)), 1);
    Expect.that("gradients", numbers(zero))
        .given("gradients [0 0] and [[0 0]], limit 1")
        .mistake(
            "zero-gradient",
            "The norm is 0: limit / 0 is infinite, and 0 times infinity is NaN.",
            () -> row(Double.NaN, Double.NaN, Double.NaN, Double.NaN))
        .equalTo(row(0, 0, 0, 0));
  }

  @Test
  @Mechanism("10.3.3 the norm is that before clipping")
  @Points(2)
  @Hint({Lesson10Hints.NORM_1, Lesson10Hints.NORM_2, Lesson10Hints.NORM_3})
  void normBefore() {
    Expect.that("norm", ask(2).norm())
        .given(GIVEN + "2")
        .mistake(
            "norm-after",
            "This is the norm after clipping; the one before tells whether it was needed.",
            () -> Grid.of(2))
        .mistake("squared-norm", "This is the sum of squares; take its root.", () -> Grid.of(25))
        .mistake(
            "mean-of-squares",
            "This is the root of the mean of squares; a norm has their sum.",
            () -> Grid.of(2.5))
        .equalTo(Grid.of(5));
  }

  @Test
  @Mechanism("10.3.4 every tensor keeps its shape")
  @Points(1)
  @Hint({Lesson10Hints.SHAPE_1, Lesson10Hints.SHAPE_2, Lesson10Hints.SHAPE_3})
  void shapesStay() {
    List<Tensor> gradients = ask(1).gradients();
    Expect.that("number of tensors", gradients.size())
        .given(GIVEN + "1")
        .mistake(
            "joined",
            "The gradients have been joined; each belongs to its own parameter.",
            () -> Grid.of(1))
        .equalTo(Grid.of(2));
    Expect.that("shape of the second gradient", gradients.get(1).shape())
        .given(GIVEN + "1")
        .mistake("flattened", "The tensor has been flattened.", () -> row(2))
        .equalTo(row(1, 2));
  }

  private static Grid row(double... values) {
    return Grid.of(values);
  }
}
