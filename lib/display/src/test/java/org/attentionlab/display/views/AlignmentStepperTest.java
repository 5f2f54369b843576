package org.attentionlab.display.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.TokenPair;
import org.attentionlab.decode.Decoded;
import org.attentionlab.decode.Greedy;
import org.attentionlab.decode.Limits;
import org.attentionlab.decode.Writers;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AlignmentStepperTest {
  private static final Tensor ALIGNMENTS =
      Tensor.matrix(new float[][] {{0.75f, 0.25f, 0}, {0, 0.5f, 0.5f}});
  private static final PairCodec CODEC =
      PairCodec.of(List.of(new TokenPair(List.of("a", "b", "c"), List.of("x", "y"))));

  private static Seq2Seq model(boolean attention) {
    Seq2SeqConfig config =
        Seq2SeqConfig.small(CODEC.source().size(), CODEC.target().size()).withWidths(4, 6);
    return new Seq2Seq(new SplittableRandom(5), attention ? config : config.withoutAttention());
  }

  @Test
  void contextsAreTheWeightedStates() {
    Tensor states = Tensor.matrix(new float[][] {{4, 0}, {8, 2}, {-2, 6}});
    String data =
        new Embedded(
                AlignmentStepper.of(ALIGNMENTS)
                    .states(states, Tensor.matrix(new float[][] {{1}, {2}, {3}}))
                    .toHtml())
            .data();
    assertTrue(data.contains("\"weights\":[750,250,0,0,500,500]"), data);
    assertTrue(data.contains("\"contexts\":[[5,0.5],[3,4]]"), data);
    assertTrue(data.contains("\"states\":[[1],[2],[3]]"), data);
  }

  @Test
  void theThreeLikeliestTokensHaveTheirProbabilities() {
    Tensor logits = Tensor.matrix(new float[][] {{0, 9, 0, 8, 7}, {9, 0, 0, 0, 0}});
    String data =
        new Embedded(
                AlignmentStepper.of(ALIGNMENTS)
                    .predictions(logits, List.of("p", "q", "r", " ", "t"))
                    .toHtml())
            .data();
    assertTrue(data.contains("\"best\":[[[\"q\",0.6651],[\"␣\",0.2447],[\"t\",0.09]]"), data);
  }

  @Test
  void aModelIsFollowedAsGreedyDecodingGoes() {
    Seq2Seq model = model(true);
    List<String> source = List.of("a", "c", "b");
    TracedTranslation traced = TracedTranslation.of(model, CODEC, source, 4);
    int[][] ids = {CODEC.source().encode(source)};
    Decoded greedy =
        Greedy.decode(Writers.of(model, ids, new int[] {3}), 1, Limits.of(CODEC.target(), 4))
            .get(0);
    List<String> content = traced.target().stream().filter(t -> !t.equals("[EOS]")).toList();
    assertEquals(CODEC.target().decode(greedy.tokens()), content);
    assertTrue(traced.scores().softmax(-1).allClose(traced.alignments(), 1e-6));
    int steps = traced.target().size();
    assertEquals("(" + (steps + 1) + ", 6)", traced.decoderStates().shapeString());
    assertEquals(3, traced.encoderStates().size(0));
    assertEquals("(" + steps + ", " + CODEC.target().size() + ")", traced.logits().shapeString());
    String data = new Embedded(AlignmentStepper.of(model, CODEC, source, 4).toHtml()).data();
    for (String part : List.of("scores", "keys", "contexts", "states", "best")) {
      assertTrue(data.contains("\"" + part + "\":[["), part);
    }
  }

  @Test
  void aModelWithoutAttentionHasNothingToShow() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> AlignmentStepper.of(model(false), CODEC, List.of("a"), 3))
            .getMessage();
    assertTrue(message.contains("the model has no attention"), message);
    message =
        assertThrows(
                IllegalArgumentException.class,
                () -> AlignmentStepper.of(model(true), CODEC, List.of(), 3))
            .getMessage();
    assertTrue(message.contains("the source has no tokens"), message);
  }

  @Test
  void withoutScriptsTheAlignmentStandsThereWithTokensOnBothAxes() {
    Embedded html =
        new Embedded(
            AlignmentStepper.of(ALIGNMENTS)
                .source(List.of("a", " ", "<c>"))
                .target(List.of("x", "y"))
                .toHtml());
    assertTrue(html.still().contains("<th scope=\"col\">&lt;c&gt;</th>"), html.still());
    assertTrue(html.still().contains("<th scope=\"row\">y</th>"), html.still());
    assertTrue(html.still().contains("a ␣ &lt;c&gt; → xy"), html.still());
    assertFalse(html.data().contains("scores"), html.data());
  }

  @Test
  void tokensCannotWriteMarkup() {
    new Embedded(
            AlignmentStepper.of(ALIGNMENTS)
                .source(List.of("</script>", "<script>", "<!--"))
                .target(List.of("</style>", "&"))
                .predictions(Tensor.zeros(2, 1), List.of("</script>"))
                .toHtml())
        .requireOneScript();
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    AlignmentStepper view = AlignmentStepper.of(ALIGNMENTS);
    assertThrows(ShapeException.class, () -> view.scores(Tensor.ones(3, 2)));
    assertThrows(ShapeException.class, () -> view.states(Tensor.ones(2, 4), Tensor.ones(3, 4)));
    String message =
        assertThrows(ShapeException.class, () -> view.states(Tensor.ones(3, 4), Tensor.ones(2, 4)))
            .getMessage();
    assertTrue(message.contains("(T + 1, dHidden), here (3, any width), got (2, 4)"), message);
    assertThrows(ShapeException.class, () -> view.predictions(Tensor.ones(2, 3), List.of("one")));
    assertThrows(IllegalArgumentException.class, () -> view.source(List.of("a")));
    assertThrows(ShapeException.class, () -> AlignmentStepper.of(Tensor.ones(2, 1, 1)));
    assertThrows(ShapeException.class, () -> AlignmentStepper.of(Tensor.vector(1)));
  }

  @Test
  void inWordsEachStepHasWhereItLooks() {
    assertEquals(
        "Alignment step by step\n  x → a 0.75\n  y → b 0.50",
        AlignmentStepper.of(ALIGNMENTS)
            .source(List.of("a", "b", "c"))
            .target(List.of("x", "y"))
            .toString());
  }
}
