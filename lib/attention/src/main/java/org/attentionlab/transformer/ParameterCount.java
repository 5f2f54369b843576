package org.attentionlab.transformer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.nn.FeedForward;

/**
 * How many numbers a model learns, reckoned from its settings without making any of them.
 *
 * <pre>
 * attention      4 (dModel^2 + dModel)
 * feed-forward   2 dModel dFf + dFf + dModel
 * layer norm     2 dModel
 * </pre>
 *
 * <p>BERT-base has 109,482,240 and BERT-large 335,141,888, which Devlin et al. (2019), section 3,
 * round to 110 and 340 million; the base Transformer has 63 million with 37,000 tokens, which
 * Vaswani et al. (2017), table 3, give as 65.
 *
 * <pre>
 * ParameterCount.of(BertConfig.base()).total()                       // 109482240
 * ParameterCount.of(new FeedForward.Config(512, 2048, RELU, 0))      // W_1, b_1, W_2, b_2
 * </pre>
 *
 * @param parts how many in each part that learns anything, in the order of the data's way
 */
public record ParameterCount(Map<String, Long> parts) {

  /** Copies the parts, in their order. */
  public ParameterCount {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /**
   * The sum of the parts.
   *
   * @return how many numbers are learned
   */
  public long total() {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * A feed-forward part.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(FeedForward.Config config) {
    long dModel = config.dModel();
    long dFf = config.dFf();
    return new Parts()
        .put("W_1", dModel * dFf)
        .put("b_1", dFf)
        .put("W_2", dFf * dModel)
        .put("b_2", dModel)
        .count();
  }

  /**
   * The four projections of multi-head attention.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(MultiHeadConfig config) {
    long queries = (long) config.heads() * config.dK();
    long keys = (long) config.keyValueHeads() * config.dK();
    long values = (long) config.keyValueHeads() * config.dV();
    long joined = (long) config.heads() * config.dV();
    return new Parts()
        .put("queries", map(config, config.dModel(), queries))
        .put("keys", map(config, config.dSource(), keys))
        .put("values", map(config, config.dSource(), values))
        .put("output", map(config, joined, config.dModel()))
        .count();
  }

  /**
   * The body of BERT, with its pooler if it has one.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(BertConfig config) {
    long dModel = config.layer().dModel();
    return new Parts()
        .put("token embeddings", config.vocabulary() * dModel)
        .put("position embeddings", config.positions() * dModel)
        .put("type embeddings", config.types() * dModel)
        .put("embedding norm", norm(dModel))
        .putStack("", config.stack(), 1)
        .put("pooler", config.pooler() ? linear(dModel, dModel) : 0)
        .count();
  }

  /**
   * A decoder by itself.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(GptConfig config) {
    StackConfig stack = config.stack();
    long dModel = stack.layer().dModel();
    return new Parts()
        .put("token embeddings", config.vocabulary() * dModel)
        .put("position embeddings", stack.positions().countOnInput(stack.layer().dModel()))
        .putStack("", stack, 1)
        .put("output", config.tied() ? 0 : config.vocabulary() * dModel)
        .count();
  }

  /**
   * An encoder that tags every token.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(TaggerConfig config) {
    StackConfig stack = config.stack();
    long dModel = stack.layer().dModel();
    return new Parts()
        .put("token embeddings", config.vocabulary() * dModel)
        .put("position embeddings", stack.positions().countOnInput(stack.layer().dModel()))
        .putStack("", stack, 1)
        .put("output", (dModel + 1) * config.tags())
        .count();
  }

  /**
   * An encoder and a decoder.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(TransformerConfig config) {
    StackConfig encoder = config.encoder();
    StackConfig decoder = config.decoder();
    int width = encoder.layer().dModel();
    long dModel = width;
    long target = config.targetVocabulary();
    return new Parts()
        .put("source embeddings", config.sourceVocabulary() * dModel)
        .put("source positions", encoder.positions().countOnInput(width))
        .putStack("encoder ", encoder, 1)
        .put("target embeddings", config.shared() ? 0 : target * dModel)
        .put("target positions", decoder.positions().countOnInput(width))
        .putStack("decoder ", decoder, 2)
        .put("output", config.shared() ? 0 : linear(dModel, target))
        .count();
  }

  /** The parts one below the other, and their sum. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    parts.forEach((name, count) -> line(text, name, count));
    line(text, "total", total());
    return text.substring(0, text.length() - 1);
  }

  private static void line(StringBuilder text, String name, long count) {
    text.append(String.format(Locale.ROOT, "%-28s%,16d\n", name, count));
  }

  private static long map(MultiHeadConfig config, long dIn, long dOut) {
    return config.bias() ? linear(dIn, dOut) : dIn * dOut;
  }

  private static long linear(long dIn, long dOut) {
    return dIn * dOut + dOut;
  }

  private static long norm(long dModel) {
    return 2 * dModel;
  }

  /** Collects the parts that learn anything. */
  private static final class Parts {
    private final Map<String, Long> parts = new LinkedHashMap<>();

    private Parts put(String name, long count) {
      if (count > 0) {
        parts.put(name, count);
      }
      return this;
    }

    /** Layers with one attention or, where there is a memory, two; only the first has positions. */
    private Parts putStack(String side, StackConfig stack, long attentions) {
      LayerConfig layer = stack.layer();
      MultiHeadConfig attention = layer.attention();
      long layers = stack.layers();
      long norm = norm(layer.dModel());
      return put(side + "attention", layers * attentions * of(attention).total())
          .put(
              side + "positions in attention",
              layers * stack.positions().countInAttention(attention))
          .put(side + "feed-forward", layers * of(layer.feedForward()).total())
          .put(side + "norms", layers * (attentions + 1) * norm)
          .put(side + "final norm", stack.finalNorm() ? norm : 0);
    }

    private ParameterCount count() {
      return new ParameterCount(parts);
    }
  }
}
