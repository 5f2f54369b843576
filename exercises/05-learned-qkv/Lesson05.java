import java.util.ArrayList;
import java.util.List;
import org.attentionlab.attention.Attention;
import org.attentionlab.exercises.lesson05.CrossWidth;
import org.attentionlab.exercises.lesson05.EditKeyOrValue;
import org.attentionlab.exercises.lesson05.ProjectQkv;
import org.attentionlab.exercises.lesson05.SlopeCheck;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Three roles, what each does, and how to check a slope. */
public final class Lesson05 {

  /**
   * Exercise 5.1: queries, keys and values.
   *
   * <p>The task is in {@code exercises/05-learned-qkv.ipynb}. What you write:
   *
   * <pre>{@code
   *   Roles project(Tensor x, Weights weights)
   *   record ProjectQkv.Weights(Tensor query, Tensor key, Tensor value)
   *   record ProjectQkv.Roles(Tensor q, Tensor k, Tensor v)
   * }</pre>
   */
  public final ProjectQkv projectQKV =
      (x, weights) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.1 projectQKV");
      };

  /**
   * Exercise 5.2: another key, or another value.
   *
   * <p>The task is in {@code exercises/05-learned-qkv.ipynb}. What you write:
   *
   * <pre>{@code
   *   AttentionResult attend(Tensor q, Tensor k, Tensor v, Edit edit)
   *   record EditKeyOrValue.Edit(String what, int place, Tensor row)
   * }</pre>
   */
  public final EditKeyOrValue editKeyOrValue =
      (q, k, v, edit) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.2 editKeyOrValue");
      };

  /**
   * Exercise 5.3: attention between two sequences.
   *
   * <p>The task is in {@code exercises/05-learned-qkv.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor attend(Tensor x, Tensor y, Weights weights)
   *   record CrossWidth.Weights(Tensor query, Tensor key, Tensor value)
   * }</pre>
   */
  public final CrossWidth crossWidth =
      (x, y, weights) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.3 crossWidth");
      };

  /**
   * Exercise 5.4: slopes by central differences.
   *
   * <p>The task is in {@code exercises/05-learned-qkv.ipynb}. What you write:
   *
   * <pre>{@code
   *   double[] slopes(double[] scores, double[] values, double h)
   * }</pre>
   */
  public final SlopeCheck gradCheck =
      (scores, values, h) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.4 gradCheck");
      };
}
