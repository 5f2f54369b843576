import java.util.Arrays;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson12.AblateHead;
import org.attentionlab.exercises.lesson12.AttentionCost;
import org.attentionlab.exercises.lesson12.MemoryTable;
import org.attentionlab.exercises.lesson12.WordTagger;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Cost, limits, uses: what attention costs, what a head is worth, and a tagger. */
public final class Lesson12 {

  /**
   * Exercise 12.1: every query meets every key, twice.
   *
   * <p>The task is in {@code exercises/12-cost-limits-uses.ipynb}. What you write:
   *
   * <pre>{@code
   *   long multiplications(int queries, int keys, int heads, int dK, int dV)
   * }</pre>
   */
  public final AttentionCost attentionCost =
      (queries, keys, heads, dK, dV) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("12.1 attentionCost");
      };

  /**
   * Exercise 12.2: bytes of scores, full, in a window, in tiles.
   *
   * <p>The task is in {@code exercises/12-cost-limits-uses.ipynb}. What you write:
   *
   * <pre>{@code
   *   long[][] bytes(int[] lengths, Settings settings)
   *   record MemoryTable.Settings(int heads, int radius, int tile)
   * }</pre>
   */
  public final MemoryTable memoryTable =
      (lengths, settings) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("12.2 memoryTable");
      };

  /**
   * Exercise 12.3: one head gives nothing.
   *
   * <p>The task is in {@code exercises/12-cost-limits-uses.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor output(Tensor weights, Tensor values, Tensor wO, int head)
   * }</pre>
   */
  public final AblateHead ablateHead =
      (weights, values, wO, head) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("12.3 ablateHead");
      };

  /**
   * Exercise 12.4: tags of words; padding is neither looked at nor judged.
   *
   * <p>The task is in {@code exercises/12-cost-limits-uses.ipynb}. What you write:
   *
   * <pre>{@code
   *   Result tag(Tensor x, int[] lengths, int[][] gold, Parameters parameters)
   *   record WordTagger.Parameters(Tensor wQ, Tensor wK, Tensor wV, Tensor wTags, Tensor bias)
   *   record WordTagger.Result(Tensor logits, int[][] tags, double loss)
   * }</pre>
   */
  public final WordTagger tagger =
      (x, lengths, gold, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("12.4 tagger");
      };
}
