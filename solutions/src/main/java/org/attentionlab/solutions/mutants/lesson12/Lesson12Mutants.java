package org.attentionlab.solutions.mutants.lesson12;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson12.AblateHead;
import org.attentionlab.exercises.lesson12.AttentionCost;
import org.attentionlab.exercises.lesson12.MemoryTable;
import org.attentionlab.exercises.lesson12.WordTagger;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.solutions.Lesson12;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 12 give. */
public final class Lesson12Mutants {

  private static final Lesson12 RIGHT = new Lesson12();

  private Lesson12Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        cost("linear", "12.1.1", (t, s, h, k, v) -> (long) h * t * (k + v)),
        cost("length-ignored", "12.1.1", (t, s, h, k, v) -> (long) h * (k + v)),
        cost("cubed", "12.1.1", (t, s, h, k, v) -> (long) h * t * s * s * (k + v)),
        cost("keys-ignored", "12.1.2", (t, s, h, k, v) -> (long) h * t * t * (k + v)),
        cost("keys-squared", "12.1.2", (t, s, h, k, v) -> (long) h * s * s * (k + v)),
        cost("scores-only", "12.1.3", (t, s, h, k, v) -> (long) h * t * s * k),
        cost("mixture-only", "12.1.3", (t, s, h, k, v) -> (long) h * t * s * v),
        cost("additions-too", "12.1.3", (t, s, h, k, v) -> 2L * h * t * s * (k + v)),
        cost("one-head", "12.1.4", (t, s, h, k, v) -> (long) t * s * (k + v)),
        cost("heads-squared", "12.1.4", (t, s, h, k, v) -> (long) h * h * t * s * (k + v)),
        cost("int-overflow", "12.1.5", Lesson12Mutants::costAsInt),
        table("numbers", "12.2.1", 0, (n, p) -> p.heads() * n * n),
        table("doubles", "12.2.1", 0, (n, p) -> 8L * p.heads() * n * n),
        table("linear", "12.2.1", 0, (n, p) -> 4L * p.heads() * n),
        table("one-head", "12.2.1", 0, (n, p) -> 4 * n * n),
        table("ends-forgotten", "12.2.2", 1, (n, p) -> 4L * p.heads() * n * (2 * p.radius() + 1)),
        table("short-sequence", "12.2.2", 1, Lesson12Mutants::longSequencesOnly),
        table("without-itself", "12.2.2", 1, (n, p) -> 4L * p.heads() * (window(n, p) - n)),
        table("one-sided", "12.2.2", 1, (n, p) -> 4L * p.heads() * ((window(n, p) - n) / 2 + n)),
        table("tile-only", "12.2.3", 2, (n, p) -> 4 * tile(n, p)),
        table(
            "tile-not-cut",
            "12.2.3",
            2,
            (n, p) -> 4 * ((long) p.tile() * p.tile() + 2L * p.heads() * n)),
        table("all-tiles", "12.2.3", 2, (n, p) -> 4L * p.heads() * (tile(n, p) + 2 * n)),
        table("beside-once", "12.2.3", 2, (n, p) -> 4 * (tile(n, p) + 2 * n)),
        table("int-overflow", "12.2.4", 0, Lesson12Mutants::squareAsInt),
        ablation("after-the-mix", "12.3.1", Lesson12Mutants::afterTheMix),
        ablation("still-heard", "12.3.1", (w, v, o, head) -> mixed(w.matmul(v), o)),
        ablation("still-heard", "12.3.2", (w, v, o, head) -> mixed(w.matmul(v), o)),
        ablation(
            "another-head",
            "12.3.2",
            (w, v, o, head) -> RIGHT.ablateHead.output(w, v, o, Math.max(0, head - 1))),
        ablation("only-this-head", "12.3.2", Lesson12Mutants::onlyThisHead),
        ablation("all-silent", "12.3.2", (w, v, o, head) -> mixed(w.matmul(v).mul(0), o)),
        ablation("rescaled", "12.3.2", Lesson12Mutants::rescaled),
        ablation("evened", "12.3.2", Lesson12Mutants::evened),
        ablation("normalised-again", "12.3.3", Lesson12Mutants::normalisedAgain),
        ablation(
            "normalised-again",
            "12.3.3",
            (w, v, o, head) -> RIGHT.ablateHead.output(w.div(w.sum(-1, true)), v, o, head)),
        ablation("zeroed-in-place", "12.3.4", Lesson12Mutants::valuesZeroed),
        ablation("zeroed-in-place", "12.3.4", Lesson12Mutants::rowsZeroed),
        tagger(
            "looks-at-padding",
            "12.4.1",
            (x, lengths, gold, p) -> judged(x, full(x), lengths, gold, p)),
        tagger("masked-after-softmax", "12.4.1", Lesson12Mutants::maskedLate),
        tagger("no-scaling", "12.4.1", Lesson12Mutants::unscaled),
        tagger("no-bias", "12.4.1", Lesson12Mutants::withoutBias),
        loss(
            "scores-padding",
            (logits, lengths, gold) -> sum(logits, full(lengths, gold), gold) / places(gold)),
        loss(
            "divides-by-all", (logits, lengths, gold) -> sum(logits, lengths, gold) / places(gold)),
        loss("mean-of-sentences", Lesson12Mutants::meanOfSentences),
        loss("sum", Lesson12Mutants::sum),
        tagger("tags-padding", "12.4.3", Lesson12Mutants::tagsPadding),
        tagger("smallest", "12.4.3", Lesson12Mutants::smallest),
        tagger("all-zero", "12.4.3", Lesson12Mutants::allZero),
        withLoss("overflow", "12.4.4", Lesson12Mutants::logOfSoftmax),
        withLoss("overflow", "12.4.4", Lesson12Mutants::naiveSoftmax),
        withLoss("empty-sentence", "12.4.5", Lesson12Mutants::meanOfSentences),
        withLoss("empty-sentence", "12.4.5", Lesson12Mutants::meanOfSentencesOrZero),
        tagger("zeroed-in-place", "12.4.6", Lesson12Mutants::paddingZeroed),
        tagger("zeroed-in-place", "12.4.6", Lesson12Mutants::goldZeroed));
  }

  /** The loss of a batch, from its logits. */
  private interface Loss {
    double of(Tensor logits, int[] lengths, int[][] gold);
  }

  /** One column of the table. */
  private interface Column {
    long bytes(long n, MemoryTable.Settings settings);
  }

  private static Mutant<AttentionCost> cost(String mistake, String killedBy, AttentionCost answer) {
    return new Mutant<>(AttentionCost.class, mistake, killedBy, answer);
  }

  private static Mutant<AblateHead> ablation(String mistake, String killedBy, AblateHead answer) {
    return new Mutant<>(AblateHead.class, mistake, killedBy, answer);
  }

  private static Mutant<WordTagger> tagger(String mistake, String killedBy, WordTagger answer) {
    return new Mutant<>(WordTagger.class, mistake, killedBy, answer);
  }

  /** The right table but for one column. */
  private static Mutant<MemoryTable> table(
      String mistake, String killedBy, int column, Column wrong) {
    return new Mutant<>(
        MemoryTable.class,
        mistake,
        killedBy,
        (lengths, settings) -> {
          long[][] table = RIGHT.memoryTable.bytes(lengths, settings);
          for (int row = 0; row < table.length; row++) {
            table[row][column] = wrong.bytes(lengths[row], settings);
          }
          return table;
        });
  }

  private static Mutant<WordTagger> loss(String mistake, Loss wrong) {
    return withLoss(mistake, "12.4.2", wrong);
  }

  /** The right tagger but for its loss. */
  private static Mutant<WordTagger> withLoss(String mistake, String killedBy, Loss wrong) {
    return tagger(
        mistake,
        killedBy,
        (x, lengths, gold, p) -> {
          WordTagger.Result right = RIGHT.tagger.tag(x, lengths, gold, p);
          double loss = wrong.of(right.logits(), lengths, gold);
          return new WordTagger.Result(right.logits(), right.tags(), loss);
        });
  }

  @SuppressWarnings({"IntLongMath", "NarrowCalculation"}) // the mistake
  private static long costAsInt(int queries, int keys, int heads, int dK, int dV) {
    return heads * queries * keys * (dK + dV);
  }

  @SuppressWarnings("NarrowCalculation") // the mistake
  private static long squareAsInt(long n, MemoryTable.Settings settings) {
    int words = (int) n;
    return 4L * settings.heads() * (words * words);
  }

  private static long window(long n, MemoryTable.Settings settings) {
    return RIGHT
            .memoryTable
            .bytes(new int[] {(int) n}, new MemoryTable.Settings(1, settings.radius(), 1))[0][1]
        / 4;
  }

  private static long longSequencesOnly(long n, MemoryTable.Settings settings) {
    long radius = settings.radius();
    return 4L * settings.heads() * (n * (2 * radius + 1) - radius * (radius + 1));
  }

  private static long tile(long n, MemoryTable.Settings settings) {
    long side = Math.min(n, settings.tile());
    return side * side;
  }

  /** Concatenated and multiplied by W_O. */
  private static Tensor mixed(Tensor mixtures, Tensor wO) {
    Tensor words = mixtures.transpose(1, 2); // (B, T, H, dV)
    return words.reshape(words.size(0), words.size(1), wO.size(0)).matmul(wO);
  }

  /** (H, 1, 1): one number for the head, another for all others. */
  private static Tensor factors(int heads, int head, float ofHead, float ofOthers) {
    float[] factors = new float[heads];
    Arrays.fill(factors, ofOthers);
    factors[head] = ofHead;
    return Tensor.of(factors, heads, 1, 1);
  }

  private static Tensor afterTheMix(Tensor weights, Tensor values, Tensor wO, int head) {
    Tensor output = mixed(weights.matmul(values), wO);
    int dV = values.size(-1);
    float[] keep = new float[output.size(-1)];
    for (int j = 0; j < keep.length; j++) {
      keep[j] = j / dV == head ? 0 : 1;
    }
    return output.mul(Tensor.vector(keep));
  }

  private static Tensor onlyThisHead(Tensor weights, Tensor values, Tensor wO, int head) {
    return mixed(weights.matmul(values).mul(factors(weights.size(1), head, 1, 0)), wO);
  }

  private static Tensor rescaled(Tensor weights, Tensor values, Tensor wO, int head) {
    int heads = weights.size(1);
    float louder = heads / (heads - 1f);
    return mixed(weights.matmul(values).mul(factors(heads, head, 0, louder)), wO);
  }

  private static Tensor evened(Tensor weights, Tensor values, Tensor wO, int head) {
    Tensor own = factors(weights.size(1), head, 0, 1);
    Tensor even = factors(weights.size(1), head, 1f / weights.size(-1), 0);
    return mixed(weights.mul(own).add(even).matmul(values), wO);
  }

  private static Tensor normalisedAgain(Tensor weights, Tensor values, Tensor wO, int head) {
    Tensor silent = weights.mul(factors(weights.size(1), head, 0, 1));
    return mixed(silent.div(silent.sum(-1, true)).matmul(values), wO);
  }

  private static Tensor valuesZeroed(Tensor weights, Tensor values, Tensor wO, int head) {
    values.assign(values.mul(factors(values.size(1), head, 0, 1)).toArray());
    return mixed(weights.matmul(values), wO);
  }

  private static Tensor rowsZeroed(Tensor weights, Tensor values, Tensor wO, int head) {
    int dV = values.size(-1);
    float[] numbers = wO.toArray();
    Arrays.fill(numbers, head * dV * wO.size(1), (head + 1) * dV * wO.size(1), 0);
    wO.assign(numbers);
    return mixed(weights.matmul(values), wO);
  }

  private static int[] full(Tensor x) {
    int[] full = new int[x.size(0)];
    Arrays.fill(full, x.size(1));
    return full;
  }

  private static int[] full(int[] lengths, int[][] gold) {
    int[] full = new int[lengths.length];
    Arrays.fill(full, gold[0].length);
    return full;
  }

  private static int places(int[][] gold) {
    return gold.length * gold[0].length;
  }

  private static Tensor scores(Tensor x, WordTagger.Parameters p) {
    Tensor q = x.matmul(p.wQ());
    return q.matmul(x.matmul(p.wK()).transpose()).div(Math.sqrt(q.size(-1)));
  }

  /** From weights to the result, which is right in all else. */
  private static WordTagger.Result result(
      Tensor x, Tensor weights, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    Tensor mixture = weights.matmul(x.matmul(p.wV()));
    Tensor logits = mixture.matmul(p.wTags()).add(p.bias());
    double loss = sum(logits, lengths, gold) / Arrays.stream(lengths).sum();
    return new WordTagger.Result(logits, tags(logits, lengths), loss);
  }

  private static WordTagger.Result judged(
      Tensor x, int[] seen, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    Tensor weights = Mask.padding(seen, x.size(1)).hide(scores(x, p)).softmax(-1);
    return result(x, weights, lengths, gold, p);
  }

  private static WordTagger.Result maskedLate(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    Tensor weights = scores(x, p).softmax(-1);
    return result(x, weights.mul(Mask.padding(lengths, x.size(1)).toTensor()), lengths, gold, p);
  }

  private static WordTagger.Result unscaled(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    Tensor wider = p.wQ().mul(Math.sqrt(p.wQ().size(1)));
    return RIGHT.tagger.tag(
        x, lengths, gold, new WordTagger.Parameters(wider, p.wK(), p.wV(), p.wTags(), p.bias()));
  }

  private static WordTagger.Result withoutBias(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    return RIGHT.tagger.tag(
        x,
        lengths,
        gold,
        new WordTagger.Parameters(p.wQ(), p.wK(), p.wV(), p.wTags(), p.bias().mul(0)));
  }

  private static int[][] tags(Tensor logits, int[] lengths) {
    int[] best = logits.argmax(-1);
    int t = logits.size(1);
    int[][] tags = new int[lengths.length][];
    for (int b = 0; b < tags.length; b++) {
      tags[b] = Arrays.copyOfRange(best, b * t, b * t + lengths[b]);
    }
    return tags;
  }

  private static WordTagger.Result withTags(WordTagger.Result right, int[][] tags) {
    return new WordTagger.Result(right.logits(), tags, right.loss());
  }

  private static WordTagger.Result tagsPadding(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    WordTagger.Result right = RIGHT.tagger.tag(x, lengths, gold, p);
    return withTags(right, tags(right.logits(), full(x)));
  }

  private static WordTagger.Result smallest(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    WordTagger.Result right = RIGHT.tagger.tag(x, lengths, gold, p);
    return withTags(right, tags(right.logits().neg(), lengths));
  }

  private static WordTagger.Result allZero(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    WordTagger.Result right = RIGHT.tagger.tag(x, lengths, gold, p);
    return withTags(right, tags(right.logits().mul(0), lengths));
  }

  private static double sum(Tensor logits, int[] lengths, int[][] gold) {
    Tensor logSoftmax = logits.logSoftmax(-1);
    return sum(logSoftmax, lengths, gold, value -> value);
  }

  private static double sum(
      Tensor numbers, int[] lengths, int[][] gold, DoubleUnaryOperator logarithm) {
    double sum = 0;
    for (int b = 0; b < lengths.length; b++) {
      for (int j = 0; j < lengths[b]; j++) {
        sum -= logarithm.applyAsDouble(numbers.at(b, j, gold[b][j]));
      }
    }
    return sum;
  }

  private static double meanOfSentences(Tensor logits, int[] lengths, int[][] gold) {
    double sum = 0;
    for (int b = 0; b < lengths.length; b++) {
      sum +=
          sum(logits.slice(0, b, b + 1), new int[] {lengths[b]}, new int[][] {gold[b]})
              / lengths[b];
    }
    return sum / lengths.length;
  }

  private static double meanOfSentencesOrZero(Tensor logits, int[] lengths, int[][] gold) {
    double sum = 0;
    for (int b = 0; b < lengths.length; b++) {
      int words = Math.max(1, lengths[b]);
      sum += sum(logits.slice(0, b, b + 1), new int[] {lengths[b]}, new int[][] {gold[b]}) / words;
    }
    return sum / lengths.length;
  }

  private static double logOfSoftmax(Tensor logits, int[] lengths, int[][] gold) {
    return sum(logits.softmax(-1), lengths, gold, Math::log) / Arrays.stream(lengths).sum();
  }

  private static double naiveSoftmax(Tensor logits, int[] lengths, int[][] gold) {
    Tensor exp = logits.exp();
    Tensor weights = exp.div(exp.sum(-1, true));
    return sum(weights, lengths, gold, Math::log) / Arrays.stream(lengths).sum();
  }

  private static WordTagger.Result paddingZeroed(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    Tensor real = Mask.padding(lengths, x.size(1)).toTensor().transpose(); // (B, T, 1)
    x.assign(x.mul(real).toArray());
    return RIGHT.tagger.tag(x, lengths, gold, p);
  }

  private static WordTagger.Result goldZeroed(
      Tensor x, int[] lengths, int[][] gold, WordTagger.Parameters p) {
    for (int b = 0; b < gold.length; b++) {
      Arrays.fill(gold[b], lengths[b], gold[b].length, 0);
    }
    return RIGHT.tagger.tag(x, lengths, gold, p);
  }
}
