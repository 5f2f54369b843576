package org.attentionlab.display;

import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.tensor.Tensor;

/**
 * A tensor as a table.
 *
 * <pre>
 * TensorTable.of(scores).rows(words).columns(words).title("scores").digits(2)
 * </pre>
 *
 * <p>A vector is one row. Of a tensor with more than two axes the last two make tables, one for
 * each index in front of them. Large tables are elided; all numbers have the same number of
 * decimals. The setters change this view and return it.
 */
public final class TensorTable implements HtmlView {
  private final Tensor tensor;
  private final Slices slices;
  private List<String> rows = List.of();
  private List<String> columns = List.of();
  private String title = "";
  private int digits = Digits.USUAL;

  private TensorTable(Tensor tensor) {
    this.tensor = tensor;
    this.slices = new Slices(tensor.shape());
  }

  /**
   * A table of a tensor.
   *
   * @param tensor of any shape
   * @return the view
   */
  public static TensorTable of(Tensor tensor) {
    return new TensorTable(tensor);
  }

  /**
   * Names the rows, the second-last axis.
   *
   * @param labels one for each row; the same may stand twice
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public TensorTable rows(List<String> labels) {
    rows = Labels.orIndices("TensorTable.rows", List.copyOf(labels), slices.rows());
    return this;
  }

  /**
   * Names the columns, the last axis.
   *
   * @param labels one for each column; the same may stand twice
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public TensorTable columns(List<String> labels) {
    columns = Labels.orIndices("TensorTable.columns", List.copyOf(labels), slices.columns());
    return this;
  }

  /**
   * Puts a title over the table.
   *
   * @param text the title
   * @return this view
   */
  public TensorTable title(String text) {
    title = text;
    return this;
  }

  /**
   * Sets how many decimals are shown; zeros at the end of all numbers are left out.
   *
   * @param most from 0 to 17
   * @return this view
   */
  public TensorTable digits(int most) {
    if (most < 0 || most > 17) {
      throw new IllegalArgumentException("TensorTable.digits: " + most + " is not from 0 to 17.");
    }
    digits = most;
    return this;
  }

  @Override
  public String toHtml() {
    float[] data = tensor.toArray();
    if (data.length == 0) {
      return Style.block("<table class=\"al-t\">" + caption("") + "</table>" + Style.note("empty"));
    }
    Digits format = Digits.of(shownNumbers(data), digits);
    return Style.block(
        slices.shown().stream().map(n -> table(n, data, format)).collect(Collectors.joining())
            + slices.note());
  }

  private String table(int number, float[] data, Digits format) {
    int start = number * slices.rows() * slices.columns();
    List<String> rowNames =
        tensor.rank() < 2 && rows.isEmpty()
            ? List.of("")
            : Labels.orIndices("TensorTable.rows", rows, slices.rows());
    List<String> columnNames =
        tensor.rank() < 1 && columns.isEmpty()
            ? List.of("")
            : Labels.orIndices("TensorTable.columns", columns, slices.columns());
    return new Grid(
            "",
            caption(slices.place(number)),
            rowNames,
            columnNames,
            (i, j) -> "<td>" + format.format(data[start + i * slices.columns() + j]) + "</td>")
        .html();
  }

  private String caption(String place) {
    return Style.caption(
        title, place + (place.isEmpty() ? "" : " of ") + "shape " + tensor.shapeString());
  }

  private double[] shownNumbers(float[] data) {
    return slices.shown().stream()
        .flatMapToInt(
            n ->
                Grid.shownRows(slices.rows()).stream()
                    .filter(i -> i != Window.GAP)
                    .flatMapToInt(
                        i ->
                            Grid.shownColumns(slices.columns()).stream()
                                .filter(j -> j != Window.GAP)
                                .mapToInt(j -> (n * slices.rows() + i) * slices.columns() + j)))
        .mapToDouble(place -> data[place])
        .toArray();
  }

  /** The title and the tensor's own text. */
  @Override
  public String toString() {
    return (title.isEmpty() ? "" : title + "\n") + tensor;
  }
}
