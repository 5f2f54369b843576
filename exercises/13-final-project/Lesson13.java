import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.attentionlab.data.PairBatch;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.TokenPair;
import org.attentionlab.exercises.lesson13.CompareAblation;
import org.attentionlab.exercises.lesson13.CountModel;
import org.attentionlab.exercises.lesson13.GuessByPlace;
import org.attentionlab.exercises.lesson13.LearnTask;
import org.attentionlab.exercises.lesson13.SplitPairs;
import org.attentionlab.exercises.lesson13.SummarizeRuns;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Schedule;
import org.attentionlab.train.Trainer;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Tagger;
import org.attentionlab.transformer.TaggerConfig;

/** The final project: data, model, training and evaluation, as functions that can be checked. */
public final class Lesson13 {

  /**
   * Exercise 13.1: a split without leakage.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   int[] parts(List<String> sources, double validation, double test, long seed)
   * }</pre>
   */
  public final SplitPairs splitPairs =
      (sources, validation, test, seed) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.1 splitPairs");
      };

  /**
   * Exercise 13.2: the parameters of a whole model.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   long parameters(Sizes sizes)
   *   record CountModel.Sizes(int sourceVocabulary, int targetVocabulary, int dModel, int heads,
   *       int dFf, int encoderLayers, int decoderLayers, boolean preNorm)
   * }</pre>
   */
  public final CountModel countModel =
      sizes -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.2 countModel");
      };

  /**
   * Exercise 13.3: how far one gets without the source.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   double share(List<List<String>> train, List<List<String>> test)
   * }</pre>
   */
  public final GuessByPlace baseline =
      (train, test) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.3 baseline");
      };

  /**
   * Exercise 13.4: a task that is learned from examples.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   List<String> answers(List<Example> train, List<String> questions, long seed)
   *   record LearnTask.Example(String question, String answer)
   * }</pre>
   */
  public final LearnTask learn =
      (train, questions, seed) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.4 learn");
      };

  /**
   * Exercise 13.5: what all seeds gave, the checkpoint chosen by the validation.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   Summary summarize(List<Run> runs)
   *   record SummarizeRuns.Run(double[] validation, double[] test)
   *   record SummarizeRuns.Summary(double mean, double deviation, double lowest, double highest)
   * }</pre>
   */
  public final SummarizeRuns summarize =
      runs -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.5 summarize");
      };

  /**
   * Exercise 13.6: what a part of the model is worth.
   *
   * <p>The task is in {@code exercises/13-final-project.ipynb}. What you write:
   *
   * <pre>{@code
   *   Effect compare(double[] full, double[] ablated)
   *   record CompareAblation.Effect(double mean, double lowest, double highest, boolean clear)
   * }</pre>
   */
  public final CompareAblation ablation =
      (full, ablated) -> {
        // YOUR CODE HERE
        throw new NotSolvedYet("13.6 ablation");
      };
}
