package org.attentionlab.solutions;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.exercises.lesson01.AccuracyByLength;
import org.attentionlab.exercises.lesson01.ContextVector;
import org.attentionlab.tensor.Tensor;

/** What the encoder hands over, and what is lost with length. */
public final class Lesson01 {

  /** Exercise 1.1: the context vector of every sentence. */
  public final ContextVector contextVector =
      (states, lengths) -> {
        // BEGIN SOLUTION
        List<Tensor> last = new ArrayList<>();
        for (int b = 0; b < lengths.length; b++) {
          last.add(states.get(b).get(lengths[b] - 1)); // (dHidden)
        }
        return Tensor.stack(0, last); // (B, dHidden)
        // END SOLUTION
      };

  /** Exercise 1.2: accuracy against length. */
  public final AccuracyByLength accuracyByLength =
      (lengths, right, edges) -> {
        // BEGIN SOLUTION
        double[] accuracy = new double[edges.length - 1];
        for (int bin = 0; bin < accuracy.length; bin++) {
          int all = 0;
          int hits = 0;
          for (int i = 0; i < lengths.length; i++) {
            if (edges[bin] <= lengths[i] && lengths[i] < edges[bin + 1]) {
              all++;
              hits += right[i] ? 1 : 0;
            }
          }
          accuracy[bin] = (double) hits / all; // 0.0 / 0 is NaN
        }
        return accuracy;
        // END SOLUTION
      };
}
