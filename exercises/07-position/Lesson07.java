import org.attentionlab.exercises.lesson07.LearnedLookup;
import org.attentionlab.exercises.lesson07.RelativeBias;
import org.attentionlab.exercises.lesson07.ShiftMatrix;
import org.attentionlab.exercises.lesson07.Sinusoid;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Positions: waves, a table, a rotation, and distances. */
public final class Lesson07 {

  /**
   * Exercise 7.1: the sine and cosine encoding.
   *
   * <p>The task is in {@code exercises/07-position.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor encodings(int positions, int dModel)
   * }</pre>
   */
  public final Sinusoid sinusoid =
      (positions, dModel) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("7.1 sinusoid");
      };

  /**
   * Exercise 7.2: a learned table, and its end.
   *
   * <p>The task is in {@code exercises/07-position.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor add(Tensor x, Tensor table, int first)
   * }</pre>
   */
  public final LearnedLookup learnedLookup =
      (x, table, first) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("7.2 learnedLookup");
      };

  /**
   * Exercise 7.3: k places on.
   *
   * <p>The task is in {@code exercises/07-position.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor matrix(int k, int dModel)
   * }</pre>
   */
  public final ShiftMatrix shiftMatrix =
      (k, dModel) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("7.3 shiftMatrix");
      };

  /**
   * Exercise 7.4: a number for each distance.
   *
   * <p>The task is in {@code exercises/07-position.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor add(Tensor scores, Tensor table, int first)
   * }</pre>
   */
  public final RelativeBias relativeBias =
      (scores, table, first) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("7.4 relativeBias");
      };
}
