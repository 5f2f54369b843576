package org.attentionlab.solutions.hidden.lesson10;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm.Clipped;
import org.attentionlab.exercises.lesson10.Lesson10Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 10.3: tensors of several shapes and of very different sizes. */
@ChecksOf(ClipGlobalNorm.class)
public final class ClipGlobalNormHiddenChecks {

  private static final int[][] SHAPES = {{3}, {1}, {4, 16}, {2, 3, 5}};

  /** The third tensor is much larger than the others, as the gradient of one layer often is. */
  private static final double[] SIZES = {.5, 2, 100, .01};

  private static final List<double[]> GRADIENTS = gradients();
  private static final double NORM = norm(GRADIENTS);
  private static final String GIVEN =
      "gradients (3), (1), (4, 16), (2, 3, 5), norm about " + Math.round(NORM) + ", limit ";

  private final ClipGlobalNorm answer;

  ClipGlobalNormHiddenChecks(ClipGlobalNorm answer) {
    this.answer = answer;
  }

  private static List<double[]> gradients() {
    List<double[]> gradients = new ArrayList<>();
    for (int i = 0; i < SHAPES.length; i++) {
      int count = Arrays.stream(SHAPES[i]).reduce(1, Math::multiplyExact);
      double size = SIZES[i];
      gradients.add(
          Arrays.stream(Samples.normal(3100 + i, count)).map(g -> (float) (g * size)).toArray());
    }
    return gradients;
  }

  private static double squares(double... numbers) {
    return Arrays.stream(numbers).map(number -> number * number).sum();
  }

  private static double norm(List<double[]> gradients) {
    return Math.sqrt(gradients.stream().mapToDouble(g -> squares(g)).sum());
  }

  private static List<Tensor> tensors(DoubleUnaryOperator change) {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < SHAPES.length; i++) {
      double[] numbers = Arrays.stream(GRADIENTS.get(i)).map(change).toArray();
      tensors.add(Samples.tensor(Grid.of(SHAPES[i], numbers)));
    }
    return tensors;
  }

  private Clipped ask(double limit) {
    return answer.clip(tensors(g -> g), limit);
  }

  private static double[] numbers(Clipped clipped) {
    return clipped.gradients().stream()
        .flatMapToDouble(gradient -> Arrays.stream(Grid.of(gradient).values()))
        .toArray();
  }

  /** All numbers, each tensor multiplied by a factor of its own. */
  private static Grid times(ToDoubleFunction<double[]> factor) {
    return Grid.of(
        GRADIENTS.stream()
            .flatMapToDouble(
                gradient -> {
                  double by = factor.applyAsDouble(gradient);
                  return Arrays.stream(gradient).map(g -> g * by);
                })
            .toArray());
  }

  private static Grid cutOff(double limit) {
    return Grid.of(
        GRADIENTS.stream()
            .flatMapToDouble(Arrays::stream)
            .map(g -> Math.max(-limit, Math.min(limit, g)))
            .toArray());
  }

  @Test
  @Mechanism("10.3.1 all tensors are shortened by one factor")
  @Points(4)
  @Hint({Lesson10Hints.FACTOR_1, Lesson10Hints.FACTOR_2, Lesson10Hints.FACTOR_3})
  void oneFactor() {
    double sum = GRADIENTS.stream().mapToDouble(g -> Math.sqrt(squares(g))).sum();
    for (double limit : new double[] {200, NORM / 2}) {
      Expect.that("gradients", numbers(ask(limit)))
          .given(GIVEN + Math.round(limit))
          .mistake(
              "per-tensor",
              "Every tensor has been clipped on its own: that changes the direction of the step.",
              () -> times(g -> Math.min(1, limit / Math.sqrt(squares(g)))))
          .mistake(
              "per-number",
              "Every number has been cut off at the limit: that changes the direction of the"
                  + " step.",
              () -> cutOff(limit))
          .mistake(
              "sum-of-norms",
              "The norms of the tensors have been added; their squares are added, under one root.",
              () -> times(g -> Math.min(1, limit / sum)))
          .mistake(
              "square-of-norm",
              "The limit has been divided by the sum of squares; its root is the norm.",
              () -> times(g -> Math.min(1, limit / (NORM * NORM))))
          .equalTo(times(g -> limit / NORM));
    }
  }

  @Test
  @Mechanism("10.3.2 gradients that are short enough stay as they are")
  @Points(3)
  @Hint({Lesson10Hints.SHORT_1, Lesson10Hints.SHORT_2, Lesson10Hints.SHORT_3})
  void shortOnesStay() {
    double limit = 3 * NORM;
    Expect.that("gradients", numbers(ask(limit)))
        .given(GIVEN + Math.round(limit))
        .mistake(
            "lengthened",
            "Short gradients have been lengthened to the limit; the factor is 1 at most.",
            () -> times(g -> 3))
        .equalTo(times(g -> 1));
    Expect.that("gradients", numbers(answer.clip(tensors(g -> 0), 2)))
        .given("all gradients 0, limit 2")
        .mistake(
            "zero-gradient",
            "The norm is 0: limit / 0 is infinite, and 0 times infinity is NaN.",
            () -> times(g -> Double.NaN))
        .equalTo(times(g -> 0));
  }

  @Test
  @Mechanism("10.3.3 the norm is that before clipping")
  @Points(2)
  @Hint({Lesson10Hints.NORM_1, Lesson10Hints.NORM_2, Lesson10Hints.NORM_3})
  void normBefore() {
    double count = GRADIENTS.stream().mapToInt(g -> g.length).sum();
    Expect.that("norm", ask(5).norm())
        .given(GIVEN + "5")
        .mistake(
            "norm-after",
            "This is the norm after clipping; the one before tells whether it was needed.",
            () -> Grid.of(5))
        .mistake(
            "squared-norm",
            "This is the sum of squares; take its root.",
            () -> Grid.of(NORM * NORM))
        .mistake(
            "mean-of-squares",
            "This is the root of the mean of squares; a norm has their sum.",
            () -> Grid.of(NORM / Math.sqrt(count)))
        .equalTo(Grid.of(NORM));
  }

  @Test
  @Mechanism("10.3.4 every tensor keeps its shape")
  @Points(1)
  @Hint({Lesson10Hints.SHAPE_1, Lesson10Hints.SHAPE_2, Lesson10Hints.SHAPE_3})
  void shapesStay() {
    List<Tensor> gradients = ask(5).gradients();
    Expect.that("number of tensors", gradients.size())
        .given(GIVEN + "5")
        .mistake(
            "joined",
            "The gradients have been joined; each belongs to its own parameter.",
            () -> Grid.of(1))
        .equalTo(Grid.of(SHAPES.length));
    for (int i = 0; i < SHAPES.length; i++) {
      int[] shape = SHAPES[i];
      int count = GRADIENTS.get(i).length;
      Expect.that("shape of gradient " + i, gradients.get(i).shape())
          .given(GIVEN + "5")
          .mistake("flattened", "The tensor has been flattened.", () -> Grid.of(new int[] {count}))
          .equalTo(Grid.of(shape));
    }
  }
}
