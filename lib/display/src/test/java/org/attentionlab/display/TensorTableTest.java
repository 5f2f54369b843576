package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorTableTest {
  private static final Pattern CELL = Pattern.compile("<td[^>]*>([^<]*)</td>");

  private static List<String> cells(String html) {
    return CELL.matcher(html).results().map((MatchResult m) -> m.group(1)).toList();
  }

  @Test
  void allNumbersHaveTheSameDecimalsAndNoMoreThanNeeded() {
    Tensor x = Tensor.matrix(new float[][] {{0.15f, 0.5f}, {-2, 0}});
    assertEquals(List.of("0.15", "0.50", "-2.00", "0.00"), cells(TensorTable.of(x).toHtml()));
  }

  @Test
  void wholeNumbersHaveNoDecimals() {
    assertEquals(List.of("0", "1", "2"), cells(Html.of(Tensor.arange(3))));
  }

  @Test
  void digitsAreAtMostAsAskedFor() {
    Tensor x = Tensor.vector(0.123456f, 0.5f);
    assertEquals(List.of("0.12", "0.50"), cells(TensorTable.of(x).digits(2).toHtml()));
  }

  @Test
  void extremeNumbersAreScientific() {
    assertEquals(List.of("1.5000e-06"), cells(Html.of(Tensor.vector(1.5e-6f))));
    assertEquals(List.of("1.2346e+08"), cells(Html.of(Tensor.vector(1.2346e8f))));
  }

  @Test
  void minusInfinityIsASignAndNegativeZeroIsZero() {
    Tensor x = Tensor.vector(Float.NEGATIVE_INFINITY, Float.NaN, -1e-9f, 1);
    assertEquals(List.of("-∞", "NaN", "0", "1"), cells(Html.of(x)));
  }

  @Test
  void labelsAndShapeStandInTheTable() {
    String html =
        TensorTable.of(Tensor.eye(2)).rows(List.of("猫", "猫")).columns(List.of("a", "b")).toHtml();
    assertEquals(2, html.split("<th scope=\"row\">猫</th>", -1).length - 1);
    assertTrue(html.contains("shape (2, 2)"), html);
  }

  @Test
  void aMissingLabelIsExplained() {
    TensorTable table = TensorTable.of(Tensor.zeros(2, 3));
    var e = assertThrows(IllegalArgumentException.class, () -> table.columns(List.of("a", "b")));
    assertTrue(e.getMessage().startsWith("TensorTable.columns: 2 labels for an axis of size 3: "));
  }

  @Test
  void aLargeTableIsElidedInBothDirections() {
    String html = Html.of(Tensor.arange(100 * 100).reshape(100, 100));
    List<String> cells = cells(html);
    assertEquals(21 * 13, cells.size());
    assertEquals("0", cells.get(0));
    assertEquals("9999", cells.get(cells.size() - 1));
    assertTrue(cells.contains("⋱"));
    assertFalse(cells.contains("5050"));
  }

  @Test
  void moreAxesBecomeSlicesWithTheirPlace() {
    String html = Html.of(Tensor.arange(8).reshape(2, 1, 2, 2));
    assertTrue(html.contains("[0, 0, :, :] of shape (2, 1, 2, 2)"), html);
    assertTrue(html.contains("[1, 0, :, :] of shape (2, 1, 2, 2)"), html);
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7"), cells(html));
  }

  @Test
  void manySlicesSayHowManyAreHidden() {
    String html = Html.of(Tensor.arange(10).reshape(10, 1, 1));
    assertEquals(List.of("0", "1", "2", "7", "8", "9"), cells(html));
    assertTrue(html.contains("… 4 more slices of 10"), html);
  }

  @Test
  void scalarsAndEmptyTensorsShowToo() {
    assertEquals(List.of("0.5"), cells(Html.of(Tensor.scalar(0.5f))));
    assertTrue(Html.of(Tensor.zeros(0, 3)).contains("shape (0, 3)"));
  }

  @Test
  void aMaskReadsWithoutColour() {
    String html = MaskTable.of(Mask.causal(2)).rows(List.of("a", "b")).title("causal").toHtml();
    assertEquals(List.of("✓", "✗", "✓", "✓"), cells(html));
    assertTrue(html.contains("<b>causal</b>"), html);
    assertEquals(List.of("✓", "✗", "✓", "✓"), cells(Html.of(Mask.padding(new int[] {1, 2}, 2))));
  }
}
