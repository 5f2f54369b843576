package org.attentionlab.bench;

import java.util.Random;
import java.util.function.Supplier;
import org.attentionlab.nn.Layer;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.tensor.Workspace;
import org.attentionlab.train.Adam;
import org.attentionlab.transformer.Bert;
import org.attentionlab.transformer.BertConfig;
import org.attentionlab.transformer.BertInput;
import org.attentionlab.transformer.BertMaskedWords;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Transformer;
import org.attentionlab.transformer.TransformerConfig;

/** Forward, backward and Adam through the public API, tape and all, as in a lesson. */
final class TrainingStep implements Workload {
  private static final int IGNORED = -100;

  private final Adam adam;
  private final Supplier<Tensor> loss;

  private TrainingStep(Layer model, Supplier<Tensor> loss) {
    this.adam = new Adam(model.parameters(), 1e-4);
    this.loss = loss;
  }

  /** dModel 64, 4 heads, 2 + 2 layers, dFf 256, 16 tokens, batch 32, vocabulary 64. */
  static TrainingStep transformer() {
    Random rng = new Random(1);
    Transformer model = new Transformer(rng, TransformerConfig.small(64, 64));
    int[][] source = Numbers.ids(rng, 32, 16, 64);
    int[][] shifted = Numbers.ids(rng, 32, 16, 64);
    int[][] target = Numbers.ids(rng, 32, 16, 64);
    int[] lengths = Numbers.lengths(32, 16);
    return new TrainingStep(
        model, () -> model.forward(source, lengths, shifted).crossEntropy(target));
  }

  /** dModel 128, 4 heads, 4 layers, dFf 512, 32 tokens, batch 32, vocabulary 512; 15 % masked. */
  static TrainingStep bert() {
    Random rng = new Random(1);
    BertConfig config = BertConfig.of(512, 32, LayerConfig.of(128, 4, 512), 4).withoutPooler();
    BertMaskedWords model = new BertMaskedWords(rng, new Bert(rng, config));
    BertInput input = BertInput.of(Numbers.ids(rng, 32, 32, 512));
    int[][] target = Numbers.ids(rng, 32, 32, 512);
    for (int[] row : target) {
      for (int i = 0; i < row.length; i++) {
        row[i] = rng.nextInt(100) < 15 ? row[i] : IGNORED;
      }
    }
    CrossEntropy masked = CrossEntropy.mean().ignoring(IGNORED);
    return new TrainingStep(model, () -> masked.loss(model.forward(input), target));
  }

  /** GRU with additive attention, embeddings 64, states 64, 20 tokens in, 10 out, batch 64. */
  static TrainingStep seq2seq() {
    Random rng = new Random(1);
    Seq2Seq model = new Seq2Seq(rng, Seq2SeqConfig.small(64, 64).withWidths(64, 64));
    int[][] source = Numbers.ids(rng, 64, 20, 64);
    int[][] shifted = Numbers.ids(rng, 64, 10, 64);
    int[][] target = Numbers.ids(rng, 64, 10, 64);
    int[] lengths = Numbers.lengths(64, 20);
    return new TrainingStep(
        model, () -> model.forward(source, lengths, shifted).logits().crossEntropy(target));
  }

  @Override
  @SuppressWarnings("try") // the step is closed, not used
  public void run() {
    try (Workspace step = Workspace.step()) {
      adam.zeroGrad();
      loss.get().backward();
      adam.step();
    }
  }
}
