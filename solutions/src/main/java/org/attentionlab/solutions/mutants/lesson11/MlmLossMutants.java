package org.attentionlab.solutions.mutants.lesson11;

import java.util.List;
import org.attentionlab.exercises.lesson11.MlmLoss;
import org.attentionlab.exercises.lesson11.MlmLoss.Asked;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** Wrong ways to take the loss. */
final class MlmLossMutants {

  private static final int MASK = 4;

  private MlmLossMutants() {}

  static List<Mutant<MlmLoss>> all() {
    return List.of(
        mutant(
            "every-position",
            "11.2.1",
            (logits, asked) -> new Sum(logits, asked, (b, t) -> true).mean()),
        mutant(
            "only-masked",
            "11.2.1",
            (logits, asked) -> new Sum(logits, asked, (b, t) -> asked.read()[b][t] == MASK).mean()),
        mutant(
            "only-changed",
            "11.2.1",
            (logits, asked) ->
                new Sum(logits, asked, (b, t) -> asked.read()[b][t] != asked.words()[b][t]).mean()),
        mutant("what-was-read", "11.2.1", MlmLossMutants::whatWasRead),
        mutant(
            "divided-by-all",
            "11.2.2",
            (logits, asked) -> right(logits, asked).sum() / (logits.size(0) * logits.size(1))),
        mutant("mean-of-sentences", "11.2.2", MlmLossMutants::meanOfSentences),
        mutant("sum", "11.2.2", (logits, asked) -> right(logits, asked).sum()),
        mutant("overflow", "11.2.3", MlmLossMutants::naive),
        mutant("log-of-zero", "11.2.3", MlmLossMutants::logOfSoftmax),
        mutant(
            "nan-mean",
            "11.2.4",
            (logits, asked) -> right(logits, asked).sum() / right(logits, asked).count()),
        mutant("shifted-in-place", "11.2.5", MlmLossMutants::shiftedInPlace));
  }

  private static Mutant<MlmLoss> mutant(String mistake, String killedBy, MlmLoss answer) {
    return new Mutant<>(MlmLoss.class, mistake, killedBy, answer);
  }

  private interface Place {
    boolean counts(int b, int t);
  }

  /** What the places that count cost, and how many they are. */
  private static final class Sum {
    private double sum;
    private int count;

    Sum(Tensor logits, Asked asked, Place place) {
      this(logits.logSoftmax(-1), asked.words(), place);
    }

    Sum(Tensor logP, int[][] targets, Place place) {
      for (int b = 0; b < logP.size(0); b++) {
        for (int t = 0; t < logP.size(1); t++) {
          if (place.counts(b, t)) {
            sum -= logP.at(b, t, targets[b][t]);
            count++;
          }
        }
      }
    }

    double sum() {
      return sum;
    }

    double count() {
      return count;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }

  private static Place chosen(Asked asked) {
    return (b, t) -> asked.chosen()[b][t];
  }

  private static Sum right(Tensor logits, Asked asked) {
    return new Sum(logits, asked, chosen(asked));
  }

  private static double whatWasRead(Tensor logits, Asked asked) {
    return new Sum(logits.logSoftmax(-1), asked.read(), chosen(asked)).mean();
  }

  private static double meanOfSentences(Tensor logits, Asked asked) {
    double means = 0;
    for (int b = 0; b < logits.size(0); b++) {
      int only = b;
      means += new Sum(logits, asked, (s, t) -> s == only && asked.chosen()[s][t]).mean();
    }
    return means / logits.size(0);
  }

  private static double naive(Tensor logits, Asked asked) {
    Tensor powers = logits.exp();
    return new Sum(powers.div(powers.sum(-1, true)).log(), asked.words(), chosen(asked)).mean();
  }

  private static double logOfSoftmax(Tensor logits, Asked asked) {
    return new Sum(logits.softmax(-1).log(), asked.words(), chosen(asked)).mean();
  }

  private static double shiftedInPlace(Tensor logits, Asked asked) {
    logits.assign(logits.sub(logits.max(-1, true)).toArray());
    return right(logits, asked).mean();
  }
}
