package org.attentionlab.display.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.display.HtmlView;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.Trace;

/**
 * Who attends to whom, as lines: queries on the left, keys on the right, a line as strong as the
 * weight, a colour for each head.
 *
 * <pre>
 * HeadView.of(mha.forward(x, x, x)).tokens(tokens).title("Before training")
 * HeadView.of(trace.crossAttentions()).rows(target).columns(source).start(1, 0)
 * </pre>
 *
 * <p>The reader chooses the layer and the heads; the mouse over a token, or the arrow keys, show
 * its weights as numbers, from a query what it attends to, from a key who attends to it. The
 * setters change this view and return it. After the head view of BertViz: Vig (2019), "A Multiscale
 * Visualization of Attention in the Transformer Model".
 */
public final class HeadView implements HtmlView {
  private static final String NAME = "HeadView";

  private final Weights weights;
  private List<String> rows;
  private List<String> columns;
  private String title = "";
  private int layer;
  private List<Integer> heads;

  private HeadView(Weights weights) {
    this.weights = weights;
    this.rows = Tokens.indices(weights.queries());
    this.columns = Tokens.indices(weights.keys());
    this.heads = IntStream.range(0, weights.heads()).boxed().toList();
  }

  /**
   * A view of weights.
   *
   * @param weights (T, S) of one head, (H, T, S) of several, or (L, H, T, S) of several layers
   * @return the view
   * @throws ShapeException if the shape is another
   * @throws IllegalArgumentException if a row is neither zero nor sums to 1, or there are too many
   *     numbers for a page
   */
  public static HeadView of(Tensor weights) {
    return new HeadView(Weights.of(NAME, weights));
  }

  /**
   * A view of several layers, such as {@link Trace#attentions()} keeps them.
   *
   * @param layers the weights of each, (H, T, S) or, of a batch of one sequence, (1, H, T, S)
   * @return the view
   * @throws ShapeException if the shapes are others
   * @throws IllegalArgumentException as {@link #of(Tensor)}, or if there is no layer
   */
  public static HeadView of(List<Tensor> layers) {
    return new HeadView(Weights.of(NAME, layers));
  }

  /**
   * A view of what an attention gave for one sequence.
   *
   * @param result with weights (T, S), (H, T, S) or (1, H, T, S)
   * @return the view
   * @throws ShapeException if the weights are of several sequences
   * @throws IllegalArgumentException as {@link #of(Tensor)}
   */
  public static HeadView of(AttentionResult result) {
    return of(List.of(result.weights()));
  }

  /**
   * Names queries and keys alike, as self-attention wants.
   *
   * @param tokens one for each query and key
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadView tokens(List<String> tokens) {
    return rows(tokens).columns(tokens);
  }

  /**
   * Names the queries.
   *
   * @param tokens one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadView rows(List<String> tokens) {
    rows = Tokens.of(NAME + ".rows", tokens, weights.queries());
    return this;
  }

  /**
   * Names the keys.
   *
   * @param tokens one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadView columns(List<String> tokens) {
    columns = Tokens.of(NAME + ".columns", tokens, weights.keys());
    return this;
  }

  /**
   * Puts a title over the view.
   *
   * @param text the title
   * @return this view
   */
  public HeadView title(String text) {
    title = text;
    return this;
  }

  /**
   * Says what is shown at first; else layer 0 with all heads.
   *
   * @param first the layer
   * @param chosen the heads; none for all
   * @return this view
   * @throws IllegalArgumentException if there is no such layer or head
   */
  public HeadView start(int first, int... chosen) {
    requireIndex("layer", first, weights.layers());
    for (int head : chosen) {
      requireIndex("head", head, weights.heads());
    }
    layer = first;
    if (chosen.length > 0) {
      heads = new ArrayList<>(new TreeSet<>(IntStream.of(chosen).boxed().toList()));
    }
    return this;
  }

  private void requireIndex(String what, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          NAME
              + ".start: there is no "
              + what
              + " "
              + index
              + "; weights are "
              + weights.values().shapeString()
              + " (L, H, T, S), so it goes from 0 to "
              + (size - 1)
              + ".");
    }
  }

  @Override
  public String toHtml() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("rows", rows);
    data.put("columns", columns);
    data.put("layers", weights.layers());
    data.put("heads", weights.heads());
    data.put("layer", layer);
    data.put("chosen", heads);
    data.put("weights", weights.thousandths());
    return new Fragment("head", label(), data).html(Fragment.heading(title) + still());
  }

  private String label() {
    return "Head view of attention" + (title.isEmpty() ? "" : ": " + title);
  }

  /** The first of the chosen heads. */
  private String still() {
    int head = heads.get(0);
    String all = weights.layers() * weights.heads() > 1 ? weights.name(layer, head) + ": " : "";
    return new StillTable(weights.head(layer, head), rows, columns, 2)
        .html(all + "weights, a row for each query, a column for each key");
  }

  /** The weights of the first of the chosen heads, in words. */
  @Override
  public String toString() {
    return new HeadWords(weights, rows, columns).describe(label(), layer, heads.get(0));
  }
}
