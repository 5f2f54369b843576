package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attentionlab.attention.Mask;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.Tensor;

/** Laws of the models for any layers, positions and texts. */
class ModelLawsTest {
  private static final int TRIES = 30;
  private static final int VOCABULARY = 9;
  private static final int LONGEST = 7;

  /** Where tokens stand. */
  enum Kind {
    NONE,
    SINUSOIDAL,
    LEARNED,
    RELATIVE,
    T5,
    ROTARY,
    ALIBI;

    Positions positions() {
      return switch (this) {
        case NONE -> Positions.none();
        case SINUSOIDAL -> Positions.sinusoidal();
        case LEARNED -> Positions.learned(LONGEST);
        case RELATIVE -> Positions.relative(2);
        case T5 -> Positions.t5(4, 6);
        case ROTARY -> Positions.rotary();
        case ALIBI -> Positions.alibi();
      };
    }
  }

  /**
   * A model and a text to try.
   *
   * @param batch B
   * @param length T, the ids of the longest sequence
   * @param seed where parameters and ids come from
   */
  record Case(Kind kind, int heads, int layers, boolean preNorm, int batch, int length, long seed) {
    LayerConfig layer() {
      LayerConfig post = LayerConfig.of(4 * heads, heads, 6);
      return preNorm ? post.withPreNorm() : post;
    }

    StackConfig stack() {
      return StackConfig.of(layer(), layers).withPositions(kind.positions());
    }

    Gpt gpt() {
      return new Gpt(new Random(seed), new GptConfig(VOCABULARY, stack(), preNorm));
    }

    Transformer transformer() {
      TransformerConfig config = TransformerConfig.small(VOCABULARY, VOCABULARY);
      return new Transformer(
          new Random(seed), config.withLayers(layer(), layers).withPositions(kind.positions()));
    }

    Bert bert() {
      return new Bert(new Random(seed), BertConfig.of(VOCABULARY, LONGEST, layer(), layers));
    }

    int[][] ids(int salt) {
      Random rng = new Random(seed + salt);
      return IntStream.range(0, batch)
          .mapToObj(b -> rng.ints(length, 0, VOCABULARY).toArray())
          .toArray(int[][]::new);
    }

    int[] lengths() {
      Random rng = new Random(seed + 99);
      return IntStream.range(0, batch).map(b -> 1 + rng.nextInt(length)).toArray();
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, LONGEST),
            Arbitraries.longs())
        .as(Case::new);
  }

  private static int[] column(int[][] ids, int t) {
    return Arrays.stream(ids).mapToInt(row -> row[t]).toArray();
  }

  /** The first ids of each row, and others behind. */
  private static int[][] changedFrom(int[][] ids, int t, int[][] others) {
    int[][] changed = Arrays.stream(others).map(int[]::clone).toArray(int[][]::new);
    for (int b = 0; b < ids.length; b++) {
      System.arraycopy(ids[b], 0, changed[b], 0, t);
    }
    return changed;
  }

  /** The first length ids of a sequence, alone. */
  private static int[][] alone(int[][] ids, int b, int length) {
    return new int[][] {Arrays.copyOf(ids[b], length)};
  }

  private static void same(Tensor expected, Tensor found) {
    assertTrue(found.allClose(expected, 2e-5), () -> "expected " + expected + "\ngot " + found);
  }

  @Property(tries = TRIES)
  void theFutureNeverLeaksThroughGpt(@ForAll("cases") Case c) {
    Gpt gpt = c.gpt();
    Tensor before = gpt.forward(c.ids(1));
    for (int t = 1; t < c.length; t++) {
      Tensor after = gpt.forward(changedFrom(c.ids(1), t, c.ids(2)));
      same(before.slice(1, 0, t), after.slice(1, 0, t));
    }
  }

  @Property(tries = TRIES)
  void theFutureNeverLeaksThroughTheDecoder(@ForAll("cases") Case c) {
    Transformer model = c.transformer();
    Memory memory = model.encode(c.ids(3), c.lengths());
    Tensor before = model.decode(c.ids(1), memory);
    for (int t = 1; t < c.length; t++) {
      Tensor after = model.decode(changedFrom(c.ids(1), t, c.ids(2)), memory);
      same(before.slice(1, 0, t), after.slice(1, 0, t));
    }
  }

  @Property(tries = TRIES)
  void gptWithACacheGivesTheFullPass(@ForAll("cases") Case c) {
    Gpt gpt = c.gpt();
    int[][] ids = c.ids(1);
    Tensor whole = gpt.forward(ids);
    int begun = c.lengths()[0];
    int[][] prompt = Arrays.stream(ids).map(row -> Arrays.copyOf(row, begun)).toArray(int[][]::new);
    Gpt.Step step = gpt.step(prompt, gpt.start());
    same(whole.slice(1, begun - 1, begun).squeeze(1), step.logits());
    for (int t = begun; t < c.length; t++) {
      step = gpt.step(column(ids, t), step.state());
      same(whole.slice(1, t, t + 1).squeeze(1), step.logits());
    }
  }

  @Property(tries = TRIES)
  void theTransformerWithACacheGivesTheFullPass(@ForAll("cases") Case c) {
    Transformer model = c.transformer();
    Memory memory = model.encode(c.ids(3), c.lengths());
    int[][] target = c.ids(1);
    Tensor whole = model.decode(target, memory);
    Transformer.State state = model.start(memory);
    for (int t = 0; t < c.length; t++) {
      Transformer.Step step = model.step(column(target, t), state);
      same(whole.slice(1, t, t + 1).squeeze(1), step.logits());
      state = step.state();
    }
  }

  @Property(tries = TRIES)
  void aPaddedBatchOfBertGivesWhatItsSequencesGive(@ForAll("cases") Case c) {
    Bert bert = c.bert();
    int[] lengths = c.lengths();
    Tensor together = bert.forward(BertInput.of(c.ids(1), lengths));
    for (int b = 0; b < c.batch; b++) {
      Tensor expected = bert.forward(BertInput.of(alone(c.ids(1), b, lengths[b])));
      same(expected, together.slice(0, b, b + 1).slice(1, 0, lengths[b]));
    }
  }

  @Property(tries = TRIES)
  void aFilledUpBatchOfGptGivesWhatItsSequencesGive(@ForAll("cases") Case c) {
    Gpt gpt = c.gpt();
    int[] lengths = c.lengths();
    Tensor together = gpt.forward(c.ids(1));
    for (int b = 0; b < c.batch; b++) {
      Tensor expected = gpt.forward(alone(c.ids(1), b, lengths[b]));
      same(expected, together.slice(0, b, b + 1).slice(1, 0, lengths[b]));
    }
  }

  @Property(tries = TRIES)
  void aPaddedBatchOfTheTransformerGivesWhatItsPairsGive(@ForAll("cases") Case c) {
    Transformer model = c.transformer();
    int[] lengths = c.lengths();
    Tensor together = model.forward(c.ids(1), lengths, c.ids(2));
    for (int b = 0; b < c.batch; b++) {
      int own = lengths[b];
      int written = lengths[c.batch - 1 - b];
      Tensor expected =
          model.forward(alone(c.ids(1), b, own), new int[] {own}, alone(c.ids(2), b, written));
      same(expected, together.slice(0, b, b + 1).slice(1, 0, written));
    }
  }

  @Property(tries = TRIES)
  void anEncoderWithoutPositionsKeepsPermutations(@ForAll("cases") Case c) {
    StackConfig config = c.stack().withPositions(Positions.none());
    Encoder encoder = new Encoder(new Random(c.seed), config);
    List<Integer> places = new ArrayList<>(IntStream.range(0, c.length).boxed().toList());
    Collections.shuffle(places, new Random(c.seed));
    int[] order = places.stream().mapToInt(Integer::intValue).toArray();
    Tensor x = Tensor.randn(new Random(c.seed), c.batch, c.length, c.layer().dModel());
    Tensor straight = encoder.forward(x, Mask.none());
    same(straight.take(1, order), encoder.forward(x.take(1, order), Mask.none()));
  }

  @Property(tries = TRIES)
  void theWeightsThatModelsShowAreWeights(@ForAll("cases") Case c) {
    List<Tensor> all = new ArrayList<>(c.gpt().look(c.ids(1)).attentions());
    Transformer.Look look = c.transformer().look(c.ids(1), c.lengths(), c.ids(2));
    all.addAll(look.encoder().attentions());
    all.addAll(look.decoder().attentions());
    all.addAll(look.decoder().crossAttentions());
    all.addAll(c.bert().look(BertInput.of(c.ids(1), c.lengths())).attentions());
    for (Tensor weights : all) {
      Tensor sums = weights.sum(-1, false);
      same(Tensor.ones(sums.shape()), sums);
      assertTrue(weights.min().item() >= 0);
    }
  }
}
