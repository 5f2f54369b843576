package org.attentionlab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void accuracyLeavesOutWhatIsIgnored() {
    int[][] predicted = {{1, 2, 9}, {4, 9, 9}};
    int[][] targets = {{1, 3, 0}, {4, 0, 0}};
    assertEquals(2.0 / 3, Accuracy.of(predicted, targets, OptionalInt.of(0)), 1e-15);
    assertEquals(2.0 / 6, Accuracy.of(predicted, targets, OptionalInt.empty()), 1e-15);
    assertEquals(0.5, Accuracy.of(new int[] {1, 2}, new int[] {1, 3}), 1e-15);
  }

  @Test
  void theGreatestLogitIsThePrediction() {
    Tensor rows = Tensor.matrix(new float[][] {{0, 3, 1}, {2, 0, 1}, {0, 1, 5}});
    assertEquals(2.0 / 3, Accuracy.of(rows, new int[] {1, 1, 2}), 1e-15);
    int[][] targets = {{1, 1, -100}};
    assertEquals(0.5, Accuracy.of(rows.unsqueeze(0), targets, -100), 1e-15);
    assertThrows(ShapeException.class, () -> Accuracy.of(rows, targets, -100));
    assertThrows(ShapeException.class, () -> Accuracy.of(rows.unsqueeze(0), new int[3]));
  }

  @Test
  void exactMatchAsksForEveryToken() {
    List<int[]> predicted = List.of(new int[] {1, 2}, new int[] {1}, new int[] {});
    List<int[]> targets = List.of(new int[] {1, 2}, new int[] {1, 2}, new int[] {});
    assertEquals(2.0 / 3, Accuracy.exactMatch(predicted, targets), 1e-15);
  }

  @Test
  void perplexityOfAFairDieIsSix() {
    assertEquals(6, Accuracy.perplexity(Math.log(6)), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Accuracy.perplexity(Double.NaN));
  }

  @Test
  void nothingToCountIsAnError() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Accuracy.of(new int[][] {{1}}, new int[][] {{0}}, OptionalInt.of(0)));
    assertThrows(IllegalArgumentException.class, () -> Accuracy.of(new int[0], new int[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Accuracy.of(new int[] {1}, new int[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> Accuracy.exactMatch(List.of(), List.of()));
  }

  @Test
  void zerosAreDefined() {
    F1 nothing = new F1(0, 0, 0);
    assertEquals(0, nothing.precision());
    assertEquals(0, nothing.recall());
    assertEquals(0, nothing.value());
    assertThrows(IllegalArgumentException.class, () -> new F1(2, 1, 5));
  }

  @Test
  void theTableCountsWhoIsTakenForWhom() {
    ConfusionTable table =
        ConfusionTable.of(
            List.of("cat", "dog"), new int[] {0, 0, 1, 1, 1}, new int[] {0, 0, 0, 1, 1});
    assertEquals(1, table.count(0, 1));
    assertEquals(new F1(2, 2, 3), table.f1(0));
    assertEquals(new F1(2, 3, 2), table.f1(1));
    assertEquals((0.8 + 0.8) / 2, table.macroF1(), 1e-12);
    assertEquals(
        """
             cat  dog
        cat    2    1
        dog    0    2\
        """,
        table.toString());
  }

  @Property(tries = 50)
  void microF1OfOneClassEachIsTheAccuracy(@ForAll long seed) {
    Random rng = new Random(seed);
    int[] predicted = rng.ints(30, 0, 4).toArray();
    int[] targets = rng.ints(30, 0, 4).toArray();
    ConfusionTable table = ConfusionTable.of(List.of("a", "b", "c", "d"), predicted, targets);
    assertEquals(Accuracy.of(predicted, targets), table.microF1(), 1e-12);
  }

  @Test
  void aClassWithoutALabelIsNamed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionTable.of(List.of("cat"), new int[] {1}, new int[] {0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionTable.of(List.of(), new int[] {}, new int[] {}));
  }

  @Test
  void entitiesBeginAtBAndAtAnIThatContinuesNothing() {
    assertEquals(
        List.of(
            new EntityF1.Entity("PER", 0, 1),
            new EntityF1.Entity("LOC", 2, 4),
            new EntityF1.Entity("LOC", 4, 5),
            new EntityF1.Entity("ORG", 5, 6),
            new EntityF1.Entity("PER", 7, 9)),
        EntityF1.entities(
            List.of("B-PER", "O", "B-LOC", "I-LOC", "B-LOC", "I-ORG", "O", "I-PER", "I-PER")));
  }

  @Test
  void anEntityIsFoundWholeOrNot() {
    EntityF1 f1 =
        EntityF1.of(
            List.of(List.of("B-PER", "O", "B-LOC", "O"), List.of("O", "B-ORG")),
            List.of(List.of("B-PER", "O", "B-LOC", "I-LOC"), List.of("O", "B-LOC")));
    assertEquals(new F1(1, 3, 3), f1.overall());
    assertEquals(new F1(1, 1, 1), f1.byType().get("PER"));
    assertEquals(new F1(0, 1, 2), f1.byType().get("LOC"));
    assertEquals(new F1(0, 1, 0), f1.byType().get("ORG"));
  }

  @Test
  void unknownTagsAreNamed() {
    assertThrows(IllegalArgumentException.class, () -> EntityF1.entities(List.of("B-")));
    assertThrows(IllegalArgumentException.class, () -> EntityF1.entities(List.of("X-PER")));
    assertThrows(
        IllegalArgumentException.class,
        () -> EntityF1.of(List.of(List.of("O")), List.of(List.of("O", "O"))));
  }
}
