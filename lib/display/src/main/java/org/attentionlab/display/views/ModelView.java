package org.attentionlab.display.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.display.Html;
import org.attentionlab.display.HtmlView;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.Trace;

/**
 * All heads of all layers at once, a small heat map for each; one of them large, with tokens and
 * numbers.
 *
 * <pre>
 * ModelView.of(trace.attentions()).tokens(tokens)
 * </pre>
 *
 * <p>All pictures share one scale, from 0 to the greatest weight of all, so that a pale head is a
 * head that spreads its attention. The setters change this view and return it. After the model view
 * of BertViz: Vig (2019), "A Multiscale Visualization of Attention in the Transformer Model".
 */
public final class ModelView implements HtmlView {
  private static final String NAME = "ModelView";

  private final Weights weights;
  private List<String> rows;
  private List<String> columns;
  private String title = "";

  private ModelView(Weights weights) {
    this.weights = weights;
    this.rows = Tokens.indices(weights.queries());
    this.columns = Tokens.indices(weights.keys());
  }

  /**
   * A view of weights.
   *
   * @param weights (L, H, T, S), or (H, T, S) of a single layer
   * @return the view
   * @throws ShapeException if the shape is another
   * @throws IllegalArgumentException if a row is neither zero nor sums to 1, or there are too many
   *     numbers for a page
   */
  public static ModelView of(Tensor weights) {
    return new ModelView(Weights.of(NAME, weights));
  }

  /**
   * A view of several layers, such as {@link Trace#attentions()} keeps them.
   *
   * @param layers the weights of each, (H, T, S) or, of a batch of one sequence, (1, H, T, S)
   * @return the view
   * @throws ShapeException if the shapes are others
   * @throws IllegalArgumentException as {@link #of(Tensor)}, or if there is no layer
   */
  public static ModelView of(List<Tensor> layers) {
    return new ModelView(Weights.of(NAME, layers));
  }

  /**
   * Names queries and keys alike, as self-attention wants.
   *
   * @param tokens one for each query and key
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public ModelView tokens(List<String> tokens) {
    return rows(tokens).columns(tokens);
  }

  /**
   * Names the queries.
   *
   * @param tokens one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public ModelView rows(List<String> tokens) {
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
  public ModelView columns(List<String> tokens) {
    columns = Tokens.of(NAME + ".columns", tokens, weights.keys());
    return this;
  }

  /**
   * Puts a title over the view.
   *
   * @param text the title
   * @return this view
   */
  public ModelView title(String text) {
    title = text;
    return this;
  }

  @Override
  public String toHtml() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("rows", rows);
    data.put("columns", columns);
    data.put("layers", weights.layers());
    data.put("heads", weights.heads());
    data.put("greatest", weights.greatest());
    data.put("weights", weights.thousandths());
    return new Fragment("model", label(), data).html(Fragment.heading(title) + still());
  }

  private String label() {
    return "Model view of attention" + (title.isEmpty() ? "" : ": " + title);
  }

  private String still() {
    String head =
        IntStream.range(0, weights.heads())
            .mapToObj(h -> "<th scope=\"col\">head " + h + "</th>")
            .collect(Collectors.joining());
    String body =
        IntStream.range(0, weights.layers()).mapToObj(this::layer).collect(Collectors.joining());
    return "<div class=\"al-scroll\"><table class=\"al-table al-heads\"><caption>"
        + "weights of each head, a row for each query; below each its strongest link</caption>"
        + "<thead><tr><td></td>"
        + head
        + "</tr></thead><tbody>"
        + body
        + "</tbody></table></div>";
  }

  private String layer(int layer) {
    HeadWords words = new HeadWords(weights, rows, columns);
    return IntStream.range(0, weights.heads())
        .mapToObj(
            head ->
                "<td>"
                    + new Thumbnail(weights.head(layer, head), weights.greatest()).svg()
                    + "<small>"
                    + Html.escape(words.strongestLink(layer, head))
                    + "</small></td>")
        .collect(Collectors.joining("", "<tr><th scope=\"row\">layer " + layer + "</th>", "</tr>"));
  }

  /** The strongest link of each head. */
  @Override
  public String toString() {
    HeadWords words = new HeadWords(weights, rows, columns);
    StringBuilder out = new StringBuilder(label());
    for (int layer = 0; layer < weights.layers(); layer++) {
      for (int head = 0; head < weights.heads(); head++) {
        out.append("\n  ")
            .append(weights.name(layer, head))
            .append(": ")
            .append(words.strongestLink(layer, head));
      }
    }
    return out.toString();
  }
}
