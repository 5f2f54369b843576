package org.attentionlab.numerics;

/**
 * Work on the rows of a matrix (rows, n) that follow each other without a gap: biases fused with
 * the function behind them, sums over rows, rows of a table.
 */
public interface RowKernels {

  /**
   * Adds a bias to every row and applies a function: what a linear layer does behind its product.
   *
   * <pre>y_ij = f(x_ij + bias_j)</pre>
   *
   * @param f the function
   * @param rows number of rows
   * @param n length of a row
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param bias what is added to each row (n)
   * @param biasAt where bias begins
   * @param y result (rows, n); may be x, but see {@link Nonlinearity#needsInput()}
   * @param yAt where y begins
   */
  void biasRows(
      Nonlinearity f,
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt);

  /**
   * The backward of {@link #biasRows}. Unlike other backward kernels it <b>sets</b> dx, which goes
   * straight into the two products behind; dBias is added to.
   *
   * <pre>dx_ij = g_ij f'(x_ij + bias_j),   dBias_j += sum_i dx_ij</pre>
   *
   * @param f the function
   * @param rows number of rows
   * @param n length of a row
   * @param x input of the forward (rows, n); not read unless {@link Nonlinearity#needsInput()}
   * @param xAt where x begins
   * @param bias what the forward added (n); not read unless {@link Nonlinearity#needsInput()}
   * @param biasAt where bias begins
   * @param y result of the forward (rows, n); not read where the input is needed
   * @param yAt where y begins
   * @param g gradient of the result (rows, n)
   * @param gAt where g begins
   * @param dx gradient before the bias (rows, n), set; may be g
   * @param dxAt where dx begins
   * @param dBias gradient of the bias (n), added to
   * @param dBiasAt where dBias begins
   */
  void biasRowsBackward(
      Nonlinearity f,
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dBias,
      int dBiasAt);

  /**
   * Adds all rows to one: the gradient of a row that was repeated.
   *
   * <pre>out_j += sum_i x_ij</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param out what is added to (n)
   * @param outAt where out begins
   */
  void sumRows(int rows, int n, float[] x, int xAt, float[] out, int outAt);

  /**
   * Writes the same row many times, such as a bias that a product is then added to.
   *
   * <pre>y_ij = row_j</pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param row what is repeated (n)
   * @param rowAt where row begins
   * @param y result (rows, n)
   * @param yAt where y begins
   */
  void repeatRow(int rows, int n, float[] row, int rowAt, float[] y, int yAt);

  /**
   * Looks up rows of a table.
   *
   * <pre>y_ij = scale table[ids_i][j]</pre>
   *
   * @param ids which rows, {@code count} of them
   * @param idsAt where the ids begin
   * @param count how many
   * @param n length of a row
   * @param scale factor, such as sqrt(dModel); 1 for a plain copy
   * @param table the table (any number of rows, n)
   * @param tableAt where the table begins
   * @param y result (count, n)
   * @param yAt where y begins
   * @throws IllegalArgumentException if an id is negative or past the table
   */
  void gatherRows(
      int[] ids,
      int idsAt,
      int count,
      int n,
      float scale,
      float[] table,
      int tableAt,
      float[] y,
      int yAt);

  /**
   * Adds rows to the rows of a table: the backward of {@link #gatherRows}. An id may occur many
   * times. A negative id is skipped: padding gets no gradient.
   *
   * <pre>dTable[ids_i][j] += scale g_ij</pre>
   *
   * @param ids which rows, {@code count} of them
   * @param idsAt where the ids begin
   * @param count how many
   * @param n length of a row
   * @param scale the forward's factor
   * @param g gradient of the result (count, n)
   * @param gAt where g begins
   * @param dTable gradient of the table, added to
   * @param dTableAt where dTable begins
   * @throws IllegalArgumentException if an id is past the table
   */
  void scatterAddRows(
      int[] ids,
      int idsAt,
      int count,
      int n,
      float scale,
      float[] g,
      int gAt,
      float[] dTable,
      int dTableAt);
}
