import java.util.ArrayList;
import java.util.List;
import org.attentionlab.exercises.lesson01.AccuracyByLength;
import org.attentionlab.exercises.lesson01.ContextVector;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** What the encoder hands over, and what is lost with length. */
public final class Lesson01 {

  /**
   * Exercise 1.1: the context vector of every sentence.
   *
   * <p>The task is in {@code exercises/01-bottleneck.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor lastStates(Tensor states, int[] lengths)
   * }</pre>
   */
  public final ContextVector contextVector =
      (states, lengths) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("1.1 contextVector");
      };

  /**
   * Exercise 1.2: accuracy against length.
   *
   * <p>The task is in {@code exercises/01-bottleneck.ipynb}. What you write:
   *
   * <pre>{@code
   *   double[] accuracies(int[] lengths, boolean[] right, int[] edges)
   * }</pre>
   */
  public final AccuracyByLength accuracyByLength =
      (lengths, right, edges) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("1.2 accuracyByLength");
      };
}
