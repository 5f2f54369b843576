package org.attentionlab.display;

import java.util.Map;
import java.util.function.Consumer;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.nn.Layer;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.DecoderLayer;
import org.attentionlab.transformer.EncoderLayer;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.Transformer;

/**
 * Pictures of the course's models, with the shapes of their real parameters: B sequences, S
 * positions of the source, T of the target.
 */
public final class Architectures {
  private static final String NO_DETAIL = "";

  private Architectures() {}

  /**
   * The encoder-decoder of Vaswani et al. (2017), figure 1.
   *
   * @param model any size
   * @return its picture
   */
  public static Architecture of(Transformer model) {
    Parameters p = new Parameters(model);
    int dModel = p.size("source.tokens.weight", 1);
    String target = p.has("target.tokens.weight") ? "target" : "source";
    int words = p.size(target + ".tokens.weight", 0);
    Architecture picture = Architecture.of("Transformer, " + count(model));
    Flow encoder =
        picture
            .flow("encoder")
            .input("source ids (B, S)")
            .box("Token input", "table " + p.shape("source.tokens.weight"))
            .shape("(B, S, " + dModel + ")")
            .group(
                times(model.encoder().layers().size()),
                inside(model.encoder().layers().get(0), "S", "Self-attention"));
    norm(encoder, p, "encoder.norm", "(B, S, " + dModel + ")");
    Flow decoder =
        picture
            .flow("decoder")
            .input("target ids (B, T)")
            .box("Token input", "table " + p.shape(target + ".tokens.weight"))
            .shape("(B, T, " + dModel + ")")
            .group(
                times(model.decoder().layers().size()),
                inside(model.decoder().layers().get(0), encoder, dModel));
    norm(decoder, p, "decoder.norm", "(B, T, " + dModel + ")");
    decoder
        .box("Linear", p.has("output.weight") ? p.shape("output.weight") : "the table, transposed")
        .shape("logits (B, T, " + words + ")");
    return picture;
  }

  /**
   * The recurrent encoder-decoder, with the attention of Bahdanau et al. (2015) where it has it.
   *
   * @param model any size
   * @return its picture
   */
  public static Architecture of(Seq2Seq model) {
    Parameters p = new Parameters(model);
    boolean both = p.has("encoder.backwards.0.input.weight");
    int dHidden = p.size("decoder.hidden.weight", 0);
    int dSource = p.size("bridge.weight", 0);
    int dEmbedding = p.size("targetTokens.weight", 1);
    String states = "states (B, S, " + dSource + ")";
    Architecture picture =
        Architecture.of(
            "Encoder-decoder "
                + (model.attention().isPresent() ? "with" : "without")
                + " attention, "
                + count(model));
    Flow encoder =
        picture
            .flow("encoder")
            .input("source ids (B, S)")
            .box("Embedding", p.shape("sourceTokens.weight"))
            .shape("(B, S, " + p.size("sourceTokens.weight", 1) + ")")
            .box(
                both ? "GRU in both directions" : "GRU",
                "input " + p.shape("encoder.forwards.0.input.weight"));
    Flow decoder =
        picture
            .flow("decoder, a step")
            .input("last token (B)")
            .box("Embedding", p.shape("targetTokens.weight"))
            .shape("(B, " + dEmbedding + ")");
    if (model.attention().isPresent()) {
      decoder
          .accent("Additive attention", "query: the state before, (B, " + dHidden + ")")
          .takes(encoder, states)
          .shape("token and context (B, " + (dEmbedding + dSource) + ")");
    } else {
      decoder
          .box("Join", "token and last state of the source")
          .takes(encoder, "last state (B, " + dSource + ")")
          .shape("(B, " + (dEmbedding + dSource) + ")");
    }
    decoder
        .box("GRU cell", "input " + p.shape("decoder.input.weight"))
        .shape("state and context (B, " + (dHidden + dSource) + ")")
        .box("Linear", p.shape("output.weight"))
        .shape("logits (B, " + p.size("output.weight", 1) + ")");
    return picture;
  }

  /**
   * Multi-head attention, Vaswani et al. (2017), figure 2.
   *
   * @param model any size
   * @return its picture
   */
  public static Architecture of(MultiHeadAttention model) {
    Parameters p = new Parameters(model);
    MultiHeadConfig config = model.config();
    int heads = config.heads();
    Architecture picture = Architecture.of("Multi-head attention, " + count(model));
    Flow queries =
        picture
            .flow(NO_DETAIL)
            .input("queries (B, T, " + p.size("query.weight", 0) + ")")
            .box("Linear", p.shape("query.weight"));
    Flow keys =
        picture
            .flow(NO_DETAIL)
            .input("keys (B, S, " + p.size("key.weight", 0) + ")")
            .box("Linear", p.shape("key.weight"))
            .shape("K (B, " + config.keyValueHeads() + ", S, " + config.dK() + ")");
    Flow values =
        picture
            .flow(NO_DETAIL)
            .input("values (B, S, " + p.size("value.weight", 0) + ")")
            .box("Linear", p.shape("value.weight"));
    keys.accent("softmax(Q Kᵀ / √" + config.dK() + ") V", heads + " heads at once")
        .takes(queries, "Q (B, " + heads + ", T, " + config.dK() + ")")
        .takes(values, "V (B, " + config.keyValueHeads() + ", S, " + config.dV() + ")")
        .shape("(B, " + heads + ", T, " + config.dV() + ")")
        .box("Join the heads", NO_DETAIL)
        .shape("(B, T, " + p.size("output.weight", 0) + ")")
        .box("Linear", p.shape("output.weight"))
        .shape("(B, T, " + p.size("output.weight", 1) + ")");
    return picture;
  }

  /**
   * A layer of an encoder.
   *
   * @param model any size
   * @return its picture
   */
  public static Architecture of(EncoderLayer model) {
    int dModel = model.selfAttention().config().dModel();
    Architecture picture = Architecture.of("Encoder layer, " + count(model));
    Flow flow = picture.flow(NO_DETAIL).input("x (B, T, " + dModel + ")");
    inside(model, "T", "Self-attention").accept(flow);
    return picture;
  }

  /**
   * A model that writes: a decoder without an encoder.
   *
   * @param model any size
   * @return its picture
   */
  public static Architecture of(Gpt model) {
    Parameters p = new Parameters(model);
    String table = p.shape("input.tokens.weight");
    String shape = "(B, T, " + p.size("input.tokens.weight", 1) + ")";
    Architecture picture = Architecture.of("Gpt, " + count(model));
    Flow flow =
        picture
            .flow(NO_DETAIL)
            .input("ids (B, T)")
            .box("Token input", "table " + table)
            .shape(shape)
            .group(
                times(model.layers().size()),
                inside(model.layers().get(0), "T", "Causal self-attention"));
    norm(flow, p, "stack.norm", shape);
    flow.box("Linear", p.has("output.weight") ? p.shape("output.weight") : "the table, transposed")
        .shape("logits (B, T, " + p.size("input.tokens.weight", 0) + ")");
    return picture;
  }

  private static Consumer<Flow> inside(EncoderLayer layer, String length, String attention) {
    MultiHeadConfig config = layer.selfAttention().config();
    String shape = "(B, " + length + ", " + config.dModel() + ")";
    return flow -> {
      part(flow, layer.isPreNorm(), shape, inner -> inner.accent(attention, heads(config)));
      part(flow, layer.isPreNorm(), shape, inner -> feedForward(inner, layer));
    };
  }

  private static Consumer<Flow> inside(DecoderLayer layer, Flow encoder, int dModel) {
    String shape = "(B, T, " + dModel + ")";
    MultiHeadConfig own = layer.selfAttention().config();
    MultiHeadConfig cross = layer.crossAttention().config();
    boolean pre = layer.isPreNorm();
    return flow -> {
      part(flow, pre, shape, inner -> inner.accent("Causal self-attention", heads(own)));
      part(
          flow,
          pre,
          shape,
          inner ->
              inner
                  .accent("Cross-attention", heads(cross))
                  .takes(encoder, "memory (B, S, " + cross.dSource() + ")"));
      part(flow, pre, shape, inner -> feedForward(inner, layer));
    };
  }

  /** A part with its residual connection and its normalisation, before or after. */
  private static void part(Flow flow, boolean preNorm, String shape, Consumer<Flow> inside) {
    flow.skip(
        inner -> {
          if (preNorm) {
            inner.box("Layer norm", NO_DETAIL);
          }
          inside.accept(inner);
        });
    if (!preNorm) {
      flow.box("Layer norm", NO_DETAIL);
    }
    flow.shape(shape);
  }

  private static void feedForward(Flow flow, Layer layer) {
    Parameters p = new Parameters(layer);
    flow.box(
        "Feed-forward",
        p.shape("feedForward.inner.weight") + ", " + p.shape("feedForward.outer.weight"));
  }

  private static void norm(Flow flow, Parameters p, String name, String shape) {
    if (p.has(name + ".gain")) {
      flow.box("Layer norm", NO_DETAIL).shape(shape);
    }
  }

  private static String heads(MultiHeadConfig config) {
    return config.heads()
        + (config.heads() == 1 ? " head" : " heads")
        + ", dK "
        + config.dK()
        + (config.dV() == config.dK() ? "" : ", dV " + config.dV());
  }

  private static String times(int count) {
    return "× " + count;
  }

  private static String count(Layer model) {
    return String.format(java.util.Locale.ROOT, "%,d parameters", model.parameterCount());
  }

  /** The parameters of a model by name. */
  private record Parameters(Map<String, Tensor> byName) {
    Parameters(Layer model) {
      this(model.namedParameters());
    }

    boolean has(String name) {
      return byName.containsKey(name);
    }

    String shape(String name) {
      return byName.get(name).shapeString();
    }

    int size(String name, int axis) {
      return byName.get(name).size(axis);
    }
  }
}
