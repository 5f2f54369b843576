package org.attentionlab.solutions.mutants.lesson03;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.exercises.lesson03.AlignmentStep;
import org.attentionlab.exercises.lesson03.AlignmentStep.Parameters;
import org.attentionlab.exercises.lesson03.Context;
import org.attentionlab.exercises.lesson03.MaskedSoftmax;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 03 give. */
public final class Lesson03Mutants {

  private Lesson03Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        step("state-of-this-step", "3.1.1", (s, h, t, p) -> scores(s, h, t, p).softmax(-1)),
        step("first-state", "3.1.1", (s, h, t, p) -> scores(s, h, 0, p).softmax(-1)),
        step(
            "no-tanh",
            "3.1.2",
            (s, h, t, p) -> sum(s, h, t - 1, p).mul(p.vector()).sum(-1, false).softmax(-1)),
        step("dot-product", "3.1.2", Lesson03Mutants::dotProduct),
        step(
            "vector-forgotten",
            "3.1.2",
            (s, h, t, p) -> sum(s, h, t - 1, p).tanh().sum(-1, false).softmax(-1)),
        step("over-the-batch", "3.1.3", (s, h, t, p) -> scores(s, h, t - 1, p).softmax(0)),
        step("no-softmax", "3.1.3", (s, h, t, p) -> scores(s, h, t - 1, p)),
        step("result-in-input", "3.1.4", Lesson03Mutants::resultInInput),
        context("sums-over-the-batch", "3.2.1", Lesson03Mutants::sumsOverTheBatch),
        context("batch-summed-away", "3.2.1", (w, h) -> weighted(w, h).sum(1, false).sum(0, false)),
        context("plain-mean", "3.2.2", (w, h) -> h.mean(1, false)),
        context("best-only", "3.2.2", Lesson03Mutants::bestOnly),
        context(
            "divided-by-length",
            "3.2.2",
            (w, h) -> weighted(w, h).sum(1, false).div((float) h.size(1))),
        context("axis-kept", "3.2.3", (w, h) -> weighted(w, h).sum(1, true)),
        context("not-summed", "3.2.3", Lesson03Mutants::weighted),
        context("weighted-in-place", "3.2.4", Lesson03Mutants::weightedInPlace),
        masked("not-masked", "3.3.1", (e, n) -> e.softmax(-1)),
        masked("masked-with-zero", "3.3.1", (e, n) -> filled(e, n, 0, 0).softmax(-1)),
        masked(
            "one-too-few", "3.3.1", (e, n) -> filled(e, n, 1, Float.NEGATIVE_INFINITY).softmax(-1)),
        masked("masked-after", "3.3.2", (e, n) -> filled(e.softmax(-1), n, 0, 0)),
        masked("overflow", "3.3.3", Lesson03Mutants::naive),
        masked("nan-row", "3.3.4", Lesson03Mutants::nanRow),
        masked("large-negative", "3.3.4", (e, n) -> filled(e, n, 0, -1e9f).softmax(-1)),
        masked("hidden-in-place", "3.3.5", Lesson03Mutants::hiddenInPlace));
  }

  private static Mutant<AlignmentStep> step(String mistake, String killedBy, AlignmentStep answer) {
    return new Mutant<>(AlignmentStep.class, mistake, killedBy, answer);
  }

  private static Mutant<Context> context(String mistake, String killedBy, Context answer) {
    return new Mutant<>(Context.class, mistake, killedBy, answer);
  }

  private static Mutant<MaskedSoftmax> masked(
      String mistake, String killedBy, MaskedSoftmax answer) {
    return new Mutant<>(MaskedSoftmax.class, mistake, killedBy, answer);
  }

  /** Projected query and keys added: (B, S, dHidden). */
  private static Tensor sum(Tensor s, Tensor h, int asks, Parameters p) {
    return s.slice(1, asks, asks + 1).matmul(p.queryWeight()).add(h.matmul(p.keyWeight()));
  }

  private static Tensor scores(Tensor s, Tensor h, int asks, Parameters p) {
    return sum(s, h, asks, p).tanh().mul(p.vector()).sum(-1, false);
  }

  private static Tensor dotProduct(Tensor s, Tensor h, int t, Parameters p) {
    Tensor query = s.slice(1, t - 1, t).matmul(p.queryWeight());
    return query.mul(h.matmul(p.keyWeight())).sum(-1, false).softmax(-1);
  }

  private static Tensor resultInInput(Tensor s, Tensor h, int t, Parameters p) {
    Tensor hidden = sum(s, h, t - 1, p).tanh();
    if (hidden.numel() == h.numel()) {
      h.assign(hidden.toArray());
    }
    return hidden.mul(p.vector()).sum(-1, false).softmax(-1);
  }

  private static Tensor weighted(Tensor weights, Tensor states) {
    return weights.unsqueeze(2).mul(states);
  }

  private static Tensor sumsOverTheBatch(Tensor weights, Tensor states) {
    Tensor sum = weighted(weights, states).sum(1, false).sum(0, false); // (dK)
    List<Tensor> rows = new ArrayList<>();
    for (int b = 0; b < states.size(0); b++) {
      rows.add(sum);
    }
    return Tensor.stack(0, rows);
  }

  private static Tensor bestOnly(Tensor weights, Tensor states) {
    int[] best = weights.argmax(-1);
    List<Tensor> rows = new ArrayList<>();
    for (int b = 0; b < best.length; b++) {
      rows.add(states.get(b).get(best[b]));
    }
    return Tensor.stack(0, rows);
  }

  private static Tensor weightedInPlace(Tensor weights, Tensor states) {
    states.assign(weighted(weights, states).toArray());
    return states.sum(1, false);
  }

  private static Tensor filled(Tensor numbers, int[] lengths, int fewer, float value) {
    int places = numbers.size(1);
    float[] data = numbers.toArray();
    for (int b = 0; b < lengths.length; b++) {
      for (int j = Math.max(0, lengths[b] - fewer); j < places; j++) {
        data[b * places + j] = value;
      }
    }
    return Tensor.of(data, lengths.length, places);
  }

  private static Tensor naive(Tensor scores, int[] lengths) {
    Tensor exp = filled(scores.exp(), lengths, 0, 0);
    Tensor sum = exp.sum(-1, true);
    return filled(exp.div(sum), lengths, 0, 0);
  }

  private static Tensor nanRow(Tensor scores, int[] lengths) {
    Tensor exp = filled(scores.sub(scores.max()).exp(), lengths, 0, 0);
    return exp.div(exp.sum(-1, true));
  }

  private static Tensor hiddenInPlace(Tensor scores, int[] lengths) {
    scores.assign(filled(scores, lengths, 0, Float.NEGATIVE_INFINITY).toArray());
    return scores.softmax(-1);
  }
}
