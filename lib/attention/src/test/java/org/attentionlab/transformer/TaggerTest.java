package org.attentionlab.transformer;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.attentionlab.data.PairBatch;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.SequenceTask;
import org.attentionlab.data.TokenPair;
import org.attentionlab.metrics.Accuracy;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.text.Vocabulary;
import org.attentionlab.train.Adam;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
  private static final int[][] IDS = {{3, 4, 5, 6}, {7, 8, 0, 0}};
  private static final int[] LENGTHS = {4, 2};

  private static Tagger tagger(TaggerConfig config) {
    return new Tagger(new Random(1), config);
  }

  @Test
  void everyTokenGetsLogits() {
    Tagger model = tagger(TaggerConfig.small(9, 5));
    Tagger.Look look = model.look(IDS, LENGTHS);
    assertEquals("(2, 4, 5)", look.logits().shapeString());
    assertTrue(look.logits().allClose(model.forward(IDS, LENGTHS), 1e-5));
    assertEquals("(2, 4, 4, 4)", look.attentions().get(0).shapeString());
    assertEquals(2, look.states().size());
    assertEquals(1, model.layers().size());
  }

  @Test
  void paddingChangesNothing() {
    Tagger model = tagger(TaggerConfig.small(9, 5));
    Tensor padded = model.forward(IDS, LENGTHS).get(1).slice(0, 0, 2);
    Tensor alone = model.forward(new int[][] {{7, 8}}, new int[] {2}).get(0);
    assertTrue(padded.allClose(alone, 1e-5));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyOneThatLooksBackIsBlindToWhatFollows(boolean back) {
    TaggerConfig both = TaggerConfig.small(9, 5).withPositions(Positions.alibi());
    Tagger model = tagger(back ? both.lookingBack() : both);
    Tensor before = model.forward(new int[][] {{3, 4, 5}}, new int[] {3});
    Tensor after = model.forward(new int[][] {{3, 4, 8}}, new int[] {3});
    assertEquals(back, before.slice(1, 0, 2).allClose(after.slice(1, 0, 2), 1e-5));
    assertFalse(before.slice(1, 2, 3).allClose(after.slice(1, 2, 3), 1e-5));
  }

  @Test
  void rotaryPositionsReachLongerRowsThanTheyWereTrainedOn() {
    List<TokenPair> pairs =
        new SequenceTask(SequenceTask.Kind.SHIFT, 6, 2, 8).examples(new Random(1), 2000);
    List<TokenPair> longer =
        new SequenceTask(SequenceTask.Kind.SHIFT, 6, 12, 16).examples(new Random(2), 100);
    PairCodec codec = PairCodec.shared(pairs);
    int size = codec.source().size();
    Tagger model = tagger(TaggerConfig.small(size, size).withPositions(Positions.rotary()));
    Trainer.of(model, new Adam(model.parameters(), 3e-3))
        .train(
            300,
            Batches.of(pairs, 32, 3),
            some -> {
              PairBatch batch = codec.batch(some);
              Tensor logits = model.forward(batch.source(), batch.lengths());
              return CrossEntropy.mean().ignoring(Vocabulary.PAD).loss(logits, codec.tags(some));
            });
    PairBatch batch = codec.batch(longer);
    double right =
        Accuracy.of(
            model.forward(batch.source(), batch.lengths()), codec.tags(longer), Vocabulary.PAD);
    assertTrue(right > 0.75, "right: " + right); // chance is about one of six
  }

  @Test
  void aTableOfPositionsEnds() {
    Tagger model = tagger(TaggerConfig.small(9, 5).withPositions(Positions.learned(3)));
    ofIndex("position 3 of a table of 3", () -> model.forward(IDS, LENGTHS));
  }

  @Test
  void theCountIsThatOfTheModel() {
    for (Positions kind :
        List.of(Positions.sinusoidal(), Positions.learned(7), Positions.relative(3))) {
      TaggerConfig config =
          TaggerConfig.small(9, 5)
              .withLayers(LayerConfig.of(16, 2, 24).withPreNorm(), 2)
              .withPositions(kind);
      assertEquals(tagger(config).parameterCount(), ParameterCount.of(config).total());
    }
  }

  @Test
  void badInputIsNamed() {
    Tagger model = tagger(TaggerConfig.small(9, 5));
    ofShapes("2 sequences have 1 lengths", () -> model.forward(IDS, new int[] {4}));
    ofIndex("Tagger", () -> model.forward(new int[][] {{9}}, new int[] {1}));
    ofArgument("at least one token and one tag", () -> TaggerConfig.small(9, 0));
    ofArgument("at least one token and one tag", () -> TaggerConfig.small(0, 5));
  }
}
