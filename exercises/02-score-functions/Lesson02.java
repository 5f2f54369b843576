import org.attentionlab.exercises.lesson02.AdditiveScores;
import org.attentionlab.exercises.lesson02.CosineScores;
import org.attentionlab.exercises.lesson02.DotScores;
import org.attentionlab.exercises.lesson02.GeneralScores;
import org.attentionlab.exercises.lesson02.StableSoftmax;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Four ways to score a query against a key, and the softmax that turns scores into weights. */
public final class Lesson02 {

  /**
   * Exercise 2.1: the dot product.
   *
   * <p>The task is in {@code exercises/02-score-functions.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor scores(Tensor queries, Tensor keys)
   * }</pre>
   */
  public final DotScores dot =
      (queries, keys) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("2.1 dot");
      };

  /**
   * Exercise 2.2: the cosine.
   *
   * <p>The task is in {@code exercises/02-score-functions.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor scores(Tensor queries, Tensor keys)
   * }</pre>
   */
  public final CosineScores cosine =
      (queries, keys) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("2.2 cosine");
      };

  /**
   * Exercise 2.3: a matrix between query and key.
   *
   * <p>The task is in {@code exercises/02-score-functions.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor scores(Tensor queries, Tensor w, Tensor keys)
   * }</pre>
   */
  public final GeneralScores general =
      (queries, w, keys) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("2.3 general");
      };

  /**
   * Exercise 2.4: a small network that looks at both.
   *
   * <p>The task is in {@code exercises/02-score-functions.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor scores(Tensor queries, Tensor keys, Tensor w, Tensor v)
   * }</pre>
   */
  public final AdditiveScores additive =
      (queries, keys, w, v) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("2.4 additive");
      };

  /**
   * Exercise 2.5: weights from scores of any size.
   *
   * <p>The task is in {@code exercises/02-score-functions.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor weights(Tensor scores)
   * }</pre>
   */
  public final StableSoftmax stableSoftmax =
      scores -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("2.5 stableSoftmax");
      };
}
