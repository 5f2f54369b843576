package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.attention.AdditiveAttention;
import org.attentionlab.attention.AdditiveScore;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.GeneralScore;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.Conv1d;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.FeedForward;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.RmsNorm;
import org.attentionlab.position.Learned;
import org.attentionlab.position.Positions;
import org.attentionlab.position.Relative;
import org.attentionlab.position.T5Bias;
import org.attentionlab.recurrent.Gru;
import org.attentionlab.recurrent.GruCell;
import org.attentionlab.recurrent.Lstm;
import org.attentionlab.recurrent.LstmCell;
import org.attentionlab.recurrent.RecurrentConfig;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.tensor.Autograd;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gradients of every layer, by its inputs and by its parameters, are right. */
class LayerGradientTest {
  private static final double TOLERANCE = 3e-3;
  private static final float STEP = 1f / 256;

  private static final int[][] IDS = {{1, 2, 0}, {3, 1, 2}};
  private static final int[] LENGTHS = {2, 3};
  private static final Mask PADDING = Mask.padding(LENGTHS, 3);

  /**
   * A layer at work.
   *
   * @param inputs what it takes; none where it reads ids
   */
  private record Case(
      String name, Layer layer, Function<Tensor[], Tensor> forward, List<Tensor> inputs) {
    static Case of(String kind, Layer layer, Function<Tensor[], Tensor> forward, Tensor... inputs) {
      String name = layer.getClass().getSimpleName() + (kind.isEmpty() ? "" : " " + kind);
      List<Tensor> own = Arrays.stream(inputs).map(Tensor::detach).toList();
      return new Case(name, layer, forward, own);
    }

    void check() {
      // Gains of one and biases of zero hide mistakes.
      Random rng = new Random(31);
      for (Tensor parameter : layer.parameters()) {
        float[] values = parameter.toArray();
        for (int i = 0; i < values.length; i++) {
          values[i] += 0.3f * (float) rng.nextGaussian();
        }
        parameter.assign(values);
      }
      inputs.forEach(input -> input.requiresGrad(true));
      layer.parameters().forEach(Tensor::zeroGrad); // layers are used in several cases
      Tensor output = run();
      Tensor weights = Tensor.randn(new Random(1), output.shape());
      output.backward(weights);
      for (int i = 0; i < inputs.size(); i++) {
        checkOne("input " + i, inputs.get(i), weights);
      }
      layer.namedParameters().forEach((of, parameter) -> checkOne(of, parameter, weights));
    }

    private void checkOne(String of, Tensor leaf, Tensor weights) {
      float[] values = leaf.toArray();
      float[] backward = leaf.grad().toArray();
      for (int i = 0; i < values.length; i++) {
        double difference = difference(leaf, values, i, weights);
        double size = Math.max(1, Math.max(Math.abs(backward[i]), Math.abs(difference)));
        String place = name + ": " + of + " at " + i;
        assertEquals(difference, backward[i], TOLERANCE * size, place);
      }
      leaf.assign(values);
    }

    /** Two central differences, combined so that the third derivative falls out (Richardson). */
    private double difference(Tensor leaf, float[] values, int i, Tensor weights) {
      double wide = slope(leaf, values, i, 2 * STEP, weights);
      return (4 * slope(leaf, values, i, STEP, weights) - wide) / 3;
    }

    private double slope(Tensor leaf, float[] values, int i, float step, Tensor weights) {
      float[] up = values.clone();
      float[] down = values.clone();
      up[i] += step;
      down[i] -= step;
      return (at(leaf, up, weights) - at(leaf, down, weights)) / ((double) up[i] - down[i]);
    }

    /** The weighted sum of the output where a leaf has other values. */
    @SuppressWarnings("try") // recording is off inside
    private double at(Tensor leaf, float[] values, Tensor weights) {
      leaf.assign(values);
      try (var off = Autograd.noGrad()) {
        float[] y = run().toArray();
        float[] w = weights.toArray();
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
          sum += (double) y[i] * w[i];
        }
        return sum;
      }
    }

    private Tensor run() {
      return forward.apply(inputs.toArray(new Tensor[0]));
    }
  }

  @TestFactory
  Stream<DynamicTest> gradientsOfInputsAndParametersAreRight() {
    return cases().map(each -> DynamicTest.dynamicTest(each.name, each::check));
  }

  @Test
  void everyLayerIsChecked() throws IOException, URISyntaxException {
    Set<String> missing = new TreeSet<>(layers());
    cases().forEach(each -> missing.remove(each.layer.getClass().getName()));
    assertEquals(Set.of(), missing, "no case in the list below");
  }

  /** The names of all layers of the library that can be made. */
  private static Set<String> layers() throws IOException, URISyntaxException {
    Path root = Path.of(Layer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replaceAll("[/\\\\]", "."))
          .filter(name -> !name.startsWith("org.attentionlab.numerics"))
          .filter(LayerGradientTest::isLayer)
          .collect(Collectors.toSet());
    }
  }

  private static boolean isLayer(String name) {
    try {
      Class<?> type = Class.forName(name, false, Layer.class.getClassLoader());
      return Layer.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Stream<Case> cases() {
    return Stream.<Supplier<Stream<Case>>>of(
            LayerGradientTest::basics,
            LayerGradientTest::attentions,
            LayerGradientTest::positions,
            LayerGradientTest::recurrent,
            LayerGradientTest::stacks,
            LayerGradientTest::models)
        .flatMap(Supplier::get);
  }

  private static Random rng() {
    return new Random(12);
  }

  private static Tensor random(long seed, int... shape) {
    return Tensor.randn(new Random(seed), shape);
  }

  private static Stream<Case> basics() {
    Linear linear = new Linear(rng(), 3, 4);
    Linear bare = Linear.withoutBias(rng(), 3, 2);
    Tensor x = random(1, 2, 2, 3);
    Stream<Case> activations =
        Arrays.stream(Activation.values())
            .filter(f -> f != Activation.RELU) // its kink is within reach of a step
            .map(f -> Case.of("and " + f, linear, in -> linear.forward(in[0], f), x));
    Conv1d same = new Conv1d(rng(), new Conv1d.Config(2, 3, 4, Conv1d.Padding.SAME));
    Conv1d valid = new Conv1d(rng(), new Conv1d.Config(2, 3, 2, Conv1d.Padding.VALID));
    FeedForward feedForward =
        new FeedForward(rng(), new FeedForward.Config(3, 5, Activation.GELU, 0));
    LayerNorm layerNorm = new LayerNorm(4);
    RmsNorm rmsNorm = new RmsNorm(4);
    Embedding embedding = new Embedding(rng(), 4, 3);
    Dropout dropout = new Dropout(rng(), 0);
    return Stream.concat(
        activations,
        Stream.of(
            Case.of("", linear, in -> linear.forward(in[0]), x),
            Case.of(
                "of a transposed input",
                linear,
                in -> linear.forward(in[0].transpose()),
                random(2, 2, 3, 2)),
            Case.of("without bias", bare, in -> bare.forward(in[0]), x),
            Case.of("same", same, in -> same.forward(in[0]), random(3, 2, 5, 2)),
            Case.of("valid", valid, in -> valid.forward(in[0]), random(4, 5, 2)),
            Case.of("", feedForward, in -> feedForward.forward(in[0]), x),
            Case.of("", layerNorm, in -> layerNorm.forward(in[0]), random(5, 2, 3, 4)),
            Case.of("", rmsNorm, in -> rmsNorm.forward(in[0]), random(6, 2, 3, 4)),
            Case.of("", embedding, in -> embedding.forward(IDS)),
            Case.of("", dropout, in -> dropout.forward(in[0]), x)));
  }

  private static Stream<Case> attentions() {
    GeneralScore general = new GeneralScore(rng(), 3, 2);
    AdditiveScore additive = new AdditiveScore(rng(), 3, 2, 4);
    AdditiveAttention bahdanau = new AdditiveAttention(rng(), 3, 2, 4);
    Tensor q = random(7, 2, 2, 3);
    Tensor k = random(8, 2, 3, 2);
    MultiHeadConfig config = MultiHeadConfig.of(4, 2).withHeadWidths(3, 2).withSource(3);
    MultiHeadAttention wide = new MultiHeadAttention(rng(), config);
    MultiHeadAttention grouped =
        new MultiHeadAttention(rng(), MultiHeadConfig.of(4, 4).withKeyValueHeads(2).withoutBias());
    Tensor x = random(9, 2, 3, 4);
    return Stream.of(
        Case.of("", general, in -> general.scores(in[0], in[1]), q, k),
        Case.of("", additive, in -> additive.scores(in[0], in[1]), q, k),
        Case.of(
            "", bahdanau, in -> both(bahdanau.forward(in[0], in[1], PADDING)), random(10, 2, 3), k),
        Case.of(
            "of another width",
            wide,
            in -> wide.attend(in[0], in[1], in[2], PADDING),
            random(11, 2, 2, 4),
            random(12, 2, 3, 3),
            random(13, 2, 3, 3)),
        Case.of(
            "with its weights",
            wide,
            in -> both(wide.forward(in[0], in[1], in[1])),
            x,
            random(12, 2, 3, 3)),
        Case.of(
            "of shared heads",
            grouped,
            in -> grouped.attend(in[0], in[0], in[0], Mask.causal(3)),
            x));
  }

  /** Output and weights in one. */
  private static Tensor both(AttentionResult result) {
    return Tensor.concat(0, List.of(result.output().flatten(), result.weights().flatten()));
  }

  private static Stream<Case> positions() {
    Learned learned = new Learned(rng(), 5, 3);
    Relative relative = new Relative(rng(), 1, 2, 3);
    T5Bias t5 = new T5Bias(rng(), new T5Bias.Config(2, 4, 8, true));
    Tensor scores = random(14, 1, 2, 2, 3);
    Tensor queries = random(15, 1, 2, 2, 2);
    Stream<Case> within =
        Map.of(
                "relative", Positions.relative(1),
                "t5", Positions.t5(4, 6),
                "rotary", Positions.rotary(),
                "alibi", Positions.alibi())
            .entrySet()
            .stream()
            .map(kind -> within(kind.getKey(), kind.getValue()));
    return Stream.concat(
        within,
        Stream.of(
            Case.of("", learned, in -> learned.add(in[0], 2), random(16, 2, 3, 3)),
            Case.of("scores", relative, in -> relative.score(in[0], in[1], 1), scores, queries),
            Case.of(
                "outputs",
                relative,
                in -> relative.mix(in[0], in[1], 1),
                random(17, 1, 2, 2, 3),
                scores),
            Case.of("", t5, in -> t5.score(in[0], in[1], 1), scores, queries)));
  }

  private static Case within(String name, Positions kind) {
    MultiHeadConfig config = MultiHeadConfig.of(4, 2);
    MultiHeadAttention attention =
        new MultiHeadAttention(rng(), config, kind.inAttention(rng(), config, true));
    return Case.of(
        "with " + name,
        attention,
        in -> attention.attend(in[0], in[0], in[0], Mask.causal(3)),
        random(18, 2, 3, 4));
  }

  private static Stream<Case> recurrent() {
    Tensor x = random(19, 2, 3, 2);
    GruCell gruCell = new GruCell(rng(), 2, 3);
    LstmCell lstmCell = new LstmCell(rng(), 2, 3);
    RecurrentConfig deep = RecurrentConfig.of(2, 3).withLayers(2).inBothDirections();
    Gru gru = new Gru(rng(), 2, 3);
    Gru deepGru = new Gru(rng(), deep);
    Lstm lstm = new Lstm(rng(), 2, 3);
    Lstm deepLstm = new Lstm(rng(), deep);
    Tensor step = random(20, 2, 2);
    Tensor state = random(21, 2, 3);
    return Stream.of(
        Case.of("", gruCell, in -> gruCell.forward(in[0], in[1]), step, state),
        Case.of(
            "",
            lstmCell,
            in -> {
              LstmCell.State next = lstmCell.forward(in[0], new LstmCell.State(in[1], in[2]));
              return Tensor.concat(0, List.of(next.h(), next.c()));
            },
            step,
            state,
            random(22, 2, 3)),
        Case.of("", gru, in -> all(gru.forward(in[0])), x),
        Case.of("deep, with lengths", deepGru, in -> all(deepGru.forward(in[0], LENGTHS)), x),
        Case.of("", lstm, in -> all(lstm.forward(in[0])), x),
        Case.of("deep, with lengths", deepLstm, in -> all(deepLstm.forward(in[0], LENGTHS)), x));
  }

  private static Tensor all(Gru.Result result) {
    return Tensor.concat(0, List.of(result.states().flatten(), result.last().flatten()));
  }

  private static Tensor all(Lstm.Result result) {
    return Tensor.concat(
        0, List.of(result.states().flatten(), result.last().flatten(), result.memory().flatten()));
  }

  private static LayerConfig layer() {
    return LayerConfig.of(4, 2, 3).withActivation(Activation.GELU);
  }

  private static Stream<Case> stacks() {
    Tensor x = random(23, 2, 3, 4);
    Tensor memory = random(24, 2, 3, 4);
    EncoderLayer post = new EncoderLayer(rng(), layer());
    EncoderLayer pre = new EncoderLayer(rng(), layer().withPreNorm());
    DecoderLayer decoderLayer = new DecoderLayer(rng(), layer());
    Encoder encoder = new Encoder(rng(), StackConfig.of(layer().withPreNorm(), 2).withFinalNorm());
    Decoder decoder = new Decoder(rng(), StackConfig.of(layer(), 1));
    Residual residual = new Residual(rng(), layer());
    Residual first = new Residual(rng(), layer().withPreNorm());
    return Stream.of(
        Case.of("post-norm", post, in -> post.forward(in[0], PADDING), x),
        Case.of("pre-norm", pre, in -> pre.forward(in[0], Mask.causal(3)), x),
        Case.of(
            "",
            decoderLayer,
            in -> decoderLayer.forward(in[0], Mask.causal(3), new Memory(in[1], PADDING)),
            x,
            memory),
        Case.of("", encoder, in -> encoder.forward(in[0], PADDING), x),
        Case.of("", decoder, in -> decoder.forward(in[0], new Memory(in[1], PADDING)), x, memory),
        Case.of(
            "post-norm", residual, in -> residual.after(residual.before(in[0]), in[1]), x, memory),
        Case.of("pre-norm", first, in -> first.after(in[1], first.before(in[0])), x, memory));
  }

  private static Stream<Case> models() {
    TokenInput input =
        new TokenInput(
            rng(),
            "test",
            new Embedding(rng(), 5, 4),
            StackConfig.of(layer(), 1).withPositions(Positions.learned(4)),
            2);
    BertConfig config = BertConfig.of(5, 4, layer(), 1);
    BertInput text = new BertInput(IDS, new int[][] {{0, 1, 1}, {0, 0, 1}}, LENGTHS);
    Bert bert = new Bert(rng(), config);
    BertClassifier classifier = new BertClassifier(rng(), new Bert(rng(), config), 3);
    BertTagger tagger = new BertTagger(rng(), new Bert(rng(), config), 3);
    BertMaskedWords words = new BertMaskedWords(rng(), new Bert(rng(), config));
    BertNextSentence next = new BertNextSentence(rng(), new Bert(rng(), config));
    Gpt gpt = new Gpt(rng(), new GptConfig(5, StackConfig.of(layer().withPreNorm(), 1), true));
    TaggerConfig tags = TaggerConfig.small(5, 3).withLayers(layer(), 1);
    Tagger both = new Tagger(rng(), tags.withPositions(Positions.relative(1)));
    Tagger back = new Tagger(rng(), tags.withPositions(Positions.rotary()).lookingBack());
    Transformer transformer =
        new Transformer(rng(), TransformerConfig.small(5, 4).withLayers(layer(), 1));
    Seq2Seq seq2seq = new Seq2Seq(rng(), Seq2SeqConfig.small(5, 4).withWidths(2, 3));
    Seq2Seq plain =
        new Seq2Seq(
            rng(),
            Seq2SeqConfig.small(5, 4).withWidths(2, 3).withoutAttention().inBothDirections());
    return Stream.of(
        Case.of("", input, in -> input.forward(IDS, 1)),
        Case.of("", bert, in -> bert.forward(text)),
        Case.of("pooled", bert, in -> bert.pool(bert.forward(text))),
        Case.of("", classifier, in -> classifier.forward(text)),
        Case.of("", tagger, in -> tagger.forward(text)),
        Case.of("", words, in -> words.forward(text)),
        Case.of("", next, in -> next.forward(text)),
        Case.of("relative", both, in -> both.forward(IDS, LENGTHS)),
        Case.of("looking back", back, in -> back.forward(IDS, LENGTHS)),
        Case.of("", gpt, in -> gpt.forward(IDS)),
        Case.of("", transformer, in -> transformer.forward(IDS, LENGTHS, IDS)),
        Case.of("", seq2seq, in -> seq2seq.forward(IDS, LENGTHS, IDS).logits()),
        Case.of("without attention", plain, in -> plain.forward(IDS, LENGTHS, IDS).logits()));
  }
}
