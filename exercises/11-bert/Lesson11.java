import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson11.FineTuneHead;
import org.attentionlab.exercises.lesson11.MaskTokens;
import org.attentionlab.exercises.lesson11.MlmLoss;
import org.attentionlab.exercises.lesson11.ProbeSense;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Words hidden, the loss that asks for them, a step of fine-tuning, and a probe. */
public final class Lesson11 {

  /**
   * Exercise 11.1: which words are hidden, and how.
   *
   * <p>The task is in {@code exercises/11-bert.ipynb}. What you write:
   *
   * <pre>{@code
   *   Masked mask(int[] ids, double chance, Draws draws)
   *   record MaskTokens.Draws(double[] choice, double[] lot, int[] randomWord)
   *   record MaskTokens.Masked(int[] ids, int[] labels)
   * }</pre>
   */
  public final MaskTokens maskTokens =
      (ids, chance, draws) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("11.1 maskTokens");
      };

  /**
   * Exercise 11.2: how well they were guessed.
   *
   * <p>The task is in {@code exercises/11-bert.ipynb}. What you write:
   *
   * <pre>{@code
   *   double loss(Tensor logits, Asked asked)
   *   record MlmLoss.Asked(int[][] words, int[][] read, boolean[][] chosen)
   * }</pre>
   */
  public final MlmLoss mlmLoss =
      (logits, asked) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("11.2 mlmLoss");
      };

  /**
   * Exercise 11.3: a new head and the old body learn together.
   *
   * <p>The task is in {@code exercises/11-bert.ipynb}. What you write:
   *
   * <pre>{@code
   *   Parameters step(Parameters parameters, Tensor x, int[] classes, double rate)
   *   record FineTuneHead.Parameters(Tensor body, Tensor head, Tensor bias)
   * }</pre>
   */
  public final FineTuneHead fineTuneHead =
      (parameters, x, classes, rate) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("11.3 fineTuneHead");
      };

  /**
   * Exercise 11.4: are the senses apart?
   *
   * <p>The task is in {@code exercises/11-bert.ipynb}. What you write:
   *
   * <pre>{@code
   *   Result probe(Sentences sentences)
   *   record ProbeSense.Sentences(Tensor states, int[] places, int[] senses, boolean[] heldOut)
   *   record ProbeSense.Result(int[] guesses, double right)
   * }</pre>
   */
  public final ProbeSense probeSense =
      sentences -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("11.4 probeSense");
      };
}
