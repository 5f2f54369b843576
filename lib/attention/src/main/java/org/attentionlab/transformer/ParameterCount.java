package org.attentionlab.transformer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many numbers a model learns, reckoned from its settings without making any of them.
 *
 * <pre>
 * attention      4 (dModel^2 + dModel)
 * feed-forward   2 dModel dFf + dFf + dModel
 * layer norm     2 dModel
 * </pre>
 *
 * <p>Counted are models whose positions learn nothing, and the tables of BERT and GPT-2. BERT-base
 * has 109,482,240 and BERT-large 335,141,888, which Devlin et al. (2019), section 3, round to 110
 * and 340 million; the base Transformer has 63 million with 37,000 tokens, which Vaswani et al.
 * (2017), table 3, give as 65.
 *
 * @param parts how many in each part, in the order of the data's way
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
   * The body of BERT with its pooler.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(BertConfig config) {
    long dModel = config.layer().dModel();
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("token embeddings", config.vocabulary() * dModel);
    parts.put("position embeddings", config.positions() * dModel);
    parts.put("type embeddings", config.types() * dModel);
    parts.put("embedding norm", norm(dModel));
    putLayers(parts, "", config.layer(), config.layers(), 1);
    parts.put("pooler", linear(dModel, dModel));
    return new ParameterCount(parts);
  }

  /**
   * A GPT with a learned table of positions.
   *
   * @param config the settings
   * @param positions rows of the table; 0 where positions are not learned
   * @return the count
   */
  public static ParameterCount of(GptConfig config, int positions) {
    LayerConfig layer = config.stack().layer();
    long dModel = layer.dModel();
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("token embeddings", config.vocabulary() * dModel);
    parts.put("position embeddings", positions * dModel);
    putLayers(parts, "", layer, config.stack().layers(), 1);
    parts.put("final norm", config.stack().finalNorm() ? norm(dModel) : 0);
    parts.put("output", config.tied() ? 0 : config.vocabulary() * dModel);
    return new ParameterCount(parts);
  }

  /**
   * A Transformer whose positions learn nothing.
   *
   * @param config the settings
   * @return the count
   */
  public static ParameterCount of(TransformerConfig config) {
    StackConfig encoder = config.encoder();
    StackConfig decoder = config.decoder();
    long dModel = encoder.layer().dModel();
    long target = config.targetVocabulary();
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("source embeddings", config.sourceVocabulary() * dModel);
    parts.put("target embeddings", config.shared() ? 0 : target * dModel);
    putLayers(parts, "encoder ", encoder.layer(), encoder.layers(), 1);
    parts.put("encoder final norm", encoder.finalNorm() ? norm(dModel) : 0);
    putLayers(parts, "decoder ", decoder.layer(), decoder.layers(), 2);
    parts.put("decoder final norm", decoder.finalNorm() ? norm(dModel) : 0);
    parts.put("output", config.shared() ? 0 : linear(dModel, target));
    return new ParameterCount(parts);
  }

  private static void putLayers(
      Map<String, Long> parts, String side, LayerConfig layer, long layers, long attentions) {
    long dModel = layer.dModel();
    long dFf = layer.dFf();
    long attention = 4 * linear(dModel, dModel);
    long feedForward = linear(dModel, dFf) + linear(dFf, dModel);
    parts.put(side + "attention", layers * attentions * attention);
    parts.put(side + "feed-forward", layers * feedForward);
    parts.put(side + "norms", layers * (attentions + 1) * norm(dModel));
  }

  private static long linear(long dIn, long dOut) {
    return dIn * dOut + dOut;
  }

  private static long norm(long dModel) {
    return 2 * dModel;
  }
}
