package org.attentionlab.display.views;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.attention.AdditiveAttention;
import org.attentionlab.data.PairCodec;
import org.attentionlab.decode.Limits;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.tensor.Autograd;
import org.attentionlab.tensor.Tensor;

/**
 * A translation by the likeliest token at each step, with all that was computed on the way.
 *
 * @param target the T tokens that were written, {@code [EOS]} included
 * @param encoderStates h (S, dSource)
 * @param decoderStates s_0 to s_T (T + 1, dHidden)
 * @param scores e (T, S)
 * @param alignments alpha (T, S)
 * @param logits (T, V)
 */
record TracedTranslation(
    List<String> target,
    Tensor encoderStates,
    Tensor decoderStates,
    Tensor scores,
    Tensor alignments,
    Tensor logits) {

  @SuppressWarnings("try") // the scope is closed, not used
  static TracedTranslation of(Seq2Seq model, PairCodec codec, List<String> source, int mostTokens) {
    AdditiveAttention attention =
        model
            .attention()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "AlignmentStepper: the model has no attention, so there are no weights to"
                            + " show.\n  Build it from a configuration without"
                            + " withoutAttention()."));
    if (source.isEmpty()) {
      throw new IllegalArgumentException("AlignmentStepper: the source has no tokens.");
    }
    Limits limits = Limits.of(codec.target(), mostTokens);
    try (var off = Autograd.noGrad()) {
      int[] ids = codec.source().encode(source);
      Seq2Seq.State state = model.start(new int[][] {ids}, new int[] {ids.length});
      Tensor keys = state.memory().orElseThrow().states(); // (1, S, dSource)
      List<String> target = new ArrayList<>();
      List<Tensor> states = new ArrayList<>(List.of(state.hidden()));
      List<Tensor> scores = new ArrayList<>();
      List<Tensor> alignments = new ArrayList<>();
      List<Tensor> logits = new ArrayList<>();
      int token = limits.begin();
      while (target.size() < limits.maxTokens() && (target.isEmpty() || token != limits.end())) {
        Tensor query = state.hidden().unsqueeze(1); // (1, 1, dHidden)
        scores.add(attention.score().scores(query, keys).squeeze(1)); // (1, S)
        Seq2Seq.Step step = model.step(new int[] {token}, state);
        alignments.add(step.weights().orElseThrow()); // (1, S)
        logits.add(step.logits()); // (1, V)
        state = step.state();
        states.add(state.hidden()); // (1, dHidden)
        token = step.logits().argmax(-1)[0];
        target.add(codec.target().token(token));
      }
      return new TracedTranslation(
          target,
          keys.get(0),
          Tensor.concat(0, states),
          Tensor.concat(0, scores),
          Tensor.concat(0, alignments),
          Tensor.concat(0, logits));
    }
  }
}
