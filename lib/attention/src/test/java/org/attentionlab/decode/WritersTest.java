package org.attentionlab.decode;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.GptConfig;
import org.attentionlab.transformer.Transformer;
import org.attentionlab.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;

/** A model with its cache writes what it writes when it reads everything anew. */
class WritersTest {
  private static final Limits LIMITS = new Limits(1, 2, 7);
  private static final int[][] SOURCE = {{3, 4, 5}, {6, 7, 0}};
  private static final int[] LENGTHS = {3, 2};

  private static void assertSame(NextToken cached, NextToken rereading, int batch) {
    List<Decoded> left = Greedy.decode(cached, batch, LIMITS);
    List<Decoded> right = Greedy.decode(rereading, batch, LIMITS);
    for (int i = 0; i < batch; i++) {
      assertArrayEquals(right.get(i).tokens(), left.get(i).tokens());
      assertEquals(right.get(i).logProbability(), left.get(i).logProbability(), 1e-4);
    }
    Beam beam = new Beam(3, LengthPenalty.gnmt(0.6));
    int last = batch - 1;
    List<Decoded> found = beam.decode(cached.select(last), LIMITS);
    List<Decoded> expected = beam.decode(rereading.select(last), LIMITS);
    assertArrayEquals(expected.get(0).tokens(), found.get(0).tokens());
  }

  @Test
  void transformer() {
    Transformer model = new Transformer(new Random(1), TransformerConfig.small(9, 9));
    model.evaluate();
    NextToken rereading =
        NextToken.of(
            new Reading(SOURCE, LENGTHS, new int[2][0]),
            (tokens, state) -> {
              Reading longer = state.with(tokens);
              var logits = model.forward(longer.source(), longer.lengths(), longer.written());
              int end = logits.size(1);
              return new NextToken.Stepped<>(logits.slice(1, end - 1, end).squeeze(1), longer);
            },
            Reading::select);
    assertSame(Writers.of(model, SOURCE, LENGTHS), rereading, 2);
  }

  @Test
  void seq2Seq() {
    Seq2Seq model = new Seq2Seq(new Random(1), Seq2SeqConfig.small(9, 9).inBothDirections());
    model.evaluate();
    NextToken rereading =
        NextToken.of(
            new Reading(SOURCE, LENGTHS, new int[2][0]),
            (tokens, state) -> {
              Reading longer = state.with(tokens);
              var logits =
                  model.forward(longer.source(), longer.lengths(), longer.written()).logits();
              int end = logits.size(1);
              return new NextToken.Stepped<>(logits.slice(1, end - 1, end).squeeze(1), longer);
            },
            Reading::select);
    assertSame(Writers.of(model, SOURCE, LENGTHS), rereading, 2);
  }

  @Test
  void gpt() {
    Gpt model = new Gpt(new Random(1), GptConfig.small(9));
    model.evaluate();
    assertSame(Writers.of(model), NextToken.ofPrefixes(1, model::forward), 1);
  }

  @Test
  void aBeginningIsReadBeforeTheFirstToken() {
    Gpt model = new Gpt(new Random(1), GptConfig.small(9));
    model.evaluate();
    int[][] beginnings = {{3, 4}, {5, 6}};
    NextToken rereading =
        NextToken.ofPrefixes(
            2,
            written -> {
              int[][] whole = new int[written.length][];
              for (int b = 0; b < whole.length; b++) {
                whole[b] = new int[written[b].length + 2];
                whole[b][0] = written[b][0];
                System.arraycopy(beginnings[b], 0, whole[b], 1, 2);
                System.arraycopy(written[b], 1, whole[b], 3, written[b].length - 1);
              }
              var logits = model.forward(whole);
              return logits.slice(1, 2, logits.size(1));
            });
    List<Decoded> expected = Greedy.decode(rereading, 2, LIMITS);
    List<Decoded> found = Greedy.decode(Writers.of(model, beginnings), 2, LIMITS);
    NextToken second = Writers.of(model, beginnings).select(1);
    assertArrayEquals(expected.get(0).tokens(), found.get(0).tokens());
    assertArrayEquals(expected.get(1).tokens(), found.get(1).tokens());
    assertArrayEquals(expected.get(1).tokens(), Greedy.decode(second, 1, LIMITS).get(0).tokens());
  }

  @Test
  void beginningsAreOfOneLengthAndAsManyAsTheTokens() {
    Gpt model = new Gpt(new Random(1), GptConfig.small(9));
    ofShapes("Writers", () -> Writers.of(model, new int[][] {{3, 4}, {5}}));
    NextToken one = Writers.of(model, new int[][] {{3, 4}});
    ofArgument("2 tokens for 1 beginnings", () -> one.next(new int[] {1, 1}));
    ofIndex("beginning 1 is none of the 1", () -> one.select(1));
  }

  @Test
  void aVocabularyKnowsWhereASequenceBeginsAndEnds() {
    Vocabulary words = Vocabulary.of(Special.sequence(), List.of("a"));
    assertEquals(new Limits(2, 3, 7), Limits.of(words, 7));
  }

  /** A source with what was written so far. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Reading(int[][] source, int[] lengths, int[][] written) {
    Reading with(int[] tokens) {
      int[][] longer = new int[written.length][];
      for (int b = 0; b < longer.length; b++) {
        longer[b] = java.util.Arrays.copyOf(written[b], written[b].length + 1);
        longer[b][written[b].length] = tokens[b];
      }
      return new Reading(source, lengths, longer);
    }

    Reading select(int[] rows) {
      int[][] sources = new int[rows.length][];
      int[] own = new int[rows.length];
      int[][] before = new int[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        sources[i] = source[rows[i]];
        own[i] = lengths[rows[i]];
        before[i] = written[rows[i]];
      }
      return new Reading(sources, own, before);
    }
  }
}
