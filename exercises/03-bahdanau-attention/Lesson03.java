import org.attentionlab.exercises.lesson03.AlignmentStep;
import org.attentionlab.exercises.lesson03.Context;
import org.attentionlab.exercises.lesson03.MaskedSoftmax;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** One step of additive attention, its context, and padding. */
public final class Lesson03 {

  /**
   * Exercise 3.1: the weights of one output.
   *
   * <p>The task is in {@code exercises/03-bahdanau-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor weights(Tensor decoderStates, Tensor encoderStates, int t, Parameters parameters)
   *   record AlignmentStep.Parameters(Tensor queryWeight, Tensor keyWeight, Tensor vector)
   * }</pre>
   */
  public final AlignmentStep alignmentStep =
      (decoderStates, encoderStates, t, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("3.1 alignmentStep");
      };

  /**
   * Exercise 3.2: the weighted sum of the states.
   *
   * <p>The task is in {@code exercises/03-bahdanau-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor contexts(Tensor weights, Tensor states)
   * }</pre>
   */
  public final Context context =
      (weights, states) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("3.2 context");
      };

  /**
   * Exercise 3.3: a softmax that leaves padding out.
   *
   * <p>The task is in {@code exercises/03-bahdanau-attention.ipynb}. What you write:
   *
   * <pre>{@code
   *   Tensor weights(Tensor scores, int[] lengths)
   * }</pre>
   */
  public final MaskedSoftmax maskedSoftmax =
      (scores, lengths) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("3.3 maskedSoftmax");
      };
}
