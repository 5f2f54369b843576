package org.attentionlab.display.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.attention.Attention;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.ScoreFunction;
import org.attentionlab.display.HtmlView;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * One scaled dot-product attention, step by step with its numbers: Q, K and V, scores, scaling,
 * mask, softmax, weights times V.
 *
 * <pre>
 * AttentionStepper.of(q, k, v).mask(Mask.causal(3)).tokens(List.of("猫", "吃", "鱼"))
 * </pre>
 *
 * <p>The reader goes back and forth; pointing at a cell of a result shows the numbers that it came
 * from. The library computes the numbers, the page only rounds them and writes the sums out. The
 * setters change this view and return it. Vaswani et al. (2017), "Attention Is All You Need",
 * section 3.2.1, equation 1.
 */
public final class AttentionStepper implements HtmlView {
  private static final String NAME = "AttentionStepper";

  /** Wider matrices cannot be read number by number. */
  private static final int MOST = 12;

  private final Tensor queries;
  private final Tensor keys;
  private final Tensor values;
  private Mask mask = Mask.none();
  private boolean masked;
  private List<String> rows;
  private List<String> columns;
  private String title = "";

  private AttentionStepper(Tensor queries, Tensor keys, Tensor values) {
    this.queries = queries;
    this.keys = keys;
    this.values = values;
    this.rows = Tokens.indices(queries.size(0));
    this.columns = Tokens.indices(keys.size(0));
  }

  /**
   * The attention of these queries to these keys and values.
   *
   * @param queries Q (T, dK), or (1, T, dK)
   * @param keys K (S, dK), or (1, S, dK)
   * @param values V (S, dV), or (1, S, dV)
   * @return the view
   * @throws ShapeException if the shapes do not fit
   * @throws IllegalArgumentException if an axis is longer than 12, for nobody reads so many numbers
   */
  public static AttentionStepper of(Tensor queries, Tensor keys, Tensor values) {
    Tensor q = matrix("queries", queries);
    Tensor k = matrix("keys", keys);
    Tensor v = matrix("values", values);
    Attention.scaledDotProduct(q, k, v); // says what does not fit
    return new AttentionStepper(q, k, v);
  }

  private static Tensor matrix(String what, Tensor given) {
    Tensor matrix =
        given.rank() == 3 && given.size(0) == 1 ? given.detach().get(0) : given.detach();
    if (matrix.rank() != 2 || matrix.numel() == 0) {
      throw new ShapeException(
          NAME
              + ": the "
              + what
              + " are a matrix, or a batch of one, but the shape is "
              + given.shapeString()
              + "."
              + (given.rank() > 2 ? "\n  Did you mean one slice of it, such as get(0)?" : ""));
    }
    if (Math.max(matrix.size(0), matrix.size(1)) > MOST) {
      throw new IllegalArgumentException(
          NAME
              + ": the "
              + what
              + " are "
              + matrix.shapeString()
              + "; up to "
              + MOST
              + " by "
              + MOST
              + " numbers can be read.\n  Show fewer tokens, or a model with narrower heads.");
    }
    return matrix;
  }

  /**
   * Hides keys from queries, in a step of its own.
   *
   * @param allowed true where a query may attend, of a shape that expands to (T, S)
   * @return this view
   * @throws ShapeException if it does not
   */
  public AttentionStepper mask(Mask allowed) {
    Attention.scaledDotProduct(queries, keys, values, allowed); // says what does not fit
    if (allowed.shape().length > 2) {
      throw new ShapeException(
          NAME + ".mask: needs a mask (T, S), got " + allowed.toTensor().shapeString() + ".");
    }
    mask = allowed;
    masked = true;
    return this;
  }

  /**
   * Names queries and keys alike, as self-attention wants.
   *
   * @param tokens one for each query and key
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public AttentionStepper tokens(List<String> tokens) {
    return rows(tokens).columns(tokens);
  }

  /**
   * Names the queries.
   *
   * @param tokens one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public AttentionStepper rows(List<String> tokens) {
    rows = Tokens.of(NAME + ".rows", tokens, queries.size(0));
    return this;
  }

  /**
   * Names the keys and values.
   *
   * @param tokens one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public AttentionStepper columns(List<String> tokens) {
    columns = Tokens.of(NAME + ".columns", tokens, keys.size(0));
    return this;
  }

  /**
   * Puts a title over the view.
   *
   * @param text the title
   * @return this view
   */
  public AttentionStepper title(String text) {
    title = text;
    return this;
  }

  /** The matrices in the order in which they are computed, by the names that they have. */
  private Map<String, Tensor> matrices() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("Q", queries);
    all.put("K", keys);
    all.put("V", values);
    all.put("scores", ScoreFunction.dot().scores(queries, keys));
    Tensor scaled = ScoreFunction.scaledDot().scores(queries, keys);
    all.put("scaled", scaled);
    if (masked) {
      all.put("masked", mask.hide(scaled));
    }
    var result = Attention.scaledDotProduct(queries, keys, values, mask);
    all.put("weights", result.weights());
    all.put("output", result.output());
    return all;
  }

  @Override
  public String toHtml() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("rows", rows);
    data.put("columns", columns);
    matrices().forEach((name, matrix) -> data.put(name, numbers(name, matrix)));
    return new Fragment("attention", label(), data).html(Fragment.heading(title) + still());
  }

  private String label() {
    return "Attention step by step" + (title.isEmpty() ? "" : ": " + title);
  }

  private static Map<String, Object> numbers(String name, Tensor matrix) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("decimals", decimals(name, matrix));
    data.put("cells", Vectors.rows(matrix));
    return data;
  }

  private static int decimals(String name, Tensor matrix) {
    return name.equals("weights") ? 3 : Vectors.decimals(matrix, 2);
  }

  private String still() {
    StringBuilder out = new StringBuilder();
    matrices()
        .forEach(
            (name, matrix) ->
                out.append(
                    new StillTable(
                            matrix, rowsOf(name), columnsOf(name, matrix), decimals(name, matrix))
                        .html(caption(name) + " " + matrix.shapeString())));
    return "<p>output = softmax(Q Kᵀ / √dK"
        + (masked ? ", where the mask allows" : "")
        + ") V</p><div class=\"al-flow\">"
        + out
        + "</div>";
  }

  private List<String> rowsOf(String name) {
    return name.equals("K") || name.equals("V") ? columns : rows;
  }

  private List<String> columnsOf(String name, Tensor matrix) {
    boolean features = List.of("Q", "K", "V", "output").contains(name);
    return features ? Tokens.indices(matrix.size(1)) : columns;
  }

  private String caption(String name) {
    return switch (name) {
      case "scores" -> "scores = Q Kᵀ";
      case "scaled" -> "scaled = scores / √" + keys.size(1);
      case "masked" -> "masked: −∞ where the mask forbids";
      case "weights" -> "weights = softmax of each row";
      case "output" -> "output = weights V";
      default -> name;
    };
  }

  /** The matrices, one after the other. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(label());
    matrices()
        .forEach((name, matrix) -> out.append("\n").append(caption(name)).append("\n" + matrix));
    return out.toString();
  }
}
