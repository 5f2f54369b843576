package org.attentionlab.metrics;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private static final int[] NONE = {};

  @Test
  void aShareOfNothingIsRefused() {
    ofArgument("Accuracy: there is nothing to count", () -> Accuracy.of(NONE, NONE));
    ofArgument("is every target padding?", () -> ignoring(new int[2][3], new int[2][3]));
    ofArgument("exactMatch: there is nothing", () -> Accuracy.exactMatch(List.of(), List.of()));
    ofArgument("Bleu: 0 hypotheses", () -> Bleu.standard().corpus(List.of(), List.of()));
  }

  private static double ignoring(int[][] predicted, int[][] targets) {
    return Accuracy.of(predicted, targets, OptionalInt.of(0));
  }

  @Test
  void predictionsAreAsManyAsTargets() {
    ofArgument("1 predicted ids in sequence 0 and 2 t", () -> Accuracy.of(new int[1], new int[2]));
    ofArgument("1 predicted sequences and 2 targets", () -> ignoring(new int[1][1], new int[2][1]));
    ofArgument(
        "references for 2 sentences", () -> corpus(List.of("a"), List.of(List.of(), none())));
    ofArgument("Bleu: sentence 0 has no reference.", () -> corpus(List.of("a"), List.of(none())));
    ofArgument("1 predicted sentences and 0", () -> EntityF1.of(List.of(List.of()), List.of()));
    ofArgument("1 predicted tags in", () -> EntityF1.of(List.of(List.of("O")), List.of(none())));
  }

  private static List<String> none() {
    return List.of();
  }

  private static BleuScore corpus(List<String> hypotheses, List<List<String>> references) {
    return Bleu.standard().corpus(hypotheses, references);
  }

  @Test
  void classesThatATableLacksAreNamed() {
    ConfusionTable table = table(0, 1);
    String essential = "classes run from 0 to 1.";
    ofIndex("ConfusionTable: there is no class 2; " + essential, () -> table.count(2, 0));
    ofIndex("ConfusionTable: there is no class -1; " + essential, () -> table.count(0, -1));
    ofIndex("ConfusionTable: there is no class 2; " + essential, () -> table.f1(2));
    ofArgument("predicted class 5 at 0 has none of the 2 labels", () -> table(5, 0));
    ofArgument("target class -1 at 0", () -> table(0, -1));
    ofArgument("there are no labels", () -> ConfusionTable.of(none(), NONE, NONE));
    assertEquals(0, ConfusionTable.of(List.of("cat"), NONE, NONE).macroF1());
  }

  private static ConfusionTable table(int predicted, int target) {
    return ConfusionTable.of(List.of("cat", "dog"), new int[] {predicted}, new int[] {target});
  }

  @Test
  void numbersThatCannotBeAreRefused() {
    ofArgument("perplexity: a cross-entropy", () -> Accuracy.perplexity(Double.NaN));
    ofArgument("perplexity: a cross-entropy", () -> Accuracy.perplexity(-0.1));
    ofArgument("F1: 3 hits of 2 predicted", () -> new F1(3, 2, 5));
    ofArgument("F1: -1 hits", () -> new F1(-1, 2, 5));
    ofArgument("BleuSmoothing: the value", () -> BleuSmoothing.floor(-1));
    ofArgument("BleuSmoothing: the value", () -> BleuSmoothing.addK(Double.NaN));
    assertThrows(NullPointerException.class, () -> new BleuSmoothing(null, 0));
  }

  @Test
  void tagsThatAreNoneAreNamed() {
    for (String tag : List.of("X", "B-", "I", "b-PER", "")) {
      ofArgument("EntityF1: tag \"" + tag + "\" at 1", () -> EntityF1.entities(List.of("O", tag)));
    }
    assertEquals(List.of(), EntityF1.entities(none()));
  }

  @Test
  void anEmptySentenceScoresZero() {
    assertEquals(0, Bleu.standard().sentence("", List.of("the cat")).score());
    assertEquals(0, Bleu.standard().sentence("", List.of("")).score());
  }
}
