package org.attentionlab.transformer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/**
 * Weights of BERT as they are published, in the names of Hugging Face's transformers.
 *
 * <p>There a matrix is (dOut, dIn), the transpose of ours, and the map back to words is listed
 * although it is the embedding. {@code LayerNorm.gamma} and {@code beta}, which older files have,
 * are understood as well.
 */
public final class BertWeights {

  /** Their names and ours, of parts as well as of whole paths. */
  private static final String[][] NAMES = {
    {"bert.embeddings.word_embeddings", "bert.tokens"},
    {"bert.embeddings.position_embeddings", "bert.positions"},
    {"bert.embeddings.token_type_embeddings", "bert.types"},
    {"bert.embeddings.LayerNorm", "bert.norm"},
    {"bert.encoder.layer.", "bert.encoder.layers."},
    {".attention.self.", ".selfAttention."},
    {".attention.output.dense", ".selfAttention.output"},
    {".attention.output.LayerNorm", ".attentionResidual.norm"},
    {".intermediate.dense", ".feedForward.inner"},
    {".output.LayerNorm", ".feedForwardResidual.norm"},
    {".output.dense", ".feedForward.outer"},
    {"bert.pooler.dense", "bert.pooler"},
    {"cls.predictions.transform.dense", "dense"},
    {"cls.predictions.transform.LayerNorm", "norm"},
    {"cls.predictions.bias", "bias"},
    {"cls.seq_relationship", "relationship"},
    {"norm.weight", "norm.gain"},
    {"norm.gamma", "norm.gain"},
    {"norm.beta", "norm.bias"},
  };

  private BertWeights() {}

  /**
   * What a load did not touch.
   *
   * @param fresh parameters of the model that the file does not have and that keep their first
   *     values, such as those of a new head
   * @param unused tensors of the file that the model has no place for, such as those of another
   *     head
   */
  public record Report(List<String> fresh, List<String> unused) {
    /** Copies the lists. */
    public Report {
      fresh = List.copyOf(fresh);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Loads what model and file have in common: all of the body, and the head if it is there.
   *
   * @param model a {@link Bert}, or one with a head
   * @param published tensors by the names of transformers, as a safetensors file lists them
   * @return what was not touched; worth a look
   * @throws IllegalArgumentException if a part of the embeddings or of the encoder is missing or a
   *     shape differs; then nothing is loaded
   */
  public static Report load(Layer model, Map<String, Tensor> published) {
    String prefix = model instanceof Bert ? "bert." : "";
    Map<String, Tensor> merged = model.state();
    List<String> fresh = new ArrayList<>(merged.keySet());
    List<String> unused = new ArrayList<>();
    for (var entry : published.entrySet()) {
      String name = ours(entry.getKey()).orElse("");
      String own = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      if (merged.containsKey(own)) {
        merged.put(own, turned(name, entry.getValue()));
        fresh.remove(own);
      } else if (!tied(entry.getKey())) {
        unused.add(entry.getKey());
      }
    }
    requireBody(fresh.stream().filter(name -> body(prefix + name)).toList());
    model.load(merged);
    return new Report(fresh, unused);
  }

  /**
   * The same tensors in our names and our layout.
   *
   * @param published tensors by the names of transformers
   * @return tensors by the names of {@link Layer#namedParameters()}; without what is listed twice
   */
  public static Map<String, Tensor> renamed(Map<String, Tensor> published) {
    Map<String, Tensor> renamed = new LinkedHashMap<>();
    published.forEach(
        (name, tensor) -> ours(name).ifPresent(own -> renamed.put(own, turned(own, tensor))));
    return renamed;
  }

  private static Optional<String> ours(String theirs) {
    if (tied(theirs)) {
      return Optional.empty();
    }
    boolean bare = theirs.matches("(embeddings|encoder|pooler)\\..*");
    String name = bare ? "bert." + theirs : theirs;
    for (String[] pair : NAMES) {
      name = name.replace(pair[0], pair[1]);
    }
    return Optional.of(name);
  }

  /** What is the embedding once more, or only counts positions. */
  private static boolean tied(String theirs) {
    return theirs.startsWith("cls.predictions.decoder.") || theirs.endsWith("position_ids");
  }

  private static Tensor turned(String ours, Tensor tensor) {
    boolean table = ours.matches("bert\\.(tokens|positions|types)\\.weight");
    return tensor.rank() == 2 && !table ? tensor.transpose() : tensor;
  }

  private static boolean body(String ours) {
    return ours.startsWith("bert.") && !ours.startsWith("bert.pooler.");
  }

  private static void requireBody(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "BertWeights: nothing was loaded, for the body misses "
              + missing.size()
              + " tensors, such as "
              + missing.get(0)
              + ".\n  Has the model more layers than the file?");
    }
  }
}
