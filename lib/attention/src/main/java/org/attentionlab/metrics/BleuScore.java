package org.attentionlab.metrics;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A BLEU score with what it is made of.
 *
 * @param score from 0 to 100
 * @param precisions of 1 to 4 tokens in a row, from 0 to 100, smoothed
 * @param brevityPenalty below 1 where the hypotheses are shorter than the references
 * @param hypothesisLength tokens of all hypotheses
 * @param referenceLength tokens of the references nearest in length
 */
@SuppressWarnings("ArrayRecordComponent") // read for display; scores are compared as numbers
public record BleuScore(
    double score,
    double[] precisions,
    double brevityPenalty,
    long hypothesisLength,
    long referenceLength) {

  /** Score, precisions, and lengths, in the order in which sacrebleu prints them. */
  @Override
  public String toString() {
    String shares =
        DoubleStream.of(precisions)
            .mapToObj(p -> String.format(Locale.ROOT, "%.1f", p))
            .collect(Collectors.joining("/"));
    double ratio = referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength;
    return String.format(
        Locale.ROOT,
        "BLEU = %.2f %s (BP = %.3f ratio = %.3f hyp_len = %d ref_len = %d)",
        score,
        shares,
        brevityPenalty,
        ratio,
        hypothesisLength,
        referenceLength);
  }
}
