package org.attentionlab.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.attentionlab.tensor.Autograd;

/**
 * Keeps the likeliest few beginnings at every step, and ranks what ends by its length-penalised
 * score.
 *
 * <pre>
 * s(y) = log p(y) / lp(|y|)
 * </pre>
 *
 * <p>Each step extends every open beginning by every token. The likeliest {@code width} that do not
 * end stay open; what ends before them in the ranking is finished. The search stops when nothing
 * open can still come before the worst of the {@code width} best finished ones, whatever follows;
 * so stopping never loses a better sequence. Graves (2012), "Sequence Transduction with Recurrent
 * Neural Networks", algorithm 1; Wu et al. (2016), section 7.
 *
 * @param width how many beginnings stay open, at least 1
 * @param penalty what sequences of different lengths are compared by
 */
public record Beam(int width, LengthPenalty penalty) {
  private static final Comparator<Decoded> RANKING =
      Comparator.comparing(Decoded::finished)
          .thenComparingDouble(Decoded::score)
          .reversed()
          .thenComparing(Decoded::tokens, Arrays::compare);

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Beam {
    Objects.requireNonNull(penalty, "Beam: penalty");
    if (width < 1) {
      throw new IllegalArgumentException("Beam: a width of " + width + "; at least 1.");
    }
  }

  /** A beginning with the row of the model that wrote it. */
  private record Open(List<Integer> tokens, double logProbability) {}

  /** A beginning extended by a token. */
  private record Candidate(int row, int token, double logProbability) {}

  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparingDouble(Candidate::logProbability)
          .reversed()
          .thenComparingInt(Candidate::row)
          .thenComparingInt(Candidate::token);

  /**
   * Writes the best sequences for one row.
   *
   * @param model the model before the first token, with a single sequence in its batch: see {@link
   *     NextToken#select}
   * @param limits beginning, end and length
   * @return at most {@code width} sequences from best to worst; those that were cut off come after
   *     those that ended; of equals the one with the smaller tokens comes first
   * @throws IllegalArgumentException if the model's batch is not of one sequence, or the penalty is
   *     not above 0 or not finite
   * @throws ArithmeticException if a logit is NaN or plus infinity, or all are minus infinity
   */
  @SuppressWarnings("try") // recording is off inside
  public List<Decoded> decode(NextToken model, Limits limits) {
    List<Decoded> finished = new ArrayList<>();
    try (var off = Autograd.noGrad()) {
      NextToken present = model;
      List<Open> open = List.of(new Open(List.of(), 0));
      int[] last = {limits.begin()};
      for (int length = 1; length <= limits.maxTokens() && !open.isEmpty(); length++) {
        NextToken.Next next = present.next(last);
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates(open, Scores.rows(next.logits(), open.size()))) {
          if (kept.size() == width) {
            break;
          }
          if (candidate.token() == limits.end()) {
            List<Integer> tokens = open.get(candidate.row()).tokens();
            finished.add(decoded(tokens, candidate.logProbability(), length, true));
          } else {
            kept.add(candidate);
          }
        }
        open = extended(open, kept);
        if (isDecided(finished, open, length, limits)) {
          open = List.of();
        }
        if (!open.isEmpty()) {
          present = next.after().select(kept.stream().mapToInt(Candidate::row).toArray());
          last = kept.stream().mapToInt(Candidate::token).toArray();
        }
      }
      for (Open cut : open) {
        finished.add(decoded(cut.tokens(), cut.logProbability(), cut.tokens().size(), false));
      }
    }
    return finished.stream().sorted(RANKING).limit(width).toList();
  }

  private static List<Candidate> candidates(List<Open> open, float[][] rows) {
    List<Candidate> all = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      double[] logProbabilities = Scores.logProbabilities(rows[row]);
      for (int token = 0; token < logProbabilities.length; token++) {
        if (logProbabilities[token] != Double.NEGATIVE_INFINITY) {
          double sum = open.get(row).logProbability() + logProbabilities[token];
          all.add(new Candidate(row, token, sum));
        }
      }
    }
    all.sort(LIKELIEST_FIRST);
    return all;
  }

  private static List<Open> extended(List<Open> open, List<Candidate> kept) {
    List<Open> longer = new ArrayList<>();
    for (Candidate candidate : kept) {
      List<Integer> tokens = new ArrayList<>(open.get(candidate.row()).tokens());
      tokens.add(candidate.token());
      longer.add(new Open(tokens, candidate.logProbability()));
    }
    return longer;
  }

  private Decoded decoded(List<Integer> tokens, double sum, int length, boolean ended) {
    int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
    return new Decoded(ids, sum, sum / divisor(length), ended);
  }

  private double divisor(int length) {
    double divisor = penalty.of(length);
    if (!(divisor > 0 && Double.isFinite(divisor))) {
      throw new IllegalArgumentException(
          "Beam: the length penalty of "
              + length
              + " tokens is a finite number above 0, but is "
              + divisor
              + ".");
    }
    return divisor;
  }

  /** Whether no open beginning can come before the worst of the best finished ones any more. */
  private boolean isDecided(List<Decoded> finished, List<Open> open, int length, Limits limits) {
    if (finished.size() < width) {
      return false;
    }
    double worst = finished.stream().sorted(RANKING).skip(width - 1L).findFirst().get().score();
    double likeliest =
        open.stream().mapToDouble(Open::logProbability).max().orElse(Double.NEGATIVE_INFINITY);
    for (int later = length + 1; later <= limits.maxTokens(); later++) {
      if (likeliest / divisor(later) > worst) {
        return false;
      }
    }
    return true;
  }
}
