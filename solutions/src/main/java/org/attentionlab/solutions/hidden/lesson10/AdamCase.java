package org.attentionlab.solutions.hidden.lesson10;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.AdamStep.Memory;
import org.attentionlab.exercises.lesson10.AdamStep.Moved;
import org.attentionlab.exercises.lesson10.AdamStep.Settings;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/**
 * Parameters, gradient and memory of one step, and what a right or a wrong Adam makes of them,
 * number by number in double precision.
 */
final class AdamCase {

  private final int[] shape;
  private final int steps;
  private final Settings settings;
  private final double[] x;
  private final double[] g;
  private final double[] m;
  private final double[] v;

  private AdamCase(int steps, Settings settings, int... shape) {
    this.shape = shape.clone();
    this.steps = steps;
    this.settings = settings;
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    x = Samples.normal(1100 + count, count);
    g = Samples.normal(1200 + count, count);
    m = new double[count];
    v = new double[count];
    if (steps > 0) {
      double[] before = Samples.normal(1300 + count, count);
      Arrays.setAll(m, i -> (float) (before[i] * .3));
      Arrays.setAll(v, i -> (float) (before[i] * before[i] * .2 + .01));
    }
  }

  /** A case of the given shape. */
  static AdamCase of(int steps, Settings settings, int... shape) {
    return new AdamCase(steps, settings, shape);
  }

  private Tensor tensor(double[] numbers) {
    return Samples.tensor(Grid.of(shape, numbers));
  }

  Tensor parameters() {
    return tensor(x);
  }

  Moved ask(AdamStep answer) {
    return ask(answer, parameters());
  }

  Moved ask(AdamStep answer, Tensor parameters) {
    return answer.step(parameters, tensor(g), new Memory(tensor(m), tensor(v), steps), settings);
  }

  String given() {
    return "x "
        + parameters().shapeString()
        + ", "
        + steps
        + " steps before, rate "
        + settings.rate()
        + ", beta1 "
        + settings.beta1()
        + ", beta2 "
        + settings.beta2()
        + ", epsilon "
        + settings.epsilon();
  }

  int steps() {
    return steps;
  }

  private Grid each(IntToDoubleFunction number) {
    double[] numbers = new double[x.length];
    Arrays.setAll(numbers, number);
    return Grid.of(shape, numbers);
  }

  /** The mean that is remembered when the old one has the share {@code kept}. */
  Grid mean(double kept, double taken) {
    return each(i -> kept * m[i] + taken * g[i]);
  }

  Grid mean() {
    return mean(settings.beta1(), 1 - settings.beta1());
  }

  Grid correctedMean() {
    return each(i -> newMean(i) / share(settings.beta1(), steps + 1));
  }

  Grid square() {
    return each(this::newSquare);
  }

  Grid squareOfTheGradientItself() {
    return each(i -> settings.beta2() * v[i] + (1 - settings.beta2()) * g[i]);
  }

  private double newMean(int i) {
    return settings.beta1() * m[i] + (1 - settings.beta1()) * g[i];
  }

  private double newSquare(int i) {
    return settings.beta2() * v[i] + (1 - settings.beta2()) * g[i] * g[i];
  }

  private static double share(double beta, int number) {
    return 1 - Math.pow(beta, number);
  }

  /** The parameters when the corrections are those of the steps with these numbers; 0 for none. */
  Grid movedCorrecting(boolean mean, boolean square, int number) {
    double ofMean = mean ? share(settings.beta1(), number) : 1;
    double ofSquare = square ? share(settings.beta2(), number) : 1;
    return each(
        i ->
            x[i]
                - settings.rate()
                    * (newMean(i) / ofMean)
                    / (Math.sqrt(newSquare(i) / ofSquare) + settings.epsilon()));
  }

  /** The parameters when the ratio of the corrected means is made in another way. */
  Grid moved(DoubleBinaryOperator ratio) {
    double ofMean = share(settings.beta1(), steps + 1);
    double ofSquare = share(settings.beta2(), steps + 1);
    return each(
        i ->
            x[i]
                - settings.rate()
                    * ratio.applyAsDouble(newMean(i) / ofMean, newSquare(i) / ofSquare));
  }

  /** The parameters as they should be. */
  Grid moved() {
    return movedCorrecting(true, true, steps + 1);
  }

  /** The root of the uncorrected square, enlarged by epsilon and corrected then. */
  Grid movedByEarlyEpsilon() {
    double root = Math.sqrt(share(settings.beta2(), steps + 1));
    return moved((mean, square) -> mean / ((Math.sqrt(square) * root + settings.epsilon()) / root));
  }

  Grid plainDescent() {
    return each(i -> x[i] - settings.rate() * g[i]);
  }

  Grid asGiven() {
    return each(i -> x[i]);
  }
}
