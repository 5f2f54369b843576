package org.attentionlab.solutions.hidden.lesson12;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson12.WordTagger;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/**
 * Random sentences of different lengths, and what the tagger should make of them.
 *
 * <p>The oracle never sees padding: it cuts each sentence to its length and works on it alone.
 */
final class TaggerCase {

  static final int T = 5;
  static final int TAGS = 4;

  private static final int D_MODEL = 6;
  private static final int D_V = 7;

  final int[] lengths;
  final int[][] gold;
  final double[][][] x;

  private final int dK;
  private final double[][] wQ;
  private final double[][] wK;
  private final double[][] wV;
  private final double[][] wTags;
  private final double[] bias;
  private final String given;

  private TaggerCase(int dK, double factor, int... lengths) {
    long seed = 1240L + dK;
    this.dK = dK;
    this.lengths = lengths;
    x = Samples.times(factor, Samples.normal(seed, lengths.length, T, D_MODEL));
    wQ = Samples.normal(seed + 100, D_MODEL, dK);
    wK = Samples.normal(seed + 200, D_MODEL, dK);
    wV = Samples.normal(seed + 300, D_MODEL, D_V);
    wTags = Samples.normal(seed + 400, D_V, TAGS);
    bias = Samples.normal(seed + 500, TAGS);
    gold = new int[lengths.length][T];
    for (int b = 0; b < gold.length; b++) {
      for (int j = 0; j < T; j++) {
        gold[b][j] = (3 * b + 2 * j + 1) % TAGS;
      }
    }
    given =
        String.format(
            Locale.ROOT,
            "x (%d, %d, %d), lengths %s, dK %d, dV %d, %d tags, seed %d%s",
            lengths.length,
            T,
            D_MODEL,
            Arrays.toString(lengths),
            dK,
            D_V,
            TAGS,
            seed,
            factor == 1 ? "" : ", x times " + Math.round(factor));
  }

  static TaggerCase ofWidth(int dK) {
    return new TaggerCase(dK, 1, 5, 2, 3);
  }

  static TaggerCase withEmptySentence(int dK) {
    return new TaggerCase(dK, 1, 4, 0, 1);
  }

  /** Scores and logits of a thousand and more. */
  static TaggerCase large(int dK) {
    return new TaggerCase(dK, 100, 5, 2, 3);
  }

  String given() {
    return given;
  }

  Tensor xTensor() {
    return Samples.tensor(x);
  }

  WordTagger.Parameters parameters() {
    return new WordTagger.Parameters(
        Samples.tensor(wQ),
        Samples.tensor(wK),
        Samples.tensor(wV),
        Samples.tensor(wTags),
        Samples.tensor(bias));
  }

  WordTagger.Result ask(WordTagger answer) {
    int[][] copy = Arrays.stream(gold).map(int[]::clone).toArray(int[][]::new);
    return answer.tag(xTensor(), lengths.clone(), copy, parameters());
  }

  /** Logits of all real words, one sentence after the other. */
  double[][] logits(double divisor) {
    return logits(divisor, bias);
  }

  double[][] logitsWithoutBias() {
    return logits(Math.sqrt(dK), new double[TAGS]);
  }

  private double[][] logits(double divisor, double[] added) {
    double[][][] all = new double[lengths.length][][];
    for (int b = 0; b < all.length; b++) {
      double[][][] real = {Arrays.copyOf(x[b], lengths[b])};
      all[b] = lengths[b] == 0 ? new double[0][] : tagged(weights(real, divisor), real, added);
    }
    return joined(all);
  }

  /** As if there were no padding. */
  double[][] logitsWithPadding() {
    double[][][] all = new double[lengths.length][][];
    for (int b = 0; b < all.length; b++) {
      double[][][] filled = {x[b]};
      all[b] = tagged(weights(filled, Math.sqrt(dK)), filled, bias);
    }
    return joined(all);
  }

  /** Weights over all places, then zeroed where padding is. */
  double[][] logitsMaskedLate() {
    double[][][] all = new double[lengths.length][][];
    for (int b = 0; b < all.length; b++) {
      double[][][] filled = {x[b]};
      double[][][] weights = weights(filled, Math.sqrt(dK));
      for (double[] row : weights[0]) {
        Arrays.fill(row, lengths[b], T, 0);
      }
      all[b] = tagged(weights, filled, bias);
    }
    return joined(all);
  }

  private double[][][] weights(double[][][] words, double divisor) {
    double[][][] q = Formulas.mixture(words, new double[][][] {wQ});
    double[][][] k = Formulas.mixture(words, new double[][][] {wK});
    return Formulas.softmax(Formulas.scores(q, k, divisor));
  }

  private double[][] tagged(double[][][] weights, double[][][] words, double[] added) {
    double[][][] v = Formulas.mixture(words, new double[][][] {wV});
    double[][][] mixture = Formulas.mixture(weights, v);
    double[][] logits = Formulas.mixture(mixture, new double[][][] {wTags})[0];
    for (double[] word : logits) {
      Arrays.setAll(word, c -> word[c] + added[c]);
    }
    return logits;
  }

  /** The rows of the real words. */
  double[][] joined(double[][][] sentences) {
    double[][] rows = new double[words()][];
    int next = 0;
    for (int b = 0; b < sentences.length; b++) {
      for (int j = 0; j < lengths[b]; j++) {
        rows[next++] = sentences[b][j];
      }
    }
    return rows;
  }

  int words() {
    return Arrays.stream(lengths).sum();
  }

  /** The answer's own logits, once their shape is right, [sentence][word][tag]. */
  double[][][] shapedLogits(WordTagger.Result result) {
    double[] flat =
        Expect.that("logits", result.logits())
            .given(given)
            .shaped(lengths.length, T, TAGS)
            .values();
    double[][][] logits = new double[lengths.length][T][TAGS];
    for (int i = 0; i < flat.length; i++) {
      logits[i / TAGS / T][i / TAGS % T][i % TAGS] = flat[i];
    }
    return logits;
  }

  /** The loss of every place, padding among them. */
  double[][] losses(double[][][] logits) {
    double[][] losses = new double[lengths.length][T];
    for (int b = 0; b < losses.length; b++) {
      for (int j = 0; j < T; j++) {
        double largest = Arrays.stream(logits[b][j]).max().orElseThrow();
        double sum = Arrays.stream(logits[b][j]).map(z -> Math.exp(z - largest)).sum();
        losses[b][j] = largest + Math.log(sum) - logits[b][j][gold[b][j]];
      }
    }
    return losses;
  }

  /** The sum over the first words of each sentence. */
  double sum(double[][] losses, int[] counted) {
    double sum = 0;
    for (int b = 0; b < losses.length; b++) {
      sum += Arrays.stream(losses[b], 0, counted[b]).sum();
    }
    return sum;
  }

  double meanOfSentences(double[][] losses) {
    double sum = 0;
    for (int b = 0; b < losses.length; b++) {
      sum += Arrays.stream(losses[b], 0, lengths[b]).sum() / lengths[b];
    }
    return sum / losses.length;
  }

  int[] allFull() {
    int[] full = new int[lengths.length];
    Arrays.fill(full, T);
    return full;
  }

  Grid best(double[][][] logits, int sign) {
    double[][] rows = joined(logits);
    double[] best = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int at = 0;
      for (int c = 1; c < TAGS; c++) {
        at = sign * rows[i][c] > sign * rows[i][at] ? c : at;
      }
      best[i] = at;
    }
    return Grid.of(best);
  }
}
