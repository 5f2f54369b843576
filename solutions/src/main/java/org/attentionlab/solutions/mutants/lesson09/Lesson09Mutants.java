package org.attentionlab.solutions.mutants.lesson09;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson09.CausalMask;
import org.attentionlab.exercises.lesson09.CrossAttention;
import org.attentionlab.exercises.lesson09.CrossAttention.Parameters;
import org.attentionlab.exercises.lesson09.GreedyDecode;
import org.attentionlab.exercises.lesson09.ShiftRight;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 09 give. */
public final class Lesson09Mutants {

  private static final float HIDDEN = Float.NEGATIVE_INFINITY;

  private Lesson09Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        mask("not-masked", "9.1.1", scores -> scores.softmax(-1)),
        mask("past-hidden", "9.1.1", scores -> hide(scores, -1, HIDDEN, true).softmax(-1)),
        mask("filled-with-zero", "9.1.1", scores -> hide(scores, 1, 0, false).softmax(-1)),
        mask("zero-times-infinity", "9.1.1", Lesson09Mutants::zeroTimesInfinity),
        mask("hides-the-diagonal", "9.1.2", s -> hide(s, 0, HIDDEN, false).softmax(-1)),
        mask("hides-the-diagonal", "9.1.2", s -> naive(hide(s, 0, HIDDEN, false))),
        mask("masked-after", "9.1.3", scores -> hide(scores.softmax(-1), 1, 0, false)),
        mask("overflow", "9.1.3", Lesson09Mutants::overflowing),
        mask("hidden-in-place", "9.1.4", Lesson09Mutants::hiddenInPlace),
        shift("target-leaks", "9.2.1", (target, begin) -> copy(target, 0, 0, target[0].length)),
        shift("begin-over-the-first", "9.2.1", Lesson09Mutants::beginOverTheFirst),
        shift("shifted-left", "9.2.1", (target, begin) -> copy(target, 1, 0, target[0].length)),
        shift("rolled", "9.2.2", Lesson09Mutants::rolled),
        shift("begin-forgotten", "9.2.2", (target, begin) -> copy(target, 0, 1, target[0].length)),
        shift("one-longer", "9.2.3", Lesson09Mutants::oneLonger),
        shift(
            "begin-only-dropped",
            "9.2.3",
            (target, begin) -> copy(target, 0, 0, target[0].length - 1)),
        shift("shifted-in-place", "9.2.4", Lesson09Mutants::shiftedInPlace),
        cross("keys-from-decoder", "9.3.1", (d, m, n, p) -> attend(d, d, m, n, p)),
        cross("queries-from-memory", "9.3.1", (d, m, n, p) -> attend(m, m, m, n, p)),
        cross("roles-swapped", "9.3.1", (d, m, n, p) -> attend(m, d, m, n, p)),
        cross("values-from-decoder", "9.3.2", (d, m, n, p) -> attend(d, m, d, n, p)),
        cross("values-not-projected", "9.3.2", Lesson09Mutants::valuesNotProjected),
        divided("no-scaling", (q, m) -> Tensor.scalar(1)),
        divided("by-d-k", (q, m) -> Tensor.scalar(q.size(-1))),
        divided("by-d-model", (q, m) -> Tensor.scalar((float) Math.sqrt(m.size(-1)))),
        cross("causal", "9.3.4", Lesson09Mutants::causal),
        cross("over-the-queries", "9.3.4", Lesson09Mutants::overTheQueries),
        cross("not-masked", "9.3.5", (d, m, n, p) -> result(scores(d, m, p).softmax(-1), m, p)),
        cross("masked-after", "9.3.5", Lesson09Mutants::maskedAfter),
        cross("filled-with-zero", "9.3.5", (d, m, n, p) -> padded(d, m, n, p, 0)),
        cross("nan-row", "9.3.5", Lesson09Mutants::nanRow),
        cross("large-negative", "9.3.5", (d, m, n, p) -> padded(d, m, n, p, -1e9f)),
        cross("padding-wiped", "9.3.6", Lesson09Mutants::paddingWiped),
        cross("scaled-in-place", "9.3.6", Lesson09Mutants::scaledInPlace),
        write("no-stop", "9.4.1", Writing.withoutEnd()::write),
        write("end-written", "9.4.1", Lesson09Mutants::endWritten),
        write("never-moves-on", "9.4.2", Writing.following((model, state, token) -> 0)::write),
        write("token-for-state", "9.4.2", Lesson09Mutants::tokenForState),
        write("greatest-starts-at-zero", "9.4.2", Writing.choosing(Writing::aboveZero)::write),
        write("last-of-equals", "9.4.3", Writing.choosing(Writing::last)::write),
        write("one-too-many", "9.4.4", Writing.withExtra(1)::write),
        write("one-too-few", "9.4.4", Writing.withExtra(-1)::write),
        write("used-up", "9.4.5", Writing.choosing(Writing::usingUp)::write));
  }

  private static Mutant<CausalMask> mask(String mistake, String killedBy, CausalMask answer) {
    return new Mutant<>(CausalMask.class, mistake, killedBy, answer);
  }

  private static Mutant<ShiftRight> shift(String mistake, String killedBy, ShiftRight answer) {
    return new Mutant<>(ShiftRight.class, mistake, killedBy, answer);
  }

  private static Mutant<CrossAttention> cross(
      String mistake, String killedBy, CrossAttention answer) {
    return new Mutant<>(CrossAttention.class, mistake, killedBy, answer);
  }

  private static Mutant<GreedyDecode> write(String mistake, String killedBy, GreedyDecode answer) {
    return new Mutant<>(GreedyDecode.class, mistake, killedBy, answer);
  }

  /** Puts a number where the key is so much after the query, or before it. */
  private static Tensor hide(Tensor numbers, int from, float number, boolean before) {
    int positions = numbers.size(-1);
    float[] hidden = numbers.toArray();
    for (int i = 0; i < hidden.length; i++) {
      int ahead = i % positions - i / positions % positions;
      if (before ? ahead <= from : ahead >= from) {
        hidden[i] = number;
      }
    }
    return Tensor.of(hidden, numbers.shape());
  }

  /** A softmax that divides by zero where nothing is visible. */
  private static Tensor naive(Tensor scores) {
    Tensor exp = scores.exp();
    return exp.div(exp.sum(-1, true));
  }

  private static Tensor overflowing(Tensor scores) {
    Tensor exp = hide(scores.exp(), 1, 0, false);
    return exp.div(exp.sum(-1, true));
  }

  private static Tensor zeroTimesInfinity(Tensor scores) {
    Tensor future = Tensor.ones(1).sub(Mask.causal(scores.size(-1)).toTensor());
    return scores.add(future.mul(HIDDEN)).softmax(-1);
  }

  private static Tensor hiddenInPlace(Tensor scores) {
    scores.assign(hide(scores, 1, HIDDEN, false).toArray());
    return scores.softmax(-1);
  }

  /** Rows of a length, filled from a place of the target on, at a place of the result. */
  private static int[][] copy(int[][] target, int from, int to, int length) {
    int[][] copy = new int[target.length][length];
    for (int b = 0; b < target.length; b++) {
      int count = Math.min(target[b].length - from, length - to);
      System.arraycopy(target[b], from, copy[b], to, count);
    }
    return copy;
  }

  private static int[][] beginOverTheFirst(int[][] target, int begin) {
    int[][] copy = copy(target, 0, 0, target[0].length);
    Arrays.stream(copy).forEach(row -> row[0] = begin);
    return copy;
  }

  private static int[][] rolled(int[][] target, int begin) {
    int[][] copy = copy(target, 0, 1, target[0].length);
    for (int b = 0; b < copy.length; b++) {
      copy[b][0] = target[b][target[b].length - 1];
    }
    return copy;
  }

  private static int[][] oneLonger(int[][] target, int begin) {
    int[][] copy = copy(target, 0, 1, target[0].length + 1);
    Arrays.stream(copy).forEach(row -> row[0] = begin);
    return copy;
  }

  private static int[][] shiftedInPlace(int[][] target, int begin) {
    for (int[] row : target) {
      System.arraycopy(row, 0, row, 1, row.length - 1);
      row[0] = begin;
    }
    return target;
  }

  private static Tensor scores(Tensor asking, Tensor asked, Parameters p) {
    Tensor q = asking.matmul(p.wQ());
    return q.matmul(asked.matmul(p.wK()).transpose()).div(Math.sqrt(q.size(-1)));
  }

  private static Tensor real(Tensor scores, int[] lengths) {
    return Mask.padding(lengths, scores.size(-1)).hide(scores);
  }

  private static AttentionResult result(Tensor weights, Tensor memory, Parameters p) {
    return new AttentionResult(weights.matmul(memory.matmul(p.wV())), weights);
  }

  private static AttentionResult attend(
      Tensor asking, Tensor asked, Tensor given, int[] lengths, Parameters p) {
    Tensor scores = scores(asking, asked, p);
    boolean fits = Arrays.stream(lengths).allMatch(length -> length <= scores.size(-1));
    return result((fits ? real(scores, lengths) : scores).softmax(-1), given, p);
  }

  private static AttentionResult attend(Tensor decoder, Tensor memory, int[] n, Parameters p) {
    return attend(decoder, memory, memory, n, p);
  }

  private static AttentionResult valuesNotProjected(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    Tensor weights = attend(decoder, memory, lengths, p).weights();
    return new AttentionResult(weights.matmul(memory), weights);
  }

  private static Mutant<CrossAttention> divided(String mistake, BinaryOperator<Tensor> divisor) {
    return cross(
        mistake,
        "9.3.3",
        (decoder, memory, lengths, p) -> {
          Tensor q = decoder.matmul(p.wQ());
          Tensor products = q.matmul(memory.matmul(p.wK()).transpose());
          Tensor scores = products.div(divisor.apply(q, memory));
          return result(real(scores, lengths).softmax(-1), memory, p);
        });
  }

  private static AttentionResult causal(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    Tensor scores = real(scores(decoder, memory, p), lengths);
    boolean[][] past = new boolean[decoder.size(1)][memory.size(1)];
    for (int t = 0; t < past.length; t++) {
      Arrays.fill(past[t], 0, Math.min(t + 1, past[t].length), true);
    }
    return result(Mask.of(past).hide(scores).softmax(-1), memory, p);
  }

  private static AttentionResult overTheQueries(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    return result(real(scores(decoder, memory, p), lengths).softmax(1), memory, p);
  }

  private static AttentionResult maskedAfter(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    Tensor weights = scores(decoder, memory, p).softmax(-1);
    Tensor real = Mask.padding(lengths, memory.size(1)).toTensor();
    return result(weights.mul(real), memory, p);
  }

  private static AttentionResult padded(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p, float number) {
    Tensor real = Mask.padding(lengths, memory.size(1)).toTensor();
    Tensor filled = scores(decoder, memory, p).where(real, number);
    return result(filled.softmax(-1), memory, p);
  }

  private static AttentionResult nanRow(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    return result(naive(real(scores(decoder, memory, p), lengths)), memory, p);
  }

  private static AttentionResult paddingWiped(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    int width = memory.size(2);
    float[] states = memory.toArray();
    for (int b = 0; b < lengths.length; b++) {
      int end = (b + 1) * memory.size(1) * width;
      Arrays.fill(states, b * memory.size(1) * width + lengths[b] * width, end, 0);
    }
    memory.assign(states);
    return attend(decoder, memory, lengths, p);
  }

  private static AttentionResult scaledInPlace(
      Tensor decoder, Tensor memory, int[] lengths, Parameters p) {
    p.wQ().assign(p.wQ().div(Math.sqrt(p.wQ().size(1))).toArray());
    Tensor products = decoder.matmul(p.wQ()).matmul(memory.matmul(p.wK()).transpose());
    return result(real(products, lengths).softmax(-1), memory, p);
  }

  private static int[] endWritten(GreedyDecode.Model model, int maxTokens) {
    int[] tokens = Writing.choosing(Writing::first).write(model, maxTokens);
    if (tokens.length == maxTokens) {
      return tokens;
    }
    int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
    longer[tokens.length] = model.end();
    return longer;
  }

  private static int[] tokenForState(GreedyDecode.Model model, int maxTokens) {
    int states = model.logits().size(0);
    return Writing.following((table, state, token) -> token % states).write(model, maxTokens);
  }
}
