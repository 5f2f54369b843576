package org.attentionlab.solutions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson11.FineTuneHead;
import org.attentionlab.exercises.lesson11.MaskTokens;
import org.attentionlab.exercises.lesson11.MlmLoss;
import org.attentionlab.exercises.lesson11.ProbeSense;
import org.attentionlab.tensor.Tensor;

/** Words hidden, the loss that asks for them, a step of fine-tuning, and a probe. */
public final class Lesson11 {

  /** Exercise 11.1: which words are hidden, and how. */
  public final MaskTokens maskTokens =
      (ids, chance, draws) -> {
        // BEGIN SOLUTION
        int[] hidden = ids.clone();
        int[] labels = new int[ids.length];
        Arrays.fill(labels, MaskTokens.NOT_ASKED);
        for (int t = 0; t < ids.length; t++) {
          if (ids[t] < MaskTokens.FIRST_WORD || draws.choice()[t] >= chance) {
            continue;
          }
          labels[t] = ids[t];
          if (draws.lot()[t] < .8) {
            hidden[t] = MaskTokens.MASK;
          } else if (draws.lot()[t] < .9) {
            hidden[t] = draws.randomWord()[t];
          }
        }
        return new MaskTokens.Masked(hidden, labels);
        // END SOLUTION
      };

  /** Exercise 11.2: how well they were guessed. */
  public final MlmLoss mlmLoss =
      (logits, asked) -> {
        // BEGIN SOLUTION
        Tensor logP = logits.logSoftmax(-1); // (B, T, V)
        double sum = 0;
        int count = 0;
        for (int b = 0; b < logits.size(0); b++) {
          for (int t = 0; t < logits.size(1); t++) {
            if (asked.chosen()[b][t]) {
              sum -= logP.at(b, t, asked.words()[b][t]);
              count++;
            }
          }
        }
        return count == 0 ? 0 : sum / count;
        // END SOLUTION
      };

  /** Exercise 11.3: a new head and the old body learn together. */
  public final FineTuneHead fineTuneHead =
      (parameters, x, classes, rate) -> {
        // BEGIN SOLUTION
        Tensor body = parameters.body().detach().requiresGrad(true);
        Tensor head = parameters.head().detach().requiresGrad(true);
        Tensor bias = parameters.bias().detach().requiresGrad(true);
        Tensor pooled = x.matmul(body).tanh(); // (B, dModel)
        pooled.matmul(head).add(bias).crossEntropy(classes).backward();
        List<Tensor> stepped =
            List.of(body, head, bias).stream()
                .map(p -> p.detach().sub(p.grad().mul((float) rate)))
                .toList();
        return new FineTuneHead.Parameters(stepped.get(0), stepped.get(1), stepped.get(2));
        // END SOLUTION
      };

  /** Exercise 11.4: are the senses apart? */
  public final ProbeSense probeSense =
      sentences -> {
        // BEGIN SOLUTION
        int[] senses = sentences.senses();
        boolean[] heldOut = sentences.heldOut();
        int count = Arrays.stream(senses).max().orElseThrow() + 1;
        int d = sentences.states().size(2);
        Tensor[] centroids = new Tensor[count];
        for (int s = 0; s < count; s++) {
          Tensor sum = Tensor.zeros(d);
          int members = 0;
          for (int n = 0; n < senses.length; n++) {
            if (senses[n] == s && !heldOut[n]) {
              sum = sum.add(sentences.states().get(n).get(sentences.places()[n]));
              members++;
            }
          }
          centroids[s] = sum.div((float) members);
        }
        int[] judged = IntStream.range(0, senses.length).filter(n -> heldOut[n]).toArray();
        int[] guesses = new int[judged.length];
        int hits = 0;
        for (int i = 0; i < judged.length; i++) {
          Tensor vector = sentences.states().get(judged[i]).get(sentences.places()[judged[i]]);
          double nearest = Double.POSITIVE_INFINITY;
          for (int s = 0; s < count; s++) {
            Tensor apart = vector.sub(centroids[s]);
            double distance = apart.mul(apart).sum().item();
            if (distance < nearest) {
              nearest = distance;
              guesses[i] = s;
            }
          }
          hits += guesses[i] == senses[judged[i]] ? 1 : 0;
        }
        return new ProbeSense.Result(guesses, (double) hits / judged.length);
        // END SOLUTION
      };
}
