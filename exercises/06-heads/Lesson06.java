import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.CountParameters;
import org.attentionlab.exercises.lesson06.MergeHeads;
import org.attentionlab.exercises.lesson06.MultiHead;
import org.attentionlab.exercises.lesson06.SplitHeads;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Heads: cut apart, joined again, at work, and counted. */
public final class Lesson06 {

  /**
   * Exercise 6.1: each head gets its features of every word.
   *
   * <p>The task is in {@code exercises/06-heads.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor split(Tensor x, int heads)
   * }</pre>
   */
  public final SplitHeads splitHeads =
      (x, heads) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.1 splitHeads");
      };

  /**
   * Exercise 6.2: the heads of a word, side by side.
   *
   * <p>The task is in {@code exercises/06-heads.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor merge(Tensor x)
   * }</pre>
   */
  public final MergeHeads mergeHeads =
      x -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.2 mergeHeads");
      };

  /**
   * Exercise 6.3: attention with several heads.
   *
   * <p>The task is in {@code exercises/06-heads.ipynb}. What you write:
   *
   * <pre>{@code
   *   AttentionResult attend(Tensor x, Tensor source, Parameters parameters)
   *   record MultiHead.Parameters(int heads, Tensor wQ, Tensor wK, Tensor wV, Tensor wO)
   * }</pre>
   */
  public final MultiHead multiHead =
      (x, source, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.3 multiHead");
      };

  /**
   * Exercise 6.4: what it learns.
   *
   * <p>The task is in {@code exercises/06-heads.ipynb}. What you write:
   *
   * <pre>{@code
   *   long parameters(int dModel, int heads, boolean bias)
   * }</pre>
   */
  public final CountParameters countParameters =
      (dModel, heads, bias) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.4 countParameters");
      };
}
