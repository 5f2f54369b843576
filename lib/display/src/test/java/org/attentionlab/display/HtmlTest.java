package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlab.attention.Attention;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class HtmlTest {
  private static final String ATTACK = "<script>alert('1 & \"2\"')</script>";

  @Test
  void allFiveSpecialCharactersAreEscaped() {
    assertEquals(
        "&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;", Html.escape(ATTACK));
  }

  @Test
  void nothingThatIsShownCanWriteMarkup() {
    List<String> two = List.of(ATTACK, ATTACK);
    Tensor square = Tensor.eye(2);
    List<Object> shown =
        List.of(
            ATTACK,
            two,
            Map.of(ATTACK, ATTACK),
            new Holder(ATTACK),
            TensorTable.of(square).rows(two).columns(two).title(ATTACK),
            Heatmap.of(square).tokens(two).title(ATTACK),
            Curve.of(ATTACK, new double[] {1, 2}, new double[] {1, 2}).title(ATTACK),
            SideBySide.of(ATTACK, two));
    for (Object object : shown) {
      String html = Html.of(object);
      assertFalse(html.contains("<script"), html);
      assertTrue(html.contains("&lt;script&gt;"), html);
    }
  }

  private record Holder(String text) {}

  @Test
  void plainValuesShowTheirText() {
    assertEquals("<span>3.5</span>", Html.of(3.5));
    assertEquals("<span>null</span>", Html.of(null));
    assertEquals("<span>x</span>", Html.of(Optional.of("x")));
    assertTrue(Html.of("two\nlines").contains("<pre class=\"al-pre\">two\nlines</pre>"));
  }

  @Test
  void aRecordShowsItsComponentsByName() {
    Tensor x = Tensor.eye(2);
    String html = Html.of(Attention.scaledDotProduct(x, x, x));
    assertTrue(html.contains("<span>output</span>"), html);
    assertTrue(html.contains("<span>weights</span>"), html);
    assertTrue(html.contains("0.6698"), html);
  }

  @Test
  void numbersAndWordsStandInALineAndViewsInAList() {
    assertEquals("<span>[1.5, 2.0]</span>", Html.of(new double[] {1.5, 2}));
    assertEquals("<span>[a, &lt;b&gt;]</span>", Html.of(List.of("a", "<b>")));
    assertTrue(Html.of(new Tensor[] {Tensor.eye(2), Tensor.eye(3)}).contains("<li>"));
  }

  @Test
  void aLongListSaysHowManyItemsItHides() {
    assertTrue(Html.of(java.util.Collections.nCopies(60, 1)).contains("… 10 more"));
  }

  @Test
  void aContainerThatHoldsItselfEnds() {
    List<Object> me = new ArrayList<>();
    me.add(Map.of("inside", me));
    assertTrue(Html.of(me).contains("(ArrayList that this is in)"), Html.of(me));
    Object deep = "deepest";
    for (int i = 0; i < 5000; i++) {
      deep = Optional.of(List.of(deep, Map.of()));
    }
    assertTrue(Html.of(deep).contains("…"));
    assertFalse(Html.of(deep).contains("deepest"));
  }

  @Test
  void whatCannotSayWhatItIsDoesNotSpoilTheRest() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no");
          }
        };
    String html = Html.of(Arrays.asList(bad, 1));
    assertTrue(html.contains("(its toString() throws IllegalStateException)"), html);
    assertTrue(html.contains("<span>1</span>"), html);
  }

  @Test
  void aStreamIsNotConsumed() {
    Stream<Integer> numbers = Stream.of(1, 2);
    assertTrue(Html.of(numbers).contains("not yet consumed"));
    assertEquals(2, numbers.count());
  }

  @Test
  void theStyleStandsOnceHoweverManyPartsThereAre() {
    String html = Html.of(List.of(Map.of("a", Tensor.eye(2)), SideBySide.of(Tensor.eye(2), 1)));
    assertEquals(1, html.split("<style>", -1).length - 1);
  }

  @Test
  void imagesAndChartsBecomePngs() {
    String png = "src=\"data:image/png;base64,iVBOR";
    assertTrue(Html.of(new BufferedImage(3, 4, BufferedImage.TYPE_INT_RGB)).contains(png));
    XYChart chart = new XYChart(300, 200);
    chart.addSeries("<loss>", new double[] {1, 2}, new double[] {3, 4});
    String html = Html.of(chart);
    assertTrue(html.contains(png), html);
    assertTrue(html.contains("alt=\"Chart, series: &lt;loss&gt;.\""), html);
  }
}
