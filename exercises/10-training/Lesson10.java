import java.util.List;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.ClipGlobalNorm;
import org.attentionlab.exercises.lesson10.LossIgnoringPadding;
import org.attentionlab.exercises.lesson10.WarmupRate;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** A step of Adam, the rate of each step, clipping, and the loss of real words. */
public final class Lesson10 {

  /**
   * Exercise 10.1: one step of Adam.
   *
   * <p>The task is in {@code exercises/10-training.ipynb}. What you write:
   *
   * <pre>{@code
   *   Moved step(Tensor x, Tensor gradient, Memory memory, Settings settings)
   *   record AdamStep.Memory(Tensor mean, Tensor square, int steps)
   *   record AdamStep.Settings(double rate, double beta1, double beta2, double epsilon)
   *   record AdamStep.Moved(Tensor x, Memory memory)
   * }</pre>
   */
  public final AdamStep adamStep =
      (x, gradient, memory, settings) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.1 adamStep");
      };

  /**
   * Exercise 10.2: the learning rate of the Transformer's paper.
   *
   * <p>The task is in {@code exercises/10-training.ipynb}. What you write:
   *
   * <pre>{@code
   *   double rate(int step, int dModel, int warmup)
   * }</pre>
   */
  public final WarmupRate warmup =
      (step, dModel, warmup) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.2 warmup");
      };

  /**
   * Exercise 10.3: one factor for all gradients.
   *
   * <p>The task is in {@code exercises/10-training.ipynb}. What you write:
   *
   * <pre>{@code
   *   Clipped clip(List<Tensor> gradients, double limit)
   *   record ClipGlobalNorm.Clipped(List<Tensor> gradients, double norm)
   * }</pre>
   */
  public final ClipGlobalNorm clipGlobalNorm =
      (gradients, limit) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.3 clipGlobalNorm");
      };

  /**
   * Exercise 10.4: the mean loss of the words that are there.
   *
   * <p>The task is in {@code exercises/10-training.ipynb}. What you write:
   *
   * <pre>{@code
   *   double loss(Tensor logits, int[][] targets, int padding)
   * }</pre>
   */
  public final LossIgnoringPadding lossIgnoringPadding =
      (logits, targets, padding) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("10.4 lossIgnoringPadding");
      };
}
