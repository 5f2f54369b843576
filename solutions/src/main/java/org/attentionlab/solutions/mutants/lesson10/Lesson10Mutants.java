package org.attentionlab.solutions.mutants.lesson10;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.AdamStep.Memory;
import org.attentionlab.exercises.lesson10.AdamStep.Moved;
import org.attentionlab.exercises.lesson10.AdamStep.Settings;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm.Clipped;
import org.attentionlab.exercises.lesson10.LossIgnoringPadding;
import org.attentionlab.exercises.lesson10.WarmupRate;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 10 give. */
public final class Lesson10Mutants {

  private Lesson10Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    List<Mutant<?>> all = new ArrayList<>();
    all.addAll(steps());
    all.addAll(rates());
    all.addAll(clippings());
    all.addAll(losses());
    return List.copyOf(all);
  }

  private static List<Mutant<AdamStep>> steps() {
    return List.of(
        adam("no-correction", "10.1.1", (x, g, m, s) -> corrected(x, s, next(g, m, s), 0, 0)),
        adam(
            "corrects-mean-only",
            "10.1.1",
            (x, g, m, s) -> corrected(x, s, next(g, m, s), m.steps() + 1, 0)),
        adam(
            "corrects-square-only",
            "10.1.1",
            (x, g, m, s) -> corrected(x, s, next(g, m, s), 0, m.steps() + 1)),
        adam("counts-from-zero", "10.1.1", Lesson10Mutants::countsFromZero),
        adam("forgets", "10.1.2", (x, g, m, s) -> withMean(x, g, m, s, g.mul(1 - s.beta1()))),
        adam(
            "shares-exchanged",
            "10.1.2",
            (x, g, m, s) ->
                withMean(x, g, m, s, m.mean().mul(1 - s.beta1()).add(g.mul(s.beta1())))),
        adam(
            "betas-exchanged",
            "10.1.2",
            (x, g, m, s) ->
                right(x, g, m, new Settings(s.rate(), s.beta2(), s.beta1(), s.epsilon()))),
        adam("stores-corrected", "10.1.2", Lesson10Mutants::storesCorrected),
        adam(
            "gradient-not-squared",
            "10.1.2",
            (x, g, m, s) ->
                withSquare(x, g, m, s, m.square().mul(s.beta2()).add(g.mul(1 - s.beta2())))),
        adam("steps-not-counted", "10.1.2", Lesson10Mutants::stepsNotCounted),
        adam(
            "epsilon-in-root",
            "10.1.3",
            (x, g, m, s) -> moved(x, g, m, s, v -> v.add(s.epsilon()).sqrt())),
        adam("no-epsilon", "10.1.3", (x, g, m, s) -> moved(x, g, m, s, Tensor::sqrt)),
        adam("epsilon-too-early", "10.1.3", Lesson10Mutants::epsilonTooEarly),
        adam(
            "uphill",
            "10.1.4",
            (x, g, m, s) ->
                right(x, g, m, new Settings(-s.rate(), s.beta1(), s.beta2(), s.epsilon()))),
        adam(
            "plain-descent",
            "10.1.4",
            (x, g, m, s) -> new Moved(x.sub(g.mul(s.rate())), next(g, m, s))),
        adam(
            "root-forgotten", "10.1.4", (x, g, m, s) -> moved(x, g, m, s, v -> v.add(s.epsilon()))),
        adam("moved-in-place", "10.1.5", Lesson10Mutants::movedInPlace));
  }

  private static List<Mutant<WarmupRate>> rates() {
    return List.of(
        rate(
            "division-by-zero",
            "10.2.1",
            (n, d, w) -> Math.pow(n, -.5) * Math.min(1, Math.pow(n / (double) w, 1.5)) * root(d)),
        rate("infinite", "10.2.1", (n, d, w) -> Math.pow(n, -.5) * root(d)),
        rate("starts-at-one", "10.2.1", (n, d, w) -> transformer(n + 1, d, w)),
        rate("no-warmup", "10.2.2", (n, d, w) -> Math.pow(Math.max(1, n), -.5) * root(d)),
        rate("whole-numbers", "10.2.2", Lesson10Mutants::wholeNumbers),
        rate("width-forgotten", "10.2.2", (n, d, w) -> transformer(n, 1, w)),
        rate(
            "exponent-of-the-warmup",
            "10.2.2",
            (n, d, w) -> Math.min(Math.pow(n, -.5), n * root(w)) * root(d)),
        rate("never-falls", "10.2.3", (n, d, w) -> transformer(Math.min(n, w), d, w)),
        rate("rises-for-ever", "10.2.3", (n, d, w) -> n * Math.pow(w, -1.5) * root(d)),
        rate(
            "falls-too-fast",
            "10.2.3",
            (n, d, w) -> Math.min(n / (double) w, w / (double) n) * root(w) * root(d)));
  }

  private static List<Mutant<ClipGlobalNorm>> clippings() {
    return List.of(
        clip("per-tensor", "10.3.1", (all, limit) -> each(all, g -> limit / norm(List.of(g)))),
        clip("per-number", "10.3.1", Lesson10Mutants::perNumber),
        clip("sum-of-norms", "10.3.1", Lesson10Mutants::sumOfNorms),
        clip(
            "square-of-norm",
            "10.3.1",
            (all, limit) -> each(all, g -> limit / (norm(all) * norm(all)))),
        clip(
            "lengthened",
            "10.3.2",
            (all, limit) -> new Clipped(times(all, limit / Math.max(1e-9, norm(all))), norm(all))),
        clip(
            "zero-gradient",
            "10.3.2",
            (all, limit) ->
                new Clipped(
                    norm(all) > 0 && norm(all) <= limit ? all : times(all, limit / norm(all)),
                    norm(all))),
        clip(
            "norm-after",
            "10.3.3",
            (all, limit) -> new Clipped(right(all, limit), norm(right(all, limit)))),
        clip(
            "squared-norm",
            "10.3.3",
            (all, limit) -> new Clipped(right(all, limit), norm(all) * norm(all))),
        clip(
            "mean-of-squares",
            "10.3.3",
            (all, limit) ->
                new Clipped(
                    right(all, limit),
                    norm(all) / Math.sqrt(all.stream().mapToInt(Tensor::numel).sum()))),
        clip("joined", "10.3.4", Lesson10Mutants::joined),
        clip(
            "flattened",
            "10.3.4",
            (all, limit) ->
                new Clipped(right(all, limit).stream().map(Tensor::flatten).toList(), norm(all))));
  }

  private static List<Mutant<LossIgnoringPadding>> losses() {
    return List.of(
        loss("divides-by-all", "10.4.1", (z, y, p) -> cost(z, y, p) / (y.length * y[0].length)),
        loss("divides-by-sentences", "10.4.1", (z, y, p) -> cost(z, y, p) / y.length),
        loss("mean-of-means", "10.4.1", Lesson10Mutants::meanOfMeans),
        loss("sum", "10.4.1", Lesson10Mutants::cost),
        loss("padding-counts", "10.4.2", (z, y, p) -> z.crossEntropy(inside(z, y)).item()),
        loss(
            "padding-in-the-sum",
            "10.4.2",
            (z, y, p) -> cost(z, inside(z, y), -1) / Math.max(1, words(y, p))),
        loss("no-softmax", "10.4.3", (z, y, p) -> picked(z, y, p) / words(y, p)),
        loss("not-negated", "10.4.3", (z, y, p) -> -cost(z, y, p) / words(y, p)),
        loss("base-two", "10.4.3", (z, y, p) -> cost(z, y, p) / words(y, p) / Math.log(2)),
        loss(
            "overflow",
            "10.4.4",
            (z, y, p) -> picked(z.exp().div(z.exp().sum(-1, true)).log(), y, p) / words(y, p)),
        loss("log-of-zero", "10.4.4", (z, y, p) -> picked(z.softmax(-1).log(), y, p) / words(y, p)),
        loss("zero-by-zero", "10.4.5", (z, y, p) -> cost(z, y, p) / words(y, p)));
  }

  private static Mutant<AdamStep> adam(String mistake, String killedBy, AdamStep answer) {
    return new Mutant<>(AdamStep.class, mistake, killedBy, answer);
  }

  private static Mutant<WarmupRate> rate(String mistake, String killedBy, WarmupRate answer) {
    return new Mutant<>(WarmupRate.class, mistake, killedBy, answer);
  }

  private static Mutant<ClipGlobalNorm> clip(
      String mistake, String killedBy, ClipGlobalNorm answer) {
    return new Mutant<>(ClipGlobalNorm.class, mistake, killedBy, answer);
  }

  private static Mutant<LossIgnoringPadding> loss(
      String mistake, String killedBy, LossIgnoringPadding answer) {
    return new Mutant<>(LossIgnoringPadding.class, mistake, killedBy, answer);
  }

  private static Memory next(Tensor g, Memory before, Settings s) {
    return new Memory(
        before.mean().mul(s.beta1()).add(g.mul(1 - s.beta1())),
        before.square().mul(s.beta2()).add(g.mul(g).mul(1 - s.beta2())),
        before.steps() + 1);
  }

  /** Corrects by these numbers of steps, or not at all for 0. */
  private static Moved corrected(Tensor x, Settings s, Memory memory, int ofMean, int ofSquare) {
    Tensor m = ofMean == 0 ? memory.mean() : mean(memory, s, ofMean);
    Tensor v = ofSquare == 0 ? memory.square() : square(memory, s, ofSquare);
    return new Moved(x.sub(m.div(v.sqrt().add(s.epsilon())).mul(s.rate())), memory);
  }

  private static Tensor mean(Memory memory, Settings s, int number) {
    return memory.mean().div(1 - Math.pow(s.beta1(), number));
  }

  private static Tensor square(Memory memory, Settings s, int number) {
    return memory.square().div(1 - Math.pow(s.beta2(), number));
  }

  private static Moved right(Tensor x, Tensor g, Memory before, Settings s) {
    return withMemory(x, s, next(g, before, s));
  }

  private static Moved withMemory(Tensor x, Settings s, Memory memory) {
    return corrected(x, s, memory, memory.steps(), memory.steps());
  }

  private static Moved withMean(Tensor x, Tensor g, Memory before, Settings s, Tensor mean) {
    Memory next = next(g, before, s);
    return withMemory(x, s, new Memory(mean, next.square(), next.steps()));
  }

  private static Moved withSquare(Tensor x, Tensor g, Memory before, Settings s, Tensor square) {
    Memory next = next(g, before, s);
    return withMemory(x, s, new Memory(next.mean(), square, next.steps()));
  }

  private interface Root {
    Tensor of(Tensor correctedSquare);
  }

  private static Moved moved(Tensor x, Tensor g, Memory before, Settings s, Root root) {
    Memory next = next(g, before, s);
    Tensor ratio = mean(next, s, next.steps()).div(root.of(square(next, s, next.steps())));
    return new Moved(x.sub(ratio.mul(s.rate())), next);
  }

  private static Moved epsilonTooEarly(Tensor x, Tensor g, Memory before, Settings s) {
    double share = Math.sqrt(1 - Math.pow(s.beta2(), before.steps() + 1));
    return moved(x, g, before, s, v -> v.sqrt().mul(share).add(s.epsilon()).div(share));
  }

  private static Moved countsFromZero(Tensor x, Tensor g, Memory before, Settings s) {
    Memory next = next(g, before, s);
    Tensor ratio =
        mean(next, s, before.steps()).div(square(next, s, before.steps()).sqrt().add(s.epsilon()));
    return new Moved(x.sub(ratio.mul(s.rate())), next);
  }

  private static Moved storesCorrected(Tensor x, Tensor g, Memory before, Settings s) {
    Memory next = next(g, before, s);
    Memory stored =
        new Memory(mean(next, s, next.steps()), square(next, s, next.steps()), next.steps());
    return new Moved(withMemory(x, s, next).x(), stored);
  }

  private static Moved stepsNotCounted(Tensor x, Tensor g, Memory before, Settings s) {
    Moved right = right(x, g, before, s);
    Memory memory = right.memory();
    return new Moved(right.x(), new Memory(memory.mean(), memory.square(), before.steps()));
  }

  private static Moved movedInPlace(Tensor x, Tensor g, Memory before, Settings s) {
    Moved right = right(x, g, before, s);
    x.assign(right.x().toArray());
    return new Moved(x, right.memory());
  }

  private static double root(int number) {
    return 1 / Math.sqrt(number);
  }

  private static double transformer(int step, int dModel, int warmup) {
    return Math.min(Math.pow(step, -.5), step * Math.pow(warmup, -1.5)) * root(dModel);
  }

  @SuppressWarnings("NarrowCalculation") // the mistake itself
  private static double wholeNumbers(int step, int dModel, int warmup) {
    double share = step / warmup;
    return Math.min(Math.pow(step, -.5), share * root(warmup)) * root(dModel);
  }

  private static double norm(List<Tensor> gradients) {
    return Math.sqrt(gradients.stream().mapToDouble(g -> g.mul(g).sum().item()).sum());
  }

  private static List<Tensor> times(List<Tensor> gradients, double factor) {
    return gradients.stream().map(g -> g.mul(factor)).toList();
  }

  private static List<Tensor> right(List<Tensor> gradients, double limit) {
    return times(gradients, Math.min(1, limit / norm(gradients)));
  }

  /** A factor for each tensor, 1 at most. */
  private static Clipped each(List<Tensor> gradients, ToDoubleFunction<Tensor> factor) {
    return new Clipped(
        gradients.stream().map(g -> g.mul(Math.min(1, factor.applyAsDouble(g)))).toList(),
        norm(gradients));
  }

  private static Clipped perNumber(List<Tensor> gradients, double limit) {
    return new Clipped(
        gradients.stream().map(g -> g.clamp(-limit, limit)).toList(), norm(gradients));
  }

  private static Clipped sumOfNorms(List<Tensor> gradients, double limit) {
    double sum = gradients.stream().mapToDouble(g -> norm(List.of(g))).sum();
    return each(gradients, g -> limit / sum);
  }

  private static Clipped joined(List<Tensor> gradients, double limit) {
    List<Tensor> flat = right(gradients, limit).stream().map(Tensor::flatten).toList();
    return new Clipped(List.of(Tensor.concat(0, flat)), norm(gradients));
  }

  private static int words(int[][] targets, int padding) {
    int words = 0;
    for (int[] row : targets) {
      for (int target : row) {
        words += target == padding ? 0 : 1;
      }
    }
    return words;
  }

  /** Padding that is no class becomes the first one. */
  private static int[][] inside(Tensor logits, int[][] targets) {
    int[][] inside = new int[targets.length][targets[0].length];
    for (int b = 0; b < targets.length; b++) {
      for (int t = 0; t < targets[b].length; t++) {
        int target = targets[b][t];
        inside[b][t] = target >= 0 && target < logits.size(-1) ? target : 0;
      }
    }
    return inside;
  }

  /** Minus the sum of one number for each real word. */
  private static double picked(Tensor logs, int[][] targets, int padding) {
    double sum = 0;
    for (int b = 0; b < targets.length; b++) {
      for (int t = 0; t < targets[b].length; t++) {
        sum -= targets[b][t] == padding ? 0 : logs.at(b, t, targets[b][t]);
      }
    }
    return sum;
  }

  private static double cost(Tensor logits, int[][] targets, int padding) {
    return picked(logits.logSoftmax(-1), targets, padding);
  }

  private static double meanOfMeans(Tensor logits, int[][] targets, int padding) {
    double sum = 0;
    for (int b = 0; b < targets.length; b++) {
      int[][] row = {targets[b]};
      sum += cost(logits.slice(0, b, b + 1), row, padding) / words(row, padding);
    }
    return sum / targets.length;
  }
}
