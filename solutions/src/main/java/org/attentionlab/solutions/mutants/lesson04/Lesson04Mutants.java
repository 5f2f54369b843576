package org.attentionlab.solutions.mutants.lesson04;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson04.PermutationProbe;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 04 give. */
public final class Lesson04Mutants {

  private Lesson04Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        dividedBy("no-scaling", (q, k) -> 1),
        dividedBy("by-d", (q, k) -> k.size(-1)),
        dividedBy("by-sqrt-2", (q, k) -> Math.sqrt(2)),
        dividedBy("by-sqrt-n", (q, k) -> Math.sqrt(k.size(-2))),
        dividedBy("by-sqrt-n", (q, k) -> Math.sqrt(q.size(-2))),
        attention("over-queries", "4.1.2", Lesson04Mutants::overQueries),
        attention("keys-for-values", "4.1.3", Lesson04Mutants::keysForValues),
        attention("overflow", "4.1.4", Lesson04Mutants::naiveSoftmax),
        attention("scaled-in-place", "4.1.5", Lesson04Mutants::scaledInPlace),
        permutation("rows-only", "4.2.1", (w, p) -> moved(w, p, identity(p))),
        permutation("columns-only", "4.2.1", (w, p) -> moved(w, identity(p), p)),
        permutation("inverse", "4.2.2", (w, p) -> moved(w, inverse(p), inverse(p))),
        permutation("sorted-in-place", "4.2.3", Lesson04Mutants::sortedInPlace),
        backward("diagonal-only", "4.3.1", (w, g) -> w.sub(w.mul(w)).mul(g)),
        backward("no-sum", "4.3.1", (w, g) -> w.mul(g)),
        backward("sign", "4.3.1", (w, g) -> w.mul(g.sub(rowSum(w, g))).neg()),
        backward("no-weights", "4.3.1", (w, g) -> g.sub(rowSum(w, g))),
        backward("plain-sum", "4.3.1", (w, g) -> w.mul(g.sub(g.sum(-1, true)))),
        backward("over-queries", "4.3.2", Lesson04Mutants::summedOverQueries),
        backward("over-everything", "4.3.2", Lesson04Mutants::summedOverEverything),
        backward("renormalised", "4.3.3", Lesson04Mutants::renormalised),
        backward("result-in-input", "4.3.4", Lesson04Mutants::resultInInput));
  }

  private static Mutant<SelfAttention> attention(
      String mistake, String killedBy, SelfAttention answer) {
    return new Mutant<>(SelfAttention.class, mistake, killedBy, answer);
  }

  private static Mutant<PermutationProbe> permutation(
      String mistake, String killedBy, PermutationProbe answer) {
    return new Mutant<>(PermutationProbe.class, mistake, killedBy, answer);
  }

  private static Mutant<SoftmaxBackward> backward(
      String mistake, String killedBy, SoftmaxBackward answer) {
    return new Mutant<>(SoftmaxBackward.class, mistake, killedBy, answer);
  }

  private static Mutant<SelfAttention> dividedBy(
      String mistake, ToDoubleBiFunction<Tensor, Tensor> divisor) {
    return attention(
        mistake,
        "4.1.2",
        (q, k, v) -> {
          Tensor scores = q.matmul(k.transpose()).div((float) divisor.applyAsDouble(q, k));
          Tensor weights = scores.softmax(-1);
          return new AttentionResult(weights.matmul(v), weights);
        });
  }

  private static Tensor scores(Tensor q, Tensor k) {
    return q.matmul(k.transpose()).div((float) Math.sqrt(k.size(-1)));
  }

  private static AttentionResult overQueries(Tensor q, Tensor k, Tensor v) {
    Tensor weights = scores(q, k).softmax(-2);
    return new AttentionResult(weights.matmul(v), weights);
  }

  private static AttentionResult keysForValues(Tensor q, Tensor k, Tensor v) {
    Tensor weights = scores(q, k).softmax(-1);
    return new AttentionResult(weights.matmul(k), weights);
  }

  private static AttentionResult naiveSoftmax(Tensor q, Tensor k, Tensor v) {
    Tensor exp = scores(q, k).exp();
    Tensor weights = exp.div(exp.sum(-1, true));
    return new AttentionResult(weights.matmul(v), weights);
  }

  private static AttentionResult scaledInPlace(Tensor q, Tensor k, Tensor v) {
    q.assign(q.div((float) Math.sqrt(k.size(-1))).toArray());
    Tensor weights = q.matmul(k.transpose()).softmax(-1);
    return new AttentionResult(weights.matmul(v), weights);
  }

  private static Tensor moved(Tensor weights, int[] rows, int[] columns) {
    int n = rows.length;
    float[] moved = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        moved[i * n + j] = weights.at(rows[i], columns[j]);
      }
    }
    return Tensor.of(moved, n, n);
  }

  private static int[] identity(int[] permutation) {
    int[] same = new int[permutation.length];
    Arrays.setAll(same, i -> i);
    return same;
  }

  private static int[] inverse(int[] permutation) {
    int[] inverse = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      inverse[permutation[i]] = i;
    }
    return inverse;
  }

  private static Tensor sortedInPlace(Tensor weights, int[] permutation) {
    Tensor moved = moved(weights, permutation, permutation);
    Arrays.sort(permutation);
    return moved;
  }

  private static Tensor rowSum(Tensor weights, Tensor gradient) {
    return gradient.mul(weights).sum(-1, true);
  }

  private static Tensor summedOverQueries(Tensor weights, Tensor gradient) {
    return weights.mul(gradient.sub(gradient.mul(weights).sum(-2, true)));
  }

  private static Tensor summedOverEverything(Tensor weights, Tensor gradient) {
    Tensor sum = gradient.mul(weights).sum(-1, true).sum(-2, true);
    return weights.mul(gradient.sub(sum));
  }

  private static Tensor resultInInput(Tensor weights, Tensor gradient) {
    gradient.assign(weights.mul(gradient.sub(rowSum(weights, gradient))).toArray());
    return gradient.detach();
  }

  private static Tensor renormalised(Tensor weights, Tensor gradient) {
    Tensor again = weights.div(weights.sum(-1, true));
    return again.mul(gradient.sub(rowSum(again, gradient)));
  }
}
