package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {
  private static Table numbers(int rows) {
    return Table.create("squares", IntColumn.create("n", IntStream.range(0, rows).toArray()));
  }

  @Test
  void rowsBeyondTheLimitAreCounted() {
    String html = Html.of(numbers(108));
    assertTrue(html.contains("… 88 more rows"), html);
    assertTrue(html.contains("<td>19</td>"), html);
    assertFalse(html.contains("<td>20</td>"), html);
    assertTrue(html.contains("108 rows, 1 column<"), html);
  }

  @Test
  void theLimitCanBeSetAndASingleRowIsNotRows() {
    assertTrue(TableView.of(numbers(3)).limit(2).toHtml().contains("… 1 more row<"));
    assertFalse(TableView.of(numbers(3)).limit(3).toHtml().contains("more"));
  }

  @Test
  void columnsTellTheirTypeAndTextIsEscaped() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("<word>", "<b>cat</b>"),
            DoubleColumn.create("weight", new double[] {0.25}));
    String html = Html.of(table);
    assertTrue(html.contains("&lt;word&gt;<small>string</small>"), html);
    assertTrue(html.contains("weight<small>double</small>"), html);
    assertTrue(html.contains("<td class=\"al-l\">&lt;b&gt;cat&lt;/b&gt;</td>"), html);
    assertTrue(html.contains("<td>0.25</td>"), html);
  }

  @Test
  void aMissingNumberIsAnEmptyCell() {
    DoubleColumn column = DoubleColumn.create("x", new double[] {1.5});
    column.appendMissing();
    assertTrue(Html.of(Table.create("t", column)).contains("<td>1.5</td></tr><tr><td></td>"));
  }

  @Test
  void longCountsKeepAllTheirDigits() {
    String html = Html.of(Table.create("t", LongColumn.create("n", 1536L, 109_482_240L)));
    assertTrue(html.contains("<td>109,482,240</td>"), html);
    assertTrue(html.contains("<td>1,536</td>"), html);
    assertTrue(Html.of(Table.create("t", LongColumn.create("n", 23_040L))).contains(">23040<"));
  }

  @Test
  void thePlainTextIsTablesawsOwn() {
    assertEquals(numbers(3).print(20), TableView.of(numbers(3)).toString());
  }
}
