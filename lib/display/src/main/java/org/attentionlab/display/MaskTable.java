package org.attentionlab.display;

import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.Tensor;

/**
 * A mask as a table: rows are queries, columns are keys.
 *
 * <p>An allowed cell holds a tick on a tinted ground, a blocked one a cross on hatching, so it
 * reads without colour. The setters change this view and return it.
 */
public final class MaskTable implements HtmlView {
  private final Mask mask;
  private final Slices slices;
  private List<String> rows = List.of();
  private List<String> columns = List.of();
  private String title = "";

  private MaskTable(Mask mask) {
    this.mask = mask;
    this.slices = new Slices(mask.shape());
  }

  /**
   * A table of a mask.
   *
   * @param mask (..., T, S)
   * @return the view
   */
  public static MaskTable of(Mask mask) {
    return new MaskTable(mask);
  }

  /**
   * Names the queries.
   *
   * @param labels one for each row
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public MaskTable rows(List<String> labels) {
    rows = Labels.orIndices("MaskTable.rows", List.copyOf(labels), slices.rows());
    return this;
  }

  /**
   * Names the keys.
   *
   * @param labels one for each column
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public MaskTable columns(List<String> labels) {
    columns = Labels.orIndices("MaskTable.columns", List.copyOf(labels), slices.columns());
    return this;
  }

  /**
   * Puts a title over the table.
   *
   * @param text the title
   * @return this view
   */
  public MaskTable title(String text) {
    title = text;
    return this;
  }

  @Override
  public String toHtml() {
    Tensor allowed = mask.toTensor();
    float[] data = allowed.toArray();
    List<String> rowNames = Labels.orIndices("MaskTable.rows", rows, slices.rows());
    List<String> columnNames = Labels.orIndices("MaskTable.columns", columns, slices.columns());
    String tables =
        slices.shown().stream()
            .map(
                n ->
                    new Grid(
                            "al-mask",
                            caption(slices.place(n), allowed.shapeString()),
                            rowNames,
                            columnNames,
                            (i, j) ->
                                cell(data[(n * slices.rows() + i) * slices.columns() + j] != 0))
                        .html())
            .collect(Collectors.joining());
    return Style.block(
        tables + slices.note() + Style.note("✓ the row may attend to the column, ✗ it may not"));
  }

  private String caption(String place, String shape) {
    return Style.caption(title, "mask " + place + (place.isEmpty() ? "" : " of ") + shape);
  }

  private static String cell(boolean allowed) {
    return allowed
        ? "<td class=\"al-yes\" title=\"may attend\">✓</td>"
        : "<td class=\"al-no\" title=\"may not attend\">✗</td>";
  }

  /** The title and the mask's own text. */
  @Override
  public String toString() {
    return (title.isEmpty() ? "" : title + "\n") + mask;
  }
}
