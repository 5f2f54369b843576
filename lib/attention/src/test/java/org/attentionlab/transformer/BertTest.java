package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BertTest {
  private static final BertConfig CONFIG = BertConfig.of(12, 6, LayerConfig.of(8, 2, 16), 2);
  private static final int[][] IDS = {{2, 5, 6, 7}, {2, 8, 0, 0}, {2, 9, 3, 0}};
  private static final int[][] TYPES = {{0, 0, 1, 1}, {0, 0, 0, 0}, {0, 1, 1, 0}};
  private static final BertInput INPUT = new BertInput(IDS, TYPES, new int[] {4, 2, 3});

  private final Random rng = new Random(3);
  private final Bert bert = new Bert(rng, CONFIG);

  @Test
  void whatFillsUpASequenceChangesNothing() {
    int[][] rubbish = {{2, 5, 6, 7}, {2, 8, 11, 3}, {2, 9, 3, 4}};
    Tensor filled = bert.forward(INPUT);
    Tensor other = bert.forward(new BertInput(rubbish, TYPES, INPUT.lengths()));
    assertTrue(other.get(1).slice(0, 0, 2).allClose(filled.get(1).slice(0, 0, 2), 1e-6));
    assertTrue(other.get(2).slice(0, 0, 3).allClose(filled.get(2).slice(0, 0, 3), 1e-6));
    assertArrayEquals(filled.get(0).toArray(), other.get(0).toArray());
    Tensor alone = bert.forward(BertInput.of(new int[][] {{2, 8}}));
    assertTrue(alone.get(0).allClose(filled.get(1).slice(0, 0, 2), 1e-5));
  }

  @Test
  void sequencesDoNotSeeEachOther() {
    BertInput turned =
        new BertInput(
            new int[][] {IDS[2], IDS[0], IDS[1]},
            new int[][] {TYPES[2], TYPES[0], TYPES[1]},
            new int[] {3, 4, 2});
    assertTrue(bert.forward(turned).allClose(bert.forward(INPUT).take(0, 2, 0, 1), 1e-6));
  }

  @Test
  void everyPositionLooksBothWays() {
    Tensor before = bert.forward(BertInput.of(new int[][] {{2, 5, 6, 7}}));
    Tensor after = bert.forward(BertInput.of(new int[][] {{2, 5, 6, 8}}));
    assertFalse(after.slice(1, 0, 1).allClose(before.slice(1, 0, 1), 1e-4));
  }

  @Test
  void orderAndTypesMatter() {
    Tensor straight = bert.forward(BertInput.of(new int[][] {{2, 5, 6}}));
    Tensor turned = bert.forward(BertInput.of(new int[][] {{2, 6, 5}}));
    assertFalse(turned.take(1, 0, 2, 1).allClose(straight, 1e-3));
    BertInput typed =
        new BertInput(new int[][] {{2, 5, 6}}, new int[][] {{0, 1, 1}}, new int[] {3});
    assertFalse(bert.forward(typed).allClose(straight, 1e-3));
  }

  @Test
  void itShowsTheWeightsOfEveryLayerAndHead() {
    Bert.Look look = bert.look(INPUT);
    assertTrue(look.output().allClose(bert.forward(INPUT), 1e-5));
    assertEquals(3, look.states().size());
    assertArrayEquals(look.output().toArray(), look.states().get(2).toArray());
    assertEquals(2, look.attentions().size());
    for (Tensor weights : look.attentions()) {
      assertArrayEquals(new int[] {3, 2, 4, 4}, weights.shape());
      assertTrue(weights.sum(-1, false).allClose(Tensor.ones(3, 2, 4), 1e-5));
      assertEquals(0, weights.at(1, 1, 0, 2), "padding has no weight");
    }
  }

  @Test
  void aSilencedHeadIsMissed() {
    Tensor whole = bert.forward(INPUT);
    bert.layers().get(0).selfAttention().ablate(Set.of(1));
    assertFalse(bert.forward(INPUT).allClose(whole, 1e-4));
  }

  @Test
  void headsHaveTheirShapes() {
    assertArrayEquals(new int[] {3, 4, 12}, new BertMaskedWords(rng, bert).forward(INPUT).shape());
    assertArrayEquals(new int[] {3, 2}, new BertNextSentence(rng, bert).forward(INPUT).shape());
    assertArrayEquals(new int[] {3, 5}, new BertClassifier(rng, bert, 5).forward(INPUT).shape());
    assertArrayEquals(new int[] {3, 4, 7}, new BertTagger(rng, bert, 7).forward(INPUT).shape());
  }

  @Test
  void onePassServesBothHeadsOfPreTraining() {
    BertMaskedWords words = new BertMaskedWords(rng, bert);
    BertNextSentence next = new BertNextSentence(rng, bert);
    Tensor states = bert.forward(INPUT);
    assertArrayEquals(words.forward(INPUT).toArray(), words.words(states).toArray());
    assertArrayEquals(next.forward(INPUT).toArray(), next.judge(states).toArray());
  }

  @Test
  void everyParameterOfBodyAndHeadLearns() {
    int[] classes = {1, 0, 1};
    int[][] tags = {{1, 2, 0, 1}, {1, 0, -1, -1}, {2, 2, 1, -1}};
    Stream.<Function<Bert, Tensor>>of(
            body -> new BertNextSentence(rng, body).forward(INPUT).crossEntropy(classes),
            body -> new BertClassifier(rng, body, 2).forward(INPUT).crossEntropy(classes))
        .forEach(
            loss -> {
              Bert body = new Bert(rng, CONFIG);
              loss.apply(body).backward();
              body.namedParameters()
                  .forEach((name, parameter) -> assertTrue(parameter.hasGrad(), name));
            });
    Bert body = new Bert(rng, CONFIG.withoutPooler());
    BertTagger tagger = new BertTagger(rng, body, 3);
    CrossEntropy.mean().ignoring(-1).loss(tagger.forward(INPUT), tags).backward();
    tagger.namedParameters().forEach((name, p) -> assertTrue(p.hasGrad(), name));
  }

  @Test
  void dropoutActsInTrainingAlone() {
    Bert dropping =
        new Bert(rng, BertConfig.of(12, 6, LayerConfig.of(8, 2, 16).withDropout(0.5), 1));
    BertClassifier classifier = new BertClassifier(rng, dropping, 2);
    assertFalse(classifier.forward(INPUT).allClose(classifier.forward(INPUT), 1e-4));
    classifier.evaluate();
    assertFalse(dropping.isTraining());
    assertArrayEquals(classifier.forward(INPUT).toArray(), classifier.forward(INPUT).toArray());
  }

  @Test
  void aSequenceOfNothingGivesNumbers() {
    Tensor states = bert.forward(BertInput.of(IDS, new int[] {4, 0, 3}));
    for (float x : states.toArray()) {
      assertTrue(Float.isFinite(x));
    }
  }

  @Test
  void whatDoesNotFitIsExplained() {
    assertEquals(
        "Bert: id 12 at position 1 of sequence 0 lies outside of a vocabulary of 12;"
            + " ids run from 0 to 11.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> bert.forward(BertInput.of(new int[][] {{2, 12}})))
            .getMessage());
    assertEquals(
        "Bert types: id 2 at position 1 of sequence 0 lies outside of a vocabulary of 2;"
            + " ids run from 0 to 1.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () ->
                    bert.forward(
                        new BertInput(new int[][] {{2, 3}}, new int[][] {{0, 2}}, new int[] {2})))
            .getMessage());
    String tooLong =
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> bert.forward(BertInput.of(new int[][] {new int[7]})))
            .getMessage();
    assertTrue(tooLong.contains("position 6 of a table of 6"), tooLong);
    assertEquals(
        "Bert: the ids are (B, T) with B and T at least 1, got (0, 0).",
        assertThrows(ShapeException.class, () -> BertInput.of(new int[0][])).getMessage());
    assertEquals(
        "Bert: each id has a type, so the types are (3, 4) as the ids are, got (3, 1).",
        assertThrows(
                ShapeException.class,
                () -> new BertInput(IDS, new int[][] {{0}, {0}, {0}}, new int[] {4, 2, 3}))
            .getMessage());
    assertThrows(ShapeException.class, () -> BertInput.of(IDS, new int[] {4, 2}));
    assertThrows(IndexOutOfBoundsException.class, () -> BertInput.of(IDS, new int[] {4, 2, 5}));
    assertThrows(
        IllegalArgumentException.class, () -> BertConfig.of(12, 0, LayerConfig.of(8, 2, 16), 1));
  }
}
