package org.attentionlab.display.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ModelViewTest {
  private static final Tensor TWO_LAYERS =
      Tensor.of(new float[] {1, 0, 0, 1, 0.5f, 0.5f, 0.25f, 0.75f}, 2, 1, 2, 2);

  @Test
  void everyHeadHasAPictureOnOneScaleAndItsStrongestLink() {
    Embedded html = new Embedded(ModelView.of(TWO_LAYERS).tokens(List.of("a", "<b>")).toHtml());
    String still = html.still();
    assertEquals(2, still.split("<svg", -1).length - 1);
    assertTrue(still.contains("<path fill-opacity=\"1.0\" d=\"M0 0h1v1H0zM1 1h1v1H1z\"/>"), still);
    assertTrue(still.contains("<path fill-opacity=\"0.5\" d=\"M0 0h2v1H0z\"/>"), still);
    assertTrue(still.contains("<small>a → a 1.00</small>"), still);
    assertTrue(still.contains("<small>&lt;b&gt; → &lt;b&gt; 0.75</small>"), still);
    assertTrue(html.data().contains("\"greatest\":1,"), html.data());
  }

  @Test
  void tokensCannotWriteMarkup() {
    List<String> tokens = List.of("</script><script>alert(1)</script>", "</small><!--");
    new Embedded(ModelView.of(TWO_LAYERS).tokens(tokens).title("</style>").toHtml())
        .requireOneScript();
  }

  @Test
  void weightsOfZeroHaveNoCells() {
    String still = new Embedded(ModelView.of(Tensor.zeros(1, 2, 2)).toHtml()).still();
    assertFalse(still.contains("<path"), still);
    assertTrue(still.contains("attends to nothing"), still);
  }

  @Test
  void errorsNameThisView() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ModelView.of(Tensor.ones(1, 2, 2)))
            .getMessage();
    assertTrue(message.startsWith("ModelView: row 0 of layer 0, head 0 sums to 2.0000"), message);
    message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ModelView.of(TWO_LAYERS).columns(List.of("a")))
            .getMessage();
    assertTrue(message.startsWith("ModelView.columns: 1 token for an axis of size 2"), message);
  }

  @Test
  void inWordsEveryHeadHasItsStrongestLink() {
    assertEquals(
        "Model view of attention\n  layer 0, head 0: a → a 1.00\n  layer 1, head 0: b → b 0.75",
        ModelView.of(TWO_LAYERS).tokens(List.of("a", "b")).toString());
  }

  @Test
  void theSameViewHasTheSameText() {
    assertEquals(ModelView.of(TWO_LAYERS).toHtml(), ModelView.of(TWO_LAYERS).toHtml());
  }
}
