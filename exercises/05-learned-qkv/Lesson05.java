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

  /** Exercise 5.1: queries, keys and values. */
  public final ProjectQkv projectQKV =
      (x, weights) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.1 projectQKV");
      };

  /** Exercise 5.2: another key, or another value. */
  public final EditKeyOrValue editKeyOrValue =
      (q, k, v, edit) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.2 editKeyOrValue");
      };

  /** Exercise 5.3: attention between two sequences. */
  public final CrossWidth crossWidth =
      (x, y, weights) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.3 crossWidth");
      };

  /** Exercise 5.4: slopes by central differences. */
  public final SlopeCheck gradCheck =
      (scores, values, h) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("5.4 gradCheck");
      };
}
