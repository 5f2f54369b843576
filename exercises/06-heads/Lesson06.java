import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.CountParameters;
import org.attentionlab.exercises.lesson06.MergeHeads;
import org.attentionlab.exercises.lesson06.MultiHead;
import org.attentionlab.exercises.lesson06.SplitHeads;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.tensor.Tensor;

/** Heads: cut apart, joined again, at work, and counted. */
public final class Lesson06 {

  /** Exercise 6.1: each head gets its features of every word. */
  public final SplitHeads splitHeads =
      (x, heads) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.1 splitHeads");
      };

  /** Exercise 6.2: the heads of a word, side by side. */
  public final MergeHeads mergeHeads =
      x -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.2 mergeHeads");
      };

  /** Exercise 6.3: attention with several heads. */
  public final MultiHead multiHead =
      (x, source, parameters) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.3 multiHead");
      };

  /** Exercise 6.4: what it learns. */
  public final CountParameters countParameters =
      (dModel, heads, bias) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("6.4 countParameters");
      };
}
