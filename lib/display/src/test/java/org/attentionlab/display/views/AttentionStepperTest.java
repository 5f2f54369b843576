package org.attentionlab.display.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AttentionStepperTest {
  private static final Tensor Q = Tensor.matrix(new float[][] {{1, 0, 0, 1}, {0, 2, 0, 0}});
  private static final Tensor K = Tensor.matrix(new float[][] {{1, 1, 0, 0}, {0, 3, 0, 1}});
  private static final Tensor V = Tensor.matrix(new float[][] {{10, -1, 0}, {0.5f, 1, 0}});

  @Test
  void everyStepHasItsRealNumbers() {
    String data = new Embedded(AttentionStepper.of(Q, K, V).toHtml()).data();
    assertTrue(data.contains("\"scores\":{\"decimals\":0,\"cells\":[[1,1],[2,6]]}"), data);
    assertTrue(data.contains("\"scaled\":{\"decimals\":1,\"cells\":[[0.5,0.5],[1,3]]}"), data);
    // exp(-2) / (exp(-2) + 1) and 1 / (exp(-2) + 1)
    assertTrue(data.contains("\"cells\":[[0.5,0.5],[0.1192,0.8808]]}"), data);
    assertTrue(data.contains("\"cells\":[[5.25,0,0],[1.6324,0.7616,0]]}"), data);
    assertFalse(data.contains("masked"), data);
  }

  @Test
  void aMaskIsAStepWithMinusInfinity() {
    Embedded html = new Embedded(AttentionStepper.of(Q, K, V).mask(Mask.causal(2)).toHtml());
    assertTrue(html.data().contains("\"masked\":{\"decimals\":1,\"cells\":[[0.5,null],[1,3]]}"));
    assertTrue(html.data().contains("\"cells\":[[1,0],[0.1192,0.8808]]}"), html.data());
    assertTrue(html.still().contains(">−∞</td>"), html.still());
  }

  @Test
  void withoutScriptsAllMatricesStandThere() {
    String still = new Embedded(AttentionStepper.of(Q, K, V).toHtml()).still();
    for (String caption :
        List.of(
            "Q (2, 4)",
            "K (2, 4)",
            "V (2, 3)",
            "scores = Q Kᵀ (2, 2)",
            "scaled = scores / √4 (2, 2)",
            "weights = softmax of each row (2, 2)",
            "output = weights V (2, 3)")) {
      assertTrue(still.contains("<caption>" + caption + "</caption>"), caption);
    }
    assertTrue(still.contains(">−1.0</td>"), still);
  }

  @Test
  void tokensCannotWriteMarkup() {
    new Embedded(
            AttentionStepper.of(Q, K, V)
                .tokens(List.of("</script>", "<!--<script>"))
                .title("</style></script>")
                .toHtml())
        .requireOneScript();
  }

  @Test
  void aBatchOfOneIsTakenAndMoreIsRefused() {
    assertEquals(
        AttentionStepper.of(Q, K, V).toHtml(),
        AttentionStepper.of(Q.unsqueeze(0), K.unsqueeze(0), V.unsqueeze(0)).toHtml());
    Tensor two = Tensor.stack(0, List.of(Q, Q));
    String message =
        assertThrows(ShapeException.class, () -> AttentionStepper.of(two, K, V)).getMessage();
    assertTrue(message.contains("the queries are a matrix, or a batch of one"), message);
    assertTrue(message.contains("get(0)"), message);
  }

  @Test
  void whatNobodyReadsIsRefused() {
    Tensor wide = Tensor.ones(3, 64);
    String message =
        assertThrows(IllegalArgumentException.class, () -> AttentionStepper.of(wide, wide, wide))
            .getMessage();
    assertTrue(message.contains("the queries are (3, 64); up to 12 by 12"), message);
    assertTrue(message.contains("Show fewer tokens, or a model with narrower heads."), message);
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(ShapeException.class, () -> AttentionStepper.of(Q, Tensor.ones(2, 3), V));
    assertThrows(ShapeException.class, () -> AttentionStepper.of(Q, K, Tensor.ones(3, 2)));
    AttentionStepper view = AttentionStepper.of(Q, K, V);
    assertThrows(ShapeException.class, () -> view.mask(Mask.causal(3)));
    assertThrows(ShapeException.class, () -> view.mask(Mask.causal(2).unsqueeze(0)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> view.rows(List.of("a"))).getMessage();
    assertTrue(message.startsWith("AttentionStepper.rows: 1 token for an axis of size 2"), message);
  }

  @Test
  void inWordsTheMatricesFollowEachOther() {
    String words = AttentionStepper.of(Q, K, V).title("small").toString();
    assertTrue(words.startsWith("Attention step by step: small\nQ\n"), words);
    assertTrue(words.indexOf("scores = Q Kᵀ") < words.indexOf("weights = softmax"), words);
  }
}
