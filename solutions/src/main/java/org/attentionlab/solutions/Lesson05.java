package org.attentionlab.solutions;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.attention.Attention;
import org.attentionlab.exercises.lesson05.CrossWidth;
import org.attentionlab.exercises.lesson05.EditKeyOrValue;
import org.attentionlab.exercises.lesson05.ProjectQkv;
import org.attentionlab.exercises.lesson05.SlopeCheck;
import org.attentionlab.tensor.Tensor;

/** Three roles, what each does, and how to check a slope. */
public final class Lesson05 {

  /** Exercise 5.1: queries, keys and values. */
  public final ProjectQkv projectQKV =
      (x, weights) -> {
        // BEGIN SOLUTION
        return new ProjectQkv.Roles(
            x.matmul(weights.query()), x.matmul(weights.key()), x.matmul(weights.value()));
        // END SOLUTION
      };

  /** Exercise 5.2: another key, or another value. */
  public final EditKeyOrValue editKeyOrValue =
      (q, k, v, edit) -> {
        // BEGIN SOLUTION
        Tensor edited = edit.what().equals("key") ? k : v;
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < edited.size(0); i++) {
          rows.add(i == edit.place() ? edit.row() : edited.get(i));
        }
        Tensor changed = Tensor.stack(0, rows);
        return edit.what().equals("key")
            ? Attention.scaledDotProduct(q, changed, v)
            : Attention.scaledDotProduct(q, k, changed);
        // END SOLUTION
      };

  /** Exercise 5.3: attention between two sequences. */
  public final CrossWidth crossWidth =
      (x, y, weights) -> {
        // BEGIN SOLUTION
        Tensor q = x.matmul(weights.query()); // (T, dK)
        Tensor k = y.matmul(weights.key()); // (S, dK)
        Tensor v = y.matmul(weights.value()); // (S, dV)
        Tensor scores = q.matmul(k.transpose()).div((float) Math.sqrt(q.size(-1))); // (T, S)
        return scores.softmax(-1).matmul(v); // (T, dV)
        // END SOLUTION
      };

  /** Exercise 5.4: slopes by central differences. */
  public final SlopeCheck gradCheck =
      (scores, values, h) -> {
        // BEGIN SOLUTION
        double[] slopes = new double[scores.length];
        for (int i = 0; i < slopes.length; i++) {
          double[] up = scores.clone();
          double[] down = scores.clone();
          up[i] += h;
          down[i] -= h;
          slopes[i] = (SlopeCheck.output(up, values) - SlopeCheck.output(down, values)) / (2 * h);
        }
        return slopes;
        // END SOLUTION
      };
}
