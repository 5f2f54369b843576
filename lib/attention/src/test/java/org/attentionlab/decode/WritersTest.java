package org.attentionlab.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
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
