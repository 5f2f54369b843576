package org.attentionlab.decode;

import static org.attentionlab.Refusal.ofArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attentionlab.data.PairBatch;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.SequenceTask;
import org.attentionlab.data.TokenPair;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;
import org.attentionlab.train.Adam;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Trainer;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Transformer;
import org.attentionlab.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;

class TranslatorTest {
  private static final List<TokenPair> PAIRS =
      new SequenceTask(SequenceTask.Kind.COPY, 4, 1, 4).examples(new Random(1), 200);
  private static final PairCodec CODEC = PairCodec.of(PAIRS);

  @Test
  void aModelThatLearnedToCopyCopies() {
    TransformerConfig config =
        TransformerConfig.small(CODEC.source().size(), CODEC.target().size())
            .withLayers(LayerConfig.of(32, 4, 64), 1);
    Transformer model = new Transformer(new Random(2), config);
    Trainer.of(model, new Adam(model.parameters(), 3e-3))
        .train(
            250,
            Batches.of(PAIRS, 32, 3),
            pairs -> {
              PairBatch batch = CODEC.batch(pairs);
              return CrossEntropy.mean()
                  .ignoring(Vocabulary.PAD)
                  .loss(
                      model.forward(batch.source(), batch.lengths(), batch.shifted()),
                      batch.target());
            });
    Translator translator = Translator.of(model, CODEC, 8);
    assertTrue(translator.exactMatch(PAIRS) > 0.95, "exact " + translator.exactMatch(PAIRS));
    List<String> source = PAIRS.get(0).source();
    assertEquals(source, translator.translate(source));
    assertEquals(source, translator.translate(source, new Beam(3, LengthPenalty.none())));
  }

  @Test
  void manySourcesAreTranslatedAsEachByItself() {
    Seq2Seq model =
        new Seq2Seq(
            new Random(4), Seq2SeqConfig.small(CODEC.source().size(), CODEC.target().size()));
    model.evaluate();
    Translator translator = Translator.of(model, CODEC, 5);
    List<List<String>> sources = PAIRS.stream().map(TokenPair::source).toList();
    List<List<String>> together = translator.translateAll(sources); // more than one batch
    List<List<String>> apart = new ArrayList<>();
    sources.forEach(source -> apart.add(translator.translate(source)));
    assertEquals(apart, together);
  }

  @Test
  void aMatchIsATranslationWithoutAFault() {
    Seq2Seq model =
        new Seq2Seq(
            new Random(4), Seq2SeqConfig.small(CODEC.source().size(), CODEC.target().size()));
    model.evaluate();
    Translator translator = Translator.of(model, CODEC, 5);
    List<String> source = PAIRS.get(0).source();
    List<String> written = translator.translate(source);
    List<String> longer = new ArrayList<>(written);
    longer.add("a");
    List<TokenPair> pairs = List.of(new TokenPair(source, written), new TokenPair(source, longer));
    assertArrayEquals(new boolean[] {true, false}, translator.matches(pairs));
    assertEquals(0.5, translator.exactMatch(pairs));
  }

  @Test
  void nothingToTranslateIsRefused() {
    Seq2Seq model =
        new Seq2Seq(
            new Random(4), Seq2SeqConfig.small(CODEC.source().size(), CODEC.target().size()));
    ofArgument("no pairs", () -> Translator.of(model, CODEC, 5).exactMatch(List.of()));
    ofArgument("at least one token is written", () -> Translator.of(model, CODEC, 0));
    Vocabulary noEnds = Vocabulary.of(List.of(Special.PAD), List.of("a"));
    ofArgument("[BOS]", () -> Translator.of(model, new PairCodec(CODEC.source(), noEnds), 5));
  }
}
