package org.attentionlab.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a translation stands in a reference, in runs of one to four tokens.
 *
 * <pre>
 * BLEU = 100 BP (p_1 p_2 p_3 p_4)^(1/4)
 * p_n  = runs of n that match, each counted as often as in a reference at most / runs of n
 * BP   = min(1, exp(1 - reference length / hypothesis length))
 * </pre>
 *
 * <p>Papineni et al. (2002), "BLEU: a Method for Automatic Evaluation of Machine Translation",
 * section 2. Agrees with sacrebleu: Post (2018), "A Call for Clarity in Reporting BLEU Scores".
 *
 * <pre>
 * Bleu.standard().corpus(List.of("the cat sat"), List.of(List.of("the cat sat down")))
 * </pre>
 *
 * @param tokens how sentences are cut
 * @param smoothing what stands in for precisions of zero
 * @param effectiveOrder whether runs that are longer than the sentence are left out, which suits
 *     single short sentences
 */
public record Bleu(BleuTokens tokens, BleuSmoothing smoothing, boolean effectiveOrder) {
  private static final int ORDER = 4;

  /** What stands for the logarithm of zero: the score vanishes. */
  private static final double LOG_OF_ZERO = -9999999999.0;

  /**
   * As sacrebleu without options: {@link BleuTokens#WESTERN}, {@link BleuSmoothing#exp()}.
   *
   * @return the settings
   */
  public static Bleu standard() {
    return new Bleu(BleuTokens.WESTERN, BleuSmoothing.exp(), false);
  }

  /**
   * The same with sentences cut in another way.
   *
   * @param kind how sentences are cut
   * @return the changed settings
   */
  public Bleu withTokens(BleuTokens kind) {
    return new Bleu(kind, smoothing, effectiveOrder);
  }

  /**
   * The same with another smoothing.
   *
   * @param kind what stands in for precisions of zero
   * @return the changed settings
   */
  public Bleu withSmoothing(BleuSmoothing kind) {
    return new Bleu(tokens, kind, effectiveOrder);
  }

  /**
   * The same with runs that are longer than the sentence left out.
   *
   * @return the changed settings
   */
  public Bleu withEffectiveOrder() {
    return new Bleu(tokens, smoothing, true);
  }

  /** Matches and runs by their length, and the lengths of both sides. */
  private static final class Counts {
    private final double[] matches = new double[ORDER];
    private final double[] runs = new double[ORDER];
    private long hypothesis;
    private long reference;
  }

  /**
   * The score of all sentences together: counts are summed before they are divided.
   *
   * @param hypotheses N sentences
   * @param references for each of them one or more references
   * @return the score; 0 where nothing matches
   * @throws IllegalArgumentException if the numbers differ, there is no sentence, or one has no
   *     reference
   */
  public BleuScore corpus(List<String> hypotheses, List<List<String>> references) {
    if (hypotheses.size() != references.size() || hypotheses.isEmpty()) {
      throw new IllegalArgumentException(
          "Bleu: "
              + hypotheses.size()
              + " hypotheses and references for "
              + references.size()
              + " sentences; both are needed, at least one.");
    }
    Counts counts = new Counts();
    for (int i = 0; i < hypotheses.size(); i++) {
      if (references.get(i).isEmpty()) {
        throw new IllegalArgumentException("Bleu: sentence " + i + " has no reference.");
      }
      add(counts, tokens.cut(hypotheses.get(i)), references.get(i));
    }
    return score(counts);
  }

  /**
   * The score of one sentence.
   *
   * @param hypothesis a sentence
   * @param references one or more references
   * @return the score; see {@link #withEffectiveOrder()} for sentences of fewer than four tokens
   * @throws IllegalArgumentException if there is no reference
   */
  public BleuScore sentence(String hypothesis, List<String> references) {
    return corpus(List.of(hypothesis), List.of(references));
  }

  private void add(Counts counts, List<String> hypothesis, List<String> references) {
    List<List<String>> cut = new ArrayList<>();
    references.forEach(reference -> cut.add(tokens.cut(reference)));
    counts.hypothesis += hypothesis.size();
    counts.reference += nearest(hypothesis.size(), cut);
    for (int n = 1; n <= ORDER; n++) {
      Map<List<String>, Integer> most = new HashMap<>();
      for (List<String> reference : cut) {
        runs(reference, n).forEach((run, count) -> most.merge(run, count, Math::max));
      }
      for (Map.Entry<List<String>, Integer> run : runs(hypothesis, n).entrySet()) {
        counts.runs[n - 1] += run.getValue();
        counts.matches[n - 1] += Math.min(run.getValue(), most.getOrDefault(run.getKey(), 0));
      }
    }
  }

  private static Map<List<String>, Integer> runs(List<String> sentence, int n) {
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i + n <= sentence.size(); i++) {
      runs.merge(sentence.subList(i, i + n), 1, Integer::sum);
    }
    return runs;
  }

  /** The length of the reference that is nearest in length; of two the shorter. */
  private static int nearest(int length, List<List<String>> references) {
    int nearest = references.get(0).size();
    for (List<String> reference : references) {
      int size = reference.size();
      int distance = Math.abs(size - length);
      int best = Math.abs(nearest - length);
      if (distance < best || (distance == best && size < nearest)) {
        nearest = size;
      }
    }
    return nearest;
  }

  private BleuScore score(Counts counts) {
    double penalty = 1;
    if (counts.hypothesis < counts.reference) {
      penalty =
          counts.hypothesis == 0 ? 0 : Math.exp(1 - (double) counts.reference / counts.hypothesis);
    }
    double[] precisions = new double[ORDER];
    double score = 0;
    if (counts.matches[0] > 0) {
      int order = smooth(counts, precisions);
      double logs = 0;
      for (int n = 0; n < order; n++) {
        logs += precisions[n] == 0 ? LOG_OF_ZERO : Math.log(precisions[n]);
      }
      score = penalty * Math.exp(logs / order);
    }
    return new BleuScore(score, precisions, penalty, counts.hypothesis, counts.reference);
  }

  /** Fills in the precisions and returns how many of them count. */
  private int smooth(Counts counts, double[] precisions) {
    int order = ORDER;
    double halved = 1;
    for (int n = 0; n < ORDER; n++) {
      boolean more = smoothing.kind() == BleuSmoothing.Kind.ADD_K && n > 0;
      double matches = counts.matches[n] + (more ? smoothing.value() : 0);
      double runs = counts.runs[n] + (more ? smoothing.value() : 0);
      if (runs == 0) {
        break;
      }
      if (effectiveOrder) {
        order = n + 1;
      }
      if (matches > 0) {
        precisions[n] = 100 * matches / runs;
      } else if (smoothing.kind() == BleuSmoothing.Kind.EXP) {
        halved *= 2;
        precisions[n] = 100 / (halved * runs);
      } else if (smoothing.kind() == BleuSmoothing.Kind.FLOOR) {
        precisions[n] = 100 * smoothing.value() / runs;
      }
    }
    return order;
  }
}
