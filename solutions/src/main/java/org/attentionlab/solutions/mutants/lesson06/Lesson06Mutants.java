package org.attentionlab.solutions.mutants.lesson06;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.CountParameters;
import org.attentionlab.exercises.lesson06.MergeHeads;
import org.attentionlab.exercises.lesson06.MultiHead;
import org.attentionlab.exercises.lesson06.SplitHeads;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 06 give. */
public final class Lesson06Mutants {

  private Lesson06Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        split("reshape", "6.1.1", Lesson06Mutants::splitByReshape),
        split("features-before-words", "6.1.1", (x, h) -> cut(x, h).permute(0, 2, 3, 1)),
        split("strided", "6.1.2", Lesson06Mutants::splitInTurn),
        split("heads-before-batch", "6.1.3", Lesson06Mutants::splitHeadsFirst),
        split("heads-before-batch", "6.1.3", (x, h) -> cut(x, h).permute(2, 0, 1, 3)),
        split("overwritten", "6.1.4", Lesson06Mutants::splitInPlace),
        merge("reshape", "6.2.1", Lesson06Mutants::mergeByReshape),
        merge("averaged", "6.2.1", x -> x.mean(1, false)),
        merge("interleaved", "6.2.2", Lesson06Mutants::mergeInTurn),
        merge("overwritten", "6.2.3", Lesson06Mutants::mergeInPlace),
        dividedBy("no-scaling", (q, x) -> 1),
        dividedBy("by-all-heads", (q, x) -> Math.sqrt(q.size(1) * q.size(3))),
        dividedBy("by-d-model", (q, x) -> Math.sqrt(x.size(-1))),
        heads("reshape", "6.3.1", Lesson06Mutants::splitByReshape, Lesson06Mutants::merge),
        multiHead("one-head", "6.3.1", Lesson06Mutants::oneHead),
        multiHead("no-output-projection", "6.3.2", Lesson06Mutants::withoutOutput),
        heads("reshape-merge", "6.3.2", Lesson06Mutants::split, Lesson06Mutants::mergeByReshape),
        multiHead("transposed-output-projection", "6.3.2", Lesson06Mutants::outputTurned),
        multiHead("source-ignored", "6.3.3", (x, source, p) -> attend(x, x, p)),
        multiHead("queries-from-source", "6.3.3", (x, source, p) -> attend(source, source, p)),
        multiHead("overflow", "6.3.4", Lesson06Mutants::naiveSoftmax),
        multiHead("scaled-in-place", "6.3.5", Lesson06Mutants::scaledInPlace),
        count("times-heads", "6.4.1", (d, h, bias) -> h * right(d, bias)),
        count("times-heads", "6.4.1", (d, h, bias) -> (3L * h + 1) * d * d + (bias ? 4L * d : 0)),
        count(
            "a-single-head",
            "6.4.1",
            (d, h, bias) -> 3L * d * (d / h) + (long) d * d + (bias ? 4L * d : 0)),
        count("no-output", "6.4.2", (d, h, bias) -> 3L * d * d + (bias ? 3L * d : 0)),
        count("one-map", "6.4.2", (d, h, bias) -> (long) d * d + (bias ? d : 0)),
        count("no-bias", "6.4.3", (d, h, bias) -> right(d, false)),
        count("one-bias", "6.4.3", (d, h, bias) -> right(d, false) + (bias ? d : 0)),
        count("int-overflow", "6.4.4", Lesson06Mutants::asInt));
  }

  private static Mutant<SplitHeads> split(String mistake, String killedBy, SplitHeads answer) {
    return new Mutant<>(SplitHeads.class, mistake, killedBy, answer);
  }

  private static Mutant<MergeHeads> merge(String mistake, String killedBy, MergeHeads answer) {
    return new Mutant<>(MergeHeads.class, mistake, killedBy, answer);
  }

  private static Mutant<MultiHead> multiHead(String mistake, String killedBy, MultiHead answer) {
    return new Mutant<>(MultiHead.class, mistake, killedBy, answer);
  }

  private static Mutant<CountParameters> count(
      String mistake, String killedBy, CountParameters answer) {
    return new Mutant<>(CountParameters.class, mistake, killedBy, answer);
  }

  /** (B, T, H, d). */
  private static Tensor cut(Tensor x, int heads) {
    return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads);
  }

  private static Tensor split(Tensor x, int heads) {
    return cut(x, heads).transpose(1, 2);
  }

  private static Tensor splitByReshape(Tensor x, int heads) {
    return x.reshape(x.size(0), heads, x.size(1), x.size(2) / heads);
  }

  private static Tensor splitInTurn(Tensor x, int heads) {
    return x.reshape(x.size(0), x.size(1), x.size(2) / heads, heads).permute(0, 3, 1, 2);
  }

  private static Tensor splitHeadsFirst(Tensor x, int heads) {
    return cut(x, heads)
        .permute(2, 0, 1, 3)
        .reshape(x.size(0), heads, x.size(1), x.size(2) / heads);
  }

  private static Tensor splitInPlace(Tensor x, int heads) {
    Tensor result = split(x, heads).detach();
    x.assign(result.toArray());
    return result;
  }

  private static Tensor merge(Tensor x) {
    return x.transpose(1, 2).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
  }

  private static Tensor mergeByReshape(Tensor x) {
    return x.reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
  }

  private static Tensor mergeInTurn(Tensor x) {
    return x.permute(0, 2, 3, 1).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
  }

  private static Tensor mergeInPlace(Tensor x) {
    Tensor result = merge(x).detach();
    x.assign(result.toArray());
    return result;
  }

  private static Tensor scores(Tensor q, Tensor k) {
    return q.matmul(k.transpose()).div(Math.sqrt(q.size(-1)));
  }

  /** The right answer but for its softmax of queries and keys. */
  private static AttentionResult attend(
      Tensor x, Tensor source, MultiHead.Parameters p, BinaryOperator<Tensor> weigh) {
    Tensor q = split(x.matmul(p.wQ()), p.heads());
    Tensor k = split(source.matmul(p.wK()), p.heads());
    Tensor v = split(source.matmul(p.wV()), p.heads());
    Tensor weights = weigh.apply(q, k);
    return new AttentionResult(merge(weights.matmul(v)).matmul(p.wO()), weights);
  }

  private static AttentionResult attend(Tensor x, Tensor source, MultiHead.Parameters p) {
    return attend(x, source, p, (q, k) -> scores(q, k).softmax(-1));
  }

  private static Mutant<MultiHead> dividedBy(
      String mistake, ToDoubleBiFunction<Tensor, Tensor> divisor) {
    return multiHead(
        mistake,
        "6.3.1",
        (x, source, p) ->
            attend(
                x,
                source,
                p,
                (q, k) -> q.matmul(k.transpose()).div(divisor.applyAsDouble(q, x)).softmax(-1)));
  }

  private static Mutant<MultiHead> heads(
      String mistake,
      String killedBy,
      BiFunction<Tensor, Integer, Tensor> split,
      UnaryOperator<Tensor> merge) {
    return multiHead(
        mistake,
        killedBy,
        (x, source, p) -> {
          Tensor q = split.apply(x.matmul(p.wQ()), p.heads());
          Tensor k = split.apply(source.matmul(p.wK()), p.heads());
          Tensor v = split.apply(source.matmul(p.wV()), p.heads());
          Tensor weights = scores(q, k).softmax(-1);
          return new AttentionResult(merge.apply(weights.matmul(v)).matmul(p.wO()), weights);
        });
  }

  private static AttentionResult oneHead(Tensor x, Tensor source, MultiHead.Parameters p) {
    Tensor weights = scores(x.matmul(p.wQ()), source.matmul(p.wK())).softmax(-1);
    Tensor output = weights.matmul(source.matmul(p.wV())).matmul(p.wO());
    return new AttentionResult(output, weights.unsqueeze(1));
  }

  private static AttentionResult withoutOutput(Tensor x, Tensor source, MultiHead.Parameters p) {
    Tensor weights = attend(x, source, p).weights();
    Tensor v = split(source.matmul(p.wV()), p.heads());
    return new AttentionResult(merge(weights.matmul(v)), weights);
  }

  private static AttentionResult outputTurned(Tensor x, Tensor source, MultiHead.Parameters p) {
    boolean fits = p.wO().size(0) == p.wO().size(1);
    Tensor wO = fits ? p.wO().transpose() : p.wO();
    return attend(x, source, new MultiHead.Parameters(p.heads(), p.wQ(), p.wK(), p.wV(), wO));
  }

  private static AttentionResult naiveSoftmax(Tensor x, Tensor source, MultiHead.Parameters p) {
    return attend(
        x,
        source,
        p,
        (q, k) -> {
          Tensor exp = scores(q, k).exp();
          return exp.div(exp.sum(-1, true));
        });
  }

  private static AttentionResult scaledInPlace(Tensor x, Tensor source, MultiHead.Parameters p) {
    int dK = p.wQ().size(1) / p.heads();
    p.wQ().assign(p.wQ().div(Math.sqrt(dK)).toArray());
    return attend(x, source, p, (q, k) -> q.matmul(k.transpose()).softmax(-1));
  }

  private static long right(int dModel, boolean bias) {
    return 4L * dModel * dModel + (bias ? 4L * dModel : 0);
  }

  @SuppressWarnings("IntLongMath") // the mistake
  private static long asInt(int dModel, int heads, boolean bias) {
    return 4 * dModel * dModel + (bias ? 4 * dModel : 0);
  }
}
