import org.attentionlab.exercises.lesson08.FeedForwardNetwork;
import org.attentionlab.exercises.lesson08.LayerNormalization;
import org.attentionlab.exercises.lesson08.ResidualBlock;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** What stands around attention: the norm, the way around a part, and the feed-forward network. */
public final class Lesson08 {

  /** Exercise 8.1: every vector by its own mean and variance. */
  public final LayerNormalization layerNorm =
      (x, gain, bias, epsilon) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.1 layerNorm");
      };

  /** Exercise 8.2: one way around, one norm, two places for it. */
  public final ResidualBlock residual =
      (x, parameters, preNorm) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.2 residual");
      };

  /** Exercise 8.3: two maps and a ReLU. */
  public final FeedForwardNetwork feedForward =
      (x, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("8.3 feedForward");
      };
}
