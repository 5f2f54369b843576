package org.attentionlab.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.FeedForward;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.attentionlab.train.AdamW;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Optimizer;
import org.attentionlab.train.ResumableRandom;
import org.attentionlab.train.Schedule;
import org.attentionlab.train.Sgd;
import org.attentionlab.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final int STEPS = 24;

  @TempDir Path folder;

  /** A training with everything that could differ: dropout, shuffling, a schedule, clipping. */
  private static final class Run {
    private final ResumableRandom random = new ResumableRandom(5);
    private final FeedForward model =
        new FeedForward(random, new FeedForward.Config(4, 16, Activation.RELU, 0.3));
    private final Checkpoint.Training training;

    Run(String optimizer) {
      Map<String, Function<List<Tensor>, Optimizer>> makers =
          Map.of(
              "Sgd", parameters -> new Sgd(parameters, 0.1, 0.9),
              "Adam", parameters -> new Adam(parameters, 0.01),
              "AdamW", parameters -> new AdamW(parameters, 0.01, 0.1));
      training =
          new Checkpoint.Training(
              model, makers.get(optimizer).apply(model.parameters()), List.of(random));
    }

    void train(int from, int to) {
      List<Integer> examples = IntStream.range(0, 10).boxed().toList();
      Trainer.of(model, training.optimizer())
          .schedule(Schedule.warmupCosine(0.05, 6, STEPS))
          .clip(1)
          .resumeAfter(from)
          .train(to, Batches.of(examples, 3, 7), this::loss);
    }

    private Tensor loss(List<Integer> batch) {
      float[] x = new float[batch.size() * 4];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) Math.sin(batch.get(i / 4) * 4 + i % 4);
      }
      Tensor input = Tensor.of(x, batch.size(), 4);
      Tensor wrong = model.forward(input).sub(input.mul(2));
      return wrong.mul(wrong).mean();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sgd", "Adam", "AdamW"})
  void aStoppedTrainingEndsWithTheSameBits(String optimizer) throws IOException {
    Run whole = new Run(optimizer);
    whole.train(0, STEPS);

    Run first = new Run(optimizer);
    first.train(0, 11);
    Path file = folder.resolve("training.safetensors");
    Checkpoint.save(file, first.training, 11);
    Run second = new Run(optimizer);
    second.random.nextLong(); // somewhere else than where it was kept
    int done = Checkpoint.resume(file, second.training);
    second.train(done, STEPS);

    assertEquals(11, done);
    whole
        .model
        .state()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(
                    tensor.toArray(), second.model.state().get(name).toArray(), 0, name));
  }

  @Test
  void weightsCanBeTakenFromEitherKindOfFile() throws IOException {
    Run run = new Run("Adam");
    run.train(0, 5);
    Checkpoint.save(folder.resolve("model"), run.model);
    Checkpoint.save(folder.resolve("training"), run.training, 5);
    for (String name : List.of("model", "training")) {
      Run other = new Run("Adam");
      Checkpoint.load(folder.resolve(name), other.model);
      assertArrayEquals(
          run.model.inner().weight().toArray(), other.model.inner().weight().toArray());
    }
  }

  @Test
  void anotherTrainingIsRefusedAndNothingChanges() throws IOException {
    Run adam = new Run("Adam");
    adam.train(0, 3);
    Path file = folder.resolve("training");
    Checkpoint.save(file, adam.training, 3);
    refuse(file, new Run("Sgd"), "was trained by Adam, not by Sgd");
    Run two = new Run("Adam");
    Checkpoint.Training more =
        new Checkpoint.Training(two.model, two.training.optimizer(), List.of());
    var problem = assertThrows(CheckpointException.class, () -> Checkpoint.resume(file, more));
    assertTrue(problem.getMessage().contains("1 generators"), problem.getMessage());
    Path weights = folder.resolve("weights");
    Checkpoint.save(weights, adam.model);
    refuse(weights, new Run("Adam"), "no training");
    Layer linear = new Linear(new ResumableRandom(1), 2, 2);
    var other = assertThrows(CheckpointException.class, () -> Checkpoint.load(file, linear));
    assertTrue(other.getMessage().contains("weight"), other.getMessage());
  }

  private static void refuse(Path file, Run run, String named) {
    float[] before = run.model.inner().weight().toArray();
    var problem =
        assertThrows(CheckpointException.class, () -> Checkpoint.resume(file, run.training));
    assertTrue(problem.getMessage().contains(named), problem.getMessage());
    assertArrayEquals(before, run.model.inner().weight().toArray());
  }
}
