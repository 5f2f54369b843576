import java.util.Arrays;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson09.CausalMask;
import org.attentionlab.exercises.lesson09.CrossAttention;
import org.attentionlab.exercises.lesson09.GreedyDecode;
import org.attentionlab.exercises.lesson09.ShiftRight;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** What a decoder may see, what it reads, how it looks at the source, and how it writes. */
public final class Lesson09 {

  /**
   * Exercise 9.1: weights that never fall on the future.
   *
   * <p>The task is in {@code exercises/09-encoder-decoder.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor weights(Tensor scores)
   * }</pre>
   */
  public final CausalMask causalMask =
      scores -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("9.1 causalMask");
      };

  /**
   * Exercise 9.2: what the decoder reads.
   *
   * <p>The task is in {@code exercises/09-encoder-decoder.ipynb}. What you write:
   *
   * <pre>{@code
   *   int[][] shifted(int[][] target, int begin)
   * }</pre>
   */
  public final ShiftRight shiftRight =
      (target, begin) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("9.2 shiftRight");
      };

  /**
   * Exercise 9.3: the decoder looks at the source.
   *
   * <p>The task is in {@code exercises/09-encoder-decoder.ipynb}. What you write:
   *
   * <pre>{@code
   *   AttentionResult attend(Tensor decoder, Tensor memory, int[] lengths, Parameters parameters)
   *   record CrossAttention.Parameters(Tensor wQ, Tensor wK, Tensor wV)
   * }</pre>
   */
  public final CrossAttention crossAttention =
      (decoder, memory, lengths, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("9.3 crossAttention");
      };

  /**
   * Exercise 9.4: the likeliest token, again and again.
   *
   * <p>The task is in {@code exercises/09-encoder-decoder.ipynb}. What you write:
   *
   * <pre>{@code
   *   int[] write(Model model, int maxTokens)
   *   record GreedyDecode.Model(Tensor logits, int[][] next, int end)
   * }</pre>
   */
  public final GreedyDecode greedyDecode =
      (model, maxTokens) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("9.4 greedyDecode");
      };
}
