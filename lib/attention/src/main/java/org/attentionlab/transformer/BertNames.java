package org.attentionlab.transformer;

import java.util.Optional;

/** The names that Hugging Face's transformers gives to the parts of BERT. */
final class BertNames {

  /** Parts of our names and of theirs, replaced from first to last. */
  private static final String[][] BODY = {
    {"bert.tokens.", "bert.embeddings.word_embeddings."},
    {"bert.positions.", "bert.embeddings.position_embeddings."},
    {"bert.types.", "bert.embeddings.token_type_embeddings."},
    {"bert.norm.", "bert.embeddings.LayerNorm."},
    {"bert.encoder.layers.", "bert.encoder.layer."},
    {".selfAttention.output.", ".attention.output.dense."},
    {".selfAttention.", ".attention.self."},
    {".attentionResidual.norm.", ".attention.output.LayerNorm."},
    {".feedForward.inner.", ".intermediate.dense."},
    {".feedForward.outer.", ".output.dense."},
    {".feedForwardResidual.norm.", ".output.LayerNorm."},
    {"bert.pooler.", "bert.pooler.dense."},
    {".gain", ".weight"},
  };

  private BertNames() {}

  /** Their name for a parameter of ours; the parameters of a body begin with {@code bert.}. */
  static String theirs(String ours) {
    return ours.startsWith("bert.") ? body(ours) : head(ours);
  }

  private static String body(String ours) {
    String name = ours;
    for (String[] pair : BODY) {
      name = name.replace(pair[0], pair[1]);
    }
    return name;
  }

  private static String head(String ours) {
    return switch (ours) {
      case "dense.weight", "dense.bias", "norm.bias" ->
          "cls.predictions.transform." + ours.replace("norm", "LayerNorm");
      case "norm.gain" -> "cls.predictions.transform.LayerNorm.weight";
      case "bias" -> "cls.predictions.bias";
      case "relationship.weight", "relationship.bias" -> "cls.seq_" + ours;
      default -> ours;
    };
  }

  /**
   * A name as newer files have it: with its {@code bert.}, which files of a body alone leave out,
   * and with weight and bias for gamma and beta. Empty for what is no parameter, but counts
   * positions.
   */
  static Optional<String> canonical(String listed) {
    if (listed.endsWith("embeddings.position_ids")) {
      return Optional.empty();
    }
    String full = listed.matches("(embeddings|encoder|pooler)\\..*") ? "bert." + listed : listed;
    return Optional.of(
        full.replace("LayerNorm.gamma", "LayerNorm.weight")
            .replace("LayerNorm.beta", "LayerNorm.bias"));
  }

  /** For the output map of the masked-word head, which repeats others: whose it is. */
  static Optional<String> repeated(String theirs) {
    return switch (theirs) {
      case "cls.predictions.decoder.weight" ->
          Optional.of("bert.embeddings.word_embeddings.weight");
      case "cls.predictions.decoder.bias" -> Optional.of("cls.predictions.bias");
      default -> Optional.empty();
    };
  }

  /** Whether this is a part that no use of BERT can do without. */
  static boolean isEssential(String theirs) {
    return theirs.startsWith("bert.embeddings.") || theirs.startsWith("bert.encoder.");
  }

  /** Whether this is a matrix of a linear map, which is the transpose of ours, and not a table. */
  static boolean isTurned(String theirs, int rank) {
    return rank == 2 && !theirs.startsWith("bert.embeddings.");
  }
}
