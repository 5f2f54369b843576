import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson04.PermutationProbe;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** The formula by hand, what order means to it, and its derivative. */
public final class Lesson04 {

  /**
   * Exercise 4.1: scaled dot-product attention.
   *
   * <p>The task is in {@code exercises/04-self-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   AttentionResult attend(Tensor q, Tensor k, Tensor v)
   * }</pre>
   */
  public final SelfAttention selfAttention =
      (q, k, v) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("4.1 selfAttention");
      };

  /**
   * Exercise 4.2: what a permutation does to the weights.
   *
   * <p>The task is in {@code exercises/04-self-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor permutedWeights(Tensor weights, int[] permutation)
   * }</pre>
   */
  public final PermutationProbe permutationProbe =
      (weights, permutation) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("4.2 permutationProbe");
      };

  /**
   * Exercise 4.3: the derivative of the softmax.
   *
   * <p>The task is in {@code exercises/04-self-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor scoresGradient(Tensor weights, Tensor gradient)
   * }</pre>
   */
  public final SoftmaxBackward softmaxBackward =
      (weights, gradient) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("4.3 softmaxBackward");
      };
}
