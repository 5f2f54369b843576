import org.attentionlab.exercises.lesson08.FeedForwardNetwork;
import org.attentionlab.exercises.lesson08.LayerNormalization;
import org.attentionlab.exercises.lesson08.ResidualBlock;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** What stands around attention: the norm, the way around a part, and the feed-forward network. */
public final class Lesson08 {

  /**
   * Exercise 8.1: every vector by its own mean and variance.
   *
   * <p>The task is in {@code exercises/08-blocks.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor normalize(Tensor x, Tensor gain, Tensor bias, double epsilon)
   * }</pre>
   */
  public final LayerNormalization layerNorm =
      (x, gain, bias, epsilon) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.1 layerNorm");
      };

  /**
   * Exercise 8.2: one way around, one norm, two places for it.
   *
   * <p>The task is in {@code exercises/08-blocks.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor apply(Tensor x, Parameters parameters, boolean preNorm)
   *   record ResidualBlock.Parameters(Tensor w, Tensor gain, Tensor bias)
   * }</pre>
   */
  public final ResidualBlock residual =
      (x, parameters, preNorm) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.2 residual");
      };

  /**
   * Exercise 8.3: two maps and a ReLU.
   *
   * <p>The task is in {@code exercises/08-blocks.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor forward(Tensor x, Parameters parameters)
   *   record FeedForwardNetwork.Parameters(Tensor w1, Tensor b1, Tensor w2, Tensor b2)
   * }</pre>
   */
  public final FeedForwardNetwork feedForward =
      (x, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.3 feedForward");
      };
}
