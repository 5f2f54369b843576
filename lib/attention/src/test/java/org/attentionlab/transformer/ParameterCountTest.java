package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.FeedForward;
import org.attentionlab.position.Positions;

/** Counts are the published ones, and those of models that were really made. */
class ParameterCountTest {
  private final Random rng = new Random(1);

  @Example
  void publishedModelsHaveTheirPublishedCounts() {
    assertEquals(109_482_240, ParameterCount.of(BertConfig.base()).total());
    assertEquals(335_141_888, ParameterCount.of(BertConfig.large()).total());
    assertEquals(124_439_808, ParameterCount.of(GptConfig.gpt2()).total());
    assertEquals(63_082_496, ParameterCount.of(TransformerConfig.base(37_000)).total());
  }

  @Example
  void theLayersOfTheBaseTransformerHaveTheirCounts() {
    Map<String, Long> parts = ParameterCount.of(TransformerConfig.base(37_000)).parts();
    assertEquals(37_000L * 512, parts.get("source embeddings"));
    assertEquals(6 * 1_050_624L, parts.get("encoder attention"));
    assertEquals(12 * 1_050_624L, parts.get("decoder attention"));
    assertEquals(6 * 2_099_712L, parts.get("encoder feed-forward"));
    assertEquals(
        List.of(
            "source embeddings",
            "encoder attention",
            "encoder feed-forward",
            "encoder norms",
            "decoder attention",
            "decoder feed-forward",
            "decoder norms"),
        List.copyOf(parts.keySet()));
  }

  @Example
  void theFeedForwardPartOfThePaperHasTwoMillion() {
    FeedForward.Config config = new FeedForward.Config(512, 2048, Activation.RELU, 0);
    assertEquals(2_099_712, ParameterCount.of(config).total());
    assertEquals(new FeedForward(rng, config).parameterCount(), 2_099_712);
    assertEquals(
        """
        W_1                                1,048,576
        b_1                                    2,048
        W_2                                1,048,576
        b_2                                      512
        total                              2,099,712""",
        ParameterCount.of(config).toString());
  }

  @Provide
  Arbitrary<Positions> positions() {
    return Arbitraries.of(
        Positions.none(),
        Positions.sinusoidal(),
        Positions.learned(7),
        Positions.relative(3),
        Positions.t5(6, 20),
        Positions.rotary(),
        Positions.alibi());
  }

  @Provide
  Arbitrary<StackConfig> stacks() {
    Arbitrary<LayerConfig> layers =
        Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(1, 9),
                Arbitraries.of(true, false))
            .as(
                (heads, width, dFf, pre) -> {
                  LayerConfig config = LayerConfig.of(2 * heads * width, heads, dFf);
                  return pre ? config.withPreNorm() : config;
                });
    return Combinators.combine(layers, Arbitraries.integers().between(1, 3), positions())
        .as((layer, count, kind) -> StackConfig.of(layer, count).withPositions(kind));
  }

  @Property(tries = 100)
  void attentionThatIsMadeHasItsCount(
      @ForAll @IntRange(min = 1, max = 4) int shared,
      @ForAll @IntRange(min = 1, max = 3) int repeats,
      @ForAll @IntRange(min = 1, max = 9) int dK,
      @ForAll @IntRange(min = 1, max = 9) int dV,
      @ForAll boolean bias) {
    MultiHeadConfig with = new MultiHeadConfig(5, shared * repeats, shared, dK, dV, 7, bias, 0);
    assertEquals(
        new MultiHeadAttention(rng, with).parameterCount(), ParameterCount.of(with).total());
  }

  @Property(tries = 100)
  void bertThatIsMadeHasItsCount(
      @ForAll("stacks") StackConfig stack,
      @ForAll @IntRange(min = 1, max = 20) int vocabulary,
      @ForAll @IntRange(min = 1, max = 9) int length,
      @ForAll boolean pooler) {
    BertConfig all = BertConfig.of(vocabulary, length, stack.layer(), stack.layers());
    BertConfig config = pooler ? all : all.withoutPooler();
    assertEquals(new Bert(rng, config).parameterCount(), ParameterCount.of(config).total());
  }

  @Property(tries = 100)
  void gptThatIsMadeHasItsCount(
      @ForAll("stacks") StackConfig stack,
      @ForAll @IntRange(min = 1, max = 20) int vocabulary,
      @ForAll boolean tied) {
    GptConfig config = new GptConfig(vocabulary, stack, tied);
    assertEquals(new Gpt(rng, config).parameterCount(), ParameterCount.of(config).total());
  }

  @Property(tries = 100)
  void transformerThatIsMadeHasItsCount(
      @ForAll("stacks") StackConfig encoder,
      @ForAll("positions") Positions kind,
      @ForAll @IntRange(min = 1, max = 20) int source,
      @ForAll @IntRange(min = 1, max = 20) int target,
      @ForAll boolean shared) {
    StackConfig decoder = new StackConfig(encoder.layer(), 2, true, kind);
    TransformerConfig config =
        new TransformerConfig(source, shared ? source : target, encoder, decoder, shared);
    assertEquals(new Transformer(rng, config).parameterCount(), ParameterCount.of(config).total());
  }
}
