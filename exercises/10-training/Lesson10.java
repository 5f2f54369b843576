import java.util.List;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm;
import org.attentionlab.exercises.lesson10.LossIgnoringPadding;
import org.attentionlab.exercises.lesson10.WarmupRate;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** A step of Adam, the rate of each step, clipping, and the loss of real words. */
public final class Lesson10 {

  /** Exercise 10.1: one step of Adam. */
  public final AdamStep adamStep =
      (x, gradient, memory, settings) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.1 adamStep");
      };

  /** Exercise 10.2: the learning rate of the Transformer's paper. */
  public final WarmupRate warmup =
      (step, dModel, warmup) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.2 warmup");
      };

  /** Exercise 10.3: one factor for all gradients. */
  public final ClipGlobalNorm clipGlobalNorm =
      (gradients, limit) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.3 clipGlobalNorm");
      };

  /** Exercise 10.4: the mean loss of the words that are there. */
  public final LossIgnoringPadding lossIgnoringPadding =
      (logits, targets, padding) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.4 lossIgnoringPadding");
      };
}
