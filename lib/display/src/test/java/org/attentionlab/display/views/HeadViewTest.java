package org.attentionlab.display.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.attentionlab.attention.Attention;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.display.Html;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HeadViewTest {
  private static final List<String> ATTACKS =
      List.of("</script>", "<!--", "'\"&", "</style><script>alert(1)</script>");

  private static Tensor weights(int... shape) {
    return Tensor.randn(new SplittableRandom(1), shape).softmax(-1);
  }

  private static String messageOf(Class<? extends Exception> type, Runnable run) {
    return assertThrows(type, run::run).getMessage();
  }

  @Test
  void theDataAreTheWeightsInThousandths() {
    Tensor weights = Tensor.of(new float[] {0.25f, 0.75f, 1, 0, 0.1234f, 0.8766f, 0, 0}, 2, 2, 2);
    String data = new Embedded(HeadView.of(weights).toHtml()).data();
    assertTrue(data.contains("\"weights\":[250,750,1000,0,123,877,0,0]"), data);
    assertTrue(data.contains("\"layers\":1,\"heads\":2,"), data);
  }

  @Test
  void tokensCannotWriteMarkup() {
    HeadView view = HeadView.of(weights(4, 4)).tokens(ATTACKS).title("</script><b>");
    Embedded html = new Embedded(Html.of(view));
    html.requireOneScript();
    assertTrue(html.data().contains("\\u003c/script\\u003e"), html.data());
    assertTrue(html.still().contains("&lt;/script&gt;"), html.still());
  }

  @Test
  void blanksAndEmptyTokensAreSeen() {
    List<String> tokens = List.of("", " ", "a b", "猫", "\n\t\u200b");
    Embedded html = new Embedded(HeadView.of(weights(5, 5)).tokens(tokens).toHtml());
    assertTrue(html.data().contains("[\"∅\",\"␣\",\"a b\",\"猫\",\"↵⇥U+200B\"]"), html.data());
    assertTrue(html.still().contains("<th scope=\"col\">␣</th>"), html.still());
  }

  @Test
  void theSameViewHasTheSameTextAndAnotherHasAnotherName() {
    String first = HeadView.of(weights(2, 3, 3)).toHtml();
    assertEquals(first, HeadView.of(weights(2, 3, 3)).toHtml());
    String other = HeadView.of(weights(2, 3, 3)).title("other").toHtml();
    assertFalse(
        other.contains(first.substring(first.indexOf("head-"), first.indexOf("head-") + 15)));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    String html = HeadView.of(weights(2, 3, 3)).toHtml();
    String own = html.replace("http://www.w3.org/2000/svg", "");
    for (String link : List.of("http:", "https:", "//cdn", "@import", "url(", " src=")) {
      assertFalse(own.contains(link), link);
    }
  }

  @Test
  void fourLayersOfFourHeadsOn32TokensStaySmall() {
    for (String html :
        List.of(
            HeadView.of(weights(4, 4, 32, 32)).toHtml(),
            ModelView.of(weights(4, 4, 32, 32)).toHtml())) {
      int bytes = html.getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < 300_000, "bytes: " + bytes);
    }
  }

  @Test
  void tooManyNumbersAreRefusedWithARepair() {
    String message =
        messageOf(IllegalArgumentException.class, () -> HeadView.of(weights(12, 12, 32, 32)));
    assertTrue(message.contains("(12, 12, 32, 32) (L, H, T, S) are 147456 numbers"), message);
    assertTrue(message.contains("up to 100000"), message);
    assertTrue(message.contains("fewer tokens, or fewer layers or heads"), message);
    message = messageOf(IllegalArgumentException.class, () -> HeadView.of(weights(1, 97)));
    assertTrue(message.contains("97 tokens on an axis; up to 96 are legible"), message);
  }

  @Test
  void scoresAreNotWeights() {
    Tensor scores = Tensor.of(new float[] {0.5f, 0.5f, 2, 1}, 2, 2);
    String message = messageOf(IllegalArgumentException.class, () -> HeadView.of(scores));
    assertEquals(
        "HeadView: row 1 of layer 0, head 0 sums to 3.0000; a row of weights has no negative"
            + " number and sums to 1, or is zero throughout.\n"
            + "  Did you give scores, from before the softmax? Or was dropout on?",
        message);
    Tensor negative = Tensor.of(new float[] {1.5f, -0.5f}, 1, 2);
    message = messageOf(IllegalArgumentException.class, () -> HeadView.of(negative));
    assertTrue(message.contains("row 0 of layer 0, head 0 holds -0.5;"), message);
    Tensor nan = Tensor.of(new float[] {Float.NaN, 1}, 1, 2);
    message = messageOf(IllegalArgumentException.class, () -> HeadView.of(nan));
    assertTrue(message.contains("holds NaN"), message);
  }

  @Test
  void aRowWithNothingToAttendToIsShown() {
    Tensor x = Tensor.eye(2);
    Mask mask = Mask.of(new boolean[][] {{false, false}, {true, true}});
    HeadView view = HeadView.of(Attention.scaledDotProduct(x, x, x, mask));
    assertTrue(view.toString().contains("0 attends to nothing"), view.toString());
  }

  @Test
  void resultsOfTheLibraryAreTakenAsTheyAre() {
    var mha = new MultiHeadAttention(new SplittableRandom(3), 8, 2);
    Tensor x = Tensor.randn(new SplittableRandom(4), 1, 3, 8);
    String data = new Embedded(HeadView.of(mha.forward(x, x, x)).toHtml()).data();
    assertTrue(data.contains("\"layers\":1,\"heads\":2"), data);
    Tensor batch = Tensor.randn(new SplittableRandom(4), 2, 3, 8);
    String message =
        messageOf(ShapeException.class, () -> HeadView.of(mha.forward(batch, batch, batch)));
    assertTrue(message.contains("(2, 2, 3, 3) are of a batch of 2 sequences"), message);
    assertTrue(message.contains("weights.get(0)"), message);
  }

  @Test
  void layersOfATraceStandOnTopOfEachOther() {
    Tensor layer = weights(1, 2, 3, 4);
    String data = new Embedded(HeadView.of(List.of(layer, layer, layer)).toHtml()).data();
    assertTrue(data.contains("\"layers\":3,\"heads\":2"), data);
    String message = messageOf(IllegalArgumentException.class, () -> HeadView.of(List.of()));
    assertTrue(message.contains("Trace.on()"), message);
    message = messageOf(ShapeException.class, () -> HeadView.of(List.of(layer, weights(2, 3, 5))));
    assertTrue(message.contains("layer 0 has weights (2, 3, 4), layer 1 has (2, 3, 5)"), message);
  }

  @Test
  void thereIsOneTokenForEachIndex() {
    HeadView view = HeadView.of(weights(2, 3));
    view.rows(List.of("a", "b")).columns(List.of("a", "b", "c"));
    String message =
        messageOf(IllegalArgumentException.class, () -> view.tokens(List.of("a", "b")));
    assertTrue(message.startsWith("HeadView.columns: 2 tokens for an axis of size 3"), message);
  }

  @Test
  void theFirstSightCanBeChosen() {
    HeadView view = HeadView.of(weights(2, 3, 2, 2)).start(1, 2, 0, 2);
    Embedded html = new Embedded(view.toHtml());
    assertTrue(html.data().contains("\"layer\":1,\"chosen\":[0,2]"), html.data());
    assertTrue(html.still().contains("layer 1, head 0: weights"), html.still());
    String message = messageOf(IllegalArgumentException.class, () -> view.start(2));
    assertTrue(message.contains("there is no layer 2; weights are (2, 3, 2, 2)"), message);
    message = messageOf(IllegalArgumentException.class, () -> view.start(0, 3));
    assertTrue(message.contains("there is no head 3"), message);
  }

  @Test
  void shapesThatAreNoWeightsAreRefused() {
    assertThrows(ShapeException.class, () -> HeadView.of(Tensor.vector(1)));
    assertThrows(ShapeException.class, () -> HeadView.of(Tensor.ones(1, 1, 1, 1, 1)));
    assertThrows(ShapeException.class, () -> HeadView.of(Tensor.zeros(2, 0)));
    assertThrows(ShapeException.class, () -> HeadView.of(List.of(Tensor.vector(1))));
  }

  @Test
  void inWordsAQueryHasItsStrongestKey() {
    Tensor weights = Tensor.of(new float[] {0.2f, 0.8f, 0.9f, 0.1f}, 2, 2);
    assertEquals(
        "Head view of attention: t\n  a → b 0.80\n  b → a 0.90",
        HeadView.of(weights).tokens(List.of("a", "b")).title("t").toString());
  }

  @Test
  void manyTokensAreManyRows() {
    List<String> tokens = Collections.nCopies(96, "x");
    String still = new Embedded(HeadView.of(weights(96, 96)).tokens(tokens).toHtml()).still();
    assertEquals(96, still.split("<th scope=\"row\">", -1).length - 1);
  }
}
