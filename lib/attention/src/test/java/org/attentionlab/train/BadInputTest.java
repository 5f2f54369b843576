package org.attentionlab.train;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofKind;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private final Linear model = new Linear(new Random(1), 1, 1);
  private final Batches<Integer> batches = Batches.of(List.of(1), 1, 1);

  private Trainer trainer() {
    return Trainer.of(model, new Sgd(model.parameters(), 0.1));
  }

  private Tensor loss() {
    return model.forward(Tensor.ones(1, 1)).sum();
  }

  private History train(Trainer trainer, int steps, Supplier<Tensor> loss) {
    return trainer.train(steps, batches, batch -> loss.get());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void aRateIsFiniteAndNotNegative(double rate) {
    String essential = "rate " + rate + " is negative or not finite";
    ofArgument(essential, () -> new Sgd(model.parameters(), rate));
    ofArgument(essential, () -> new Adam(model.parameters(), rate));
    ofArgument(essential, () -> new AdamW(model.parameters(), rate));
    ofArgument(essential, () -> Schedule.constant(rate));
    ofArgument(essential, () -> Schedule.warmupCosine(rate, 1, 3));
    ofArgument(essential, () -> train(trainer().schedule(step -> rate), 1, this::loss));
  }

  @Test
  void settingsOfOptimisersLieInTheirRanges() {
    AdamConfig config = AdamConfig.of(0.1);
    for (double epsilon : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, 1e-60}) {
      ofArgument("Adam: epsilon " + epsilon + " is no finite", () -> config.epsilon(epsilon));
    }
    for (double beta : new double[] {-0.1, 1, Double.NaN}) {
      ofArgument("Adam: beta1 " + beta, () -> config.betas(beta, 0.9));
      ofArgument("Adam: beta2 " + beta, () -> config.betas(0.9, beta));
      ofArgument("Sgd: momentum " + beta, () -> new Sgd(model.parameters(), 1, beta));
    }
    ofArgument("Adam: decay -1.0", () -> new AdamW(model.parameters(), 1, -1));
  }

  @Test
  void anOptimiserNeedsSomethingToLearn() {
    ofArgument("Adam: there are no parameters", () -> new Adam(List.of(), 0.1));
    ofArgument("Sgd: there are no parameters", () -> new Sgd(List.of(), 0.1));
  }

  @Test
  void onlyLeavesAreMoved() {
    Tensor result = Tensor.ones(2).requiresGrad(true).mul(2);
    result.sum().backward();
    Sgd sgd = new Sgd(List.of(result), 0.1);
    ofKind(IllegalStateException.class, "update: this tensor is the result of mul", sgd::step);
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e10f})
  void aStateWithNoNumberOfStepsChangesNothing(float steps) {
    Adam adam = new Adam(model.parameters(), 0.1);
    Map<String, Tensor> state = new HashMap<>(adam.state());
    state.put("0.mean", Tensor.ones(1, 1));
    state.put("1.steps", Tensor.scalar(steps));
    ofArgument("Adam: 1.steps of the state is " + steps, () -> adam.load(state));
    assertEquals(0, adam.state().get("0.mean").item());
  }

  @Test
  void schedulesHaveStepsToGoUpAndDown() {
    ofArgument("leaves none after a warm-up of 5", () -> Schedule.warmupLinear(1, 5, 5));
    ofArgument("the warm-up has -1 steps", () -> Schedule.warmupCosine(1, -1, 5));
    ofArgument("at least 1 step", () -> Schedule.warmupInverseSqrt(1, 0));
    ofArgument("dModel is at least 1", () -> Schedule.transformer(0, 10));
    ofArgument("there is no step -1", () -> Schedule.warmupLinear(1, 1, 5).rate(-1));
  }

  @Test
  void batchesHaveExamples() {
    ofArgument("Batches: there are no examples.", () -> Batches.of(List.of(), 1, 1));
    ofArgument("Batches: a batch has 1 example or more, not 0.", () -> batches(0));
  }

  private static Batches<Integer> batches(int size) {
    return Batches.of(List.of(1, 2, 3), size, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 1 << 28, Integer.MAX_VALUE})
  void aBatchLargerThanAllExamplesIsAllOfThem(int size) {
    Batches<Integer> all = batches(size);
    assertEquals(1, all.perEpoch());
    assertEquals(Set.of(1, 2, 3), Set.copyOf(all.next()));
    assertEquals(Set.of(1, 2, 3), Set.copyOf(all.next()));
  }

  @Test
  void aNormToClipToIsAboveZero() {
    for (double norm : new double[] {0, -1, Double.NaN}) {
      ofArgument("not " + norm, () -> trainer().clip(norm));
      ofArgument("clip: the limit " + norm, () -> clip(norm));
    }
  }

  private double clip(double norm) {
    return Clipping.clipToGlobalNorm(model.parameters(), norm);
  }

  @Test
  void aTrainingHasStepsToTake() {
    ofArgument("-1 steps in all", () -> train(trainer(), -1, this::loss));
    ofArgument("0 steps in all", () -> train(trainer(), 0, this::loss));
    ofArgument("of which 6 were taken", () -> train(trainer().resumeAfter(6), 5, this::loss));
    ofArgument("-1 steps were taken before", () -> trainer().resumeAfter(-1));
    assertEquals(0, train(trainer().resumeAfter(5), 5, this::loss).steps());
  }

  @Test
  void aLossIsOneNumberThatDependsOnTheModel() {
    ofShapes(
        "item: shape (2, 1)", () -> train(trainer(), 1, () -> model.forward(Tensor.ones(2, 1))));
    ofKind(
        IllegalStateException.class,
        "backward: nothing that this tensor",
        () -> train(trainer(), 1, () -> Tensor.scalar(1)));
    ofKind(
        ArithmeticException.class,
        "train: the loss of step 1 is NaN",
        () -> train(trainer(), 1, () -> loss().mul(Double.NaN)));
  }

  @Test
  void aMeasureThatIsNaNIsNotTakenForOneThatGotWorse() {
    Trainer trainer = trainer().validate(1, () -> Double.NaN).patience(2);
    ofKind(
        ArithmeticException.class,
        "train: the measure of the validation after step 1 is NaN.",
        () -> train(trainer, 5, this::loss));
    assertTrue(!model.isTraining(), "in evaluation mode, as after any training");
  }

  @Test
  void countsOfStepsAreAtLeastOne() {
    ofArgument("every 1 step or more, not every 0", () -> trainer().validate(0, () -> 1));
    ofArgument("1 validation or more, not for 0", () -> trainer().patience(0));
    ofArgument("every 1 step or more", () -> TrainingProgress.printing(System.out, 0));
    History history = train(trainer(), 2, this::loss);
    ofArgument("1 loss or more, not 0", () -> history.meanLoss(0));
    ofArgument("1 loss or more, not -3", () -> history.meanLoss(-3));
    assertEquals(history.meanLoss(2), history.meanLoss(100));
  }

  @Test
  void masksAndWordsAreOfTheVocabulary() {
    ofArgument("MaskedWords: the mask 5", () -> config(5, 5, 0));
    ofArgument("MaskedWords: the special id 9 is not from 0 to 4", () -> config(5, 4, 9));
    ofArgument("MaskedWords: the special id -1", () -> config(5, 4, -1));
    ofArgument("MaskedWords: all ids are special", () -> config(1, 0, 0));
    MaskedWords words = new MaskedWords(config(5, 4, 0));
    ofIndex(
        "MaskedWords: id 7 at position 1 of sequence 0",
        () -> words.mask(new Random(1), new int[][] {{1, 7}}));
    assertEquals(0, words.mask(new Random(1), new int[0][]).ids().length);
  }

  private static MaskedWords.Config config(int vocabulary, int mask, int other) {
    Set<Integer> special = new HashSet<>(List.of(mask, other));
    return new MaskedWords.Config(vocabulary, mask, special, 0.5);
  }
}
