package org.attentionlab.solutions;

import java.util.List;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm;
import org.attentionlab.exercises.lesson10.LossIgnoringPadding;
import org.attentionlab.exercises.lesson10.WarmupRate;
import org.attentionlab.tensor.Tensor;

/** A step of Adam, the rate of each step, clipping, and the loss of real words. */
public final class Lesson10 {

  /** Exercise 10.1: one step of Adam. */
  public final AdamStep adamStep =
      (x, gradient, memory, settings) -> {
        // BEGIN SOLUTION
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        int t = memory.steps() + 1;
        Tensor m = memory.mean().mul(beta1).add(gradient.mul(1 - beta1));
        Tensor v = memory.square().mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
        Tensor mean = m.div(1 - Math.pow(beta1, t));
        Tensor root = v.div(1 - Math.pow(beta2, t)).sqrt().add(settings.epsilon());
        Tensor moved = x.sub(mean.div(root).mul(settings.rate()));
        return new AdamStep.Moved(moved, new AdamStep.Memory(m, v, t));
        // END SOLUTION
      };

  /** Exercise 10.2: the learning rate of the Transformer's paper. */
  public final WarmupRate warmup =
      (step, dModel, warmup) -> {
        // BEGIN SOLUTION
        if (step == 0) {
          return 0;
        }
        double line = step * Math.pow(warmup, -1.5);
        return Math.min(Math.pow(step, -.5), line) / Math.sqrt(dModel);
        // END SOLUTION
      };

  /** Exercise 10.3: one factor for all gradients. */
  public final ClipGlobalNorm clipGlobalNorm =
      (gradients, limit) -> {
        // BEGIN SOLUTION
        double squares = 0;
        for (Tensor gradient : gradients) {
          squares += gradient.mul(gradient).sum().item();
        }
        double norm = Math.sqrt(squares);
        double factor = Math.min(1, limit / norm);
        List<Tensor> shortened = gradients.stream().map(g -> g.mul(factor)).toList();
        return new ClipGlobalNorm.Clipped(shortened, norm);
        // END SOLUTION
      };

  /** Exercise 10.4: the mean loss of the words that are there. */
  public final LossIgnoringPadding lossIgnoringPadding =
      (logits, targets, padding) -> {
        // BEGIN SOLUTION
        Tensor logs = logits.logSoftmax(-1); // (B, T, C)
        double sum = 0;
        int real = 0;
        for (int b = 0; b < targets.length; b++) {
          for (int t = 0; t < targets[b].length; t++) {
            if (targets[b][t] != padding) {
              sum -= logs.at(b, t, targets[b][t]);
              real++;
            }
          }
        }
        return real == 0 ? 0 : sum / real;
        // END SOLUTION
      };
}
