package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final List<float[]> POINTS = points();

  private final Linear model = new Linear(new Random(3), 2, 1);

  /** y = 2 x_0 - x_1 + 1. */
  private static List<float[]> points() {
    Random rng = new Random(5);
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      float a = (float) rng.nextGaussian();
      float b = (float) rng.nextGaussian();
      points.add(new float[] {a, b, 2 * a - b + 1});
    }
    return points;
  }

  private Tensor loss(List<float[]> batch) {
    Tensor rows = Tensor.matrix(batch.toArray(new float[0][])); // (B, 3)
    return model.forward(rows.slice(1, 0, 2)).sub(rows.slice(1, 2, 3)).pow(2).mean();
  }

  private static Batches<float[]> batches(long seed) {
    return Batches.of(POINTS, 16, seed);
  }

  private Trainer trainer(double rate) {
    return Trainer.of(model, new Adam(model.parameters(), rate));
  }

  @Test
  void learnsALine() {
    History history = trainer(0.05).train(400, batches(1), this::loss);
    assertEquals(400, history.steps());
    assertTrue(history.meanLoss(10) < 1e-3, history::toString);
    assertTrue(model.weight().allClose(Tensor.matrix(new float[][] {{2}, {-1}}), 1e-2f));
  }

  @Test
  void sameSeedsGiveTheSameHistory() {
    double[] first = trainer(0.05).train(50, batches(1), this::loss).loss();
    Linear again = new Linear(new Random(3), 2, 1);
    model.load(again.state());
    double[] second = trainer(0.05).train(50, batches(1), this::loss).loss();
    assertArrayEquals(first, second);
    model.load(again.state());
    double[] other = trainer(0.05).train(50, batches(2), this::loss).loss();
    assertFalse(java.util.Arrays.equals(first, other));
  }

  @Test
  void scheduleSetsTheRateOfEachStep() {
    History history = trainer(1).schedule(step -> 0.001 * step).train(4, batches(1), this::loss);
    assertArrayEquals(new double[] {0.001, 0.002, 0.003, 0.004}, history.rate(), 1e-12);
  }

  @Test
  void clippingIsSeenInTheHistory() {
    History history = trainer(0.01).clip(0.1).train(3, batches(1), this::loss);
    for (double norm : history.norm()) {
      assertTrue(norm > 0.1, "the norm before clipping: " + norm);
    }
    assertTrue(Double.isNaN(trainer(0.01).train(1, batches(1), this::loss).norm()[0]));
  }

  @Test
  void modelIsEvaluatedForValidationAndAfterwards() {
    List<Boolean> training = new ArrayList<>();
    trainer(0.01)
        .validate(
            2,
            () -> {
              training.add(model.isTraining());
              return 0;
            })
        .train(
            5,
            batches(1),
            batch -> {
              assertTrue(model.isTraining());
              return loss(batch);
            });
    assertEquals(List.of(false, false, false), training, "after steps 2, 4 and the last");
    assertFalse(model.isTraining());
  }

  @Test
  void patienceEndsTheTrainingAndRestoresTheBest() {
    List<Tensor> seen = new ArrayList<>();
    double[] measures = {1, 3, 2, 2.5, 9};
    History history =
        trainer(0.1)
            .validate(
                1,
                () -> {
                  seen.add(model.weight().detach());
                  return measures[seen.size() - 1];
                })
            .patience(2)
            .train(100, batches(1), this::loss);
    assertEquals(4, history.steps());
    assertTrue(history.stoppedEarly());
    assertEquals(3, history.best().orElseThrow());
    assertArrayEquals(seen.get(1).toArray(), model.weight().toArray());
  }

  @Test
  void lossThatIsNoNumberEndsTheTrainingBeforeItsStep() {
    float[] before = model.weight().toArray();
    var thrown =
        assertThrows(
            ArithmeticException.class,
            () -> trainer(0.5).train(3, batches(1), batch -> loss(batch).mul(Float.NaN)));
    assertTrue(
        thrown.getMessage().startsWith("train: the loss of step 1 is NaN."), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("The rate is 0.5"), thrown.getMessage());
    assertArrayEquals(before, model.weight().toArray());
  }

  @Test
  void patienceWithoutValidationIsRefused() {
    assertThrows(
        IllegalStateException.class,
        () -> trainer(0.1).patience(1).train(1, batches(1), this::loss));
  }

  @Test
  void progressIsPrinted() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trainer(0.01)
        .progress(TrainingProgress.printing(new PrintStream(out, true, StandardCharsets.UTF_8), 2))
        .validate(3, () -> 0.5)
        .train(3, batches(1), this::loss);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("step 2 of 3: loss "), lines::toString);
    assertEquals("step 3: validation 0.5000", lines.get(2));
  }

  @Test
  void anInterruptedTrainingEndsAfterItsStepAndSaysSo() {
    List<String> heard = new ArrayList<>();
    TrainingProgress listener =
        new TrainingProgress() {
          @Override
          public void stepped(int step, int steps, double loss) {
            heard.add("step " + step);
            if (step == 2) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void ended() {
            heard.add("ended");
          }
        };
    var thrown =
        assertThrows(
            CancellationException.class,
            () -> trainer(0.01).progress(listener).train(9, batches(1), this::loss));
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals("train: interrupted after step 2 of 9.", thrown.getMessage());
    assertEquals(List.of("step 1", "step 2", "ended"), heard);
    assertFalse(model.isTraining());
  }

  @Test
  void stepsOfAResumedTrainingAreNumberedOn() {
    History history = trainer(0.01).resumeAfter(3).train(5, batches(1), this::loss);
    assertArrayEquals(new double[] {4, 5}, history.step());
    assertTrue(history.toCsv().lines().toList().get(1).startsWith("4,"), history.toCsv());
  }

  @Test
  void historyIsWrittenAsCsv() {
    History history = trainer(0.01).validate(2, () -> 0.25).train(2, batches(1), this::loss);
    List<String> lines = history.toCsv().lines().toList();
    assertEquals("step,loss,rate,norm,validation", lines.get(0));
    assertTrue(lines.get(1).matches("1,[0-9.E-]+,0.01,,"), lines.get(1));
    assertTrue(lines.get(2).matches("2,[0-9.E-]+,0.01,,0.25"), lines.get(2));
    assertEquals(
        List.of("step", "loss", "rate", "norm", "validation"),
        List.copyOf(history.columns().keySet()));
  }
}
