package org.attentionlab.display.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlab.data.PairCodec;
import org.attentionlab.display.Html;
import org.attentionlab.display.HtmlView;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * An encoder-decoder with attention, output token by output token: where it looks, and the six
 * steps by which it comes to its next token, with their numbers.
 *
 * <pre>
 * AlignmentStepper.of(model, codec, List.of("M", "a", "y", " ", "1"), 12)
 * AlignmentStepper.of(alignments).source(source).target(target)      // where only weights are known
 * </pre>
 *
 * <p>The six steps: the encoder's states h_i are the keys; the decoder's state of the step before,
 * s_t-1, is the query; scores; softmax; context c_t = sum over i of alpha_ti h_i; the next token
 * from context and state. Steps t and inputs i count from 1 here, as in the paper. Of a long vector
 * the first numbers are shown. The setters change this view and return it. Bahdanau et al. (2015),
 * "Neural Machine Translation by Jointly Learning to Align and Translate", section 3.1 and figure
 * 3.
 */
public final class AlignmentStepper implements HtmlView {
  private static final String NAME = "AlignmentStepper";

  private final Weights weights;
  private final AlignmentNumbers numbers;
  private List<String> source;
  private List<String> target;
  private String title = "";

  private AlignmentStepper(Weights weights) {
    this.weights = weights;
    this.numbers = new AlignmentNumbers(weights);
    this.source = Tokens.indices(weights.keys());
    this.target = Tokens.indices(weights.queries());
  }

  /**
   * A view of alignments.
   *
   * @param alignments alpha (T, S), or (1, T, S): for each token of the target how much of each
   *     token of the source
   * @return the view
   * @throws ShapeException if the shape is another
   * @throws IllegalArgumentException if a row is neither zero nor sums to 1, or there are too many
   *     tokens for a page
   */
  public static AlignmentStepper of(Tensor alignments) {
    if (alignments.rank() == 3 && alignments.size(0) != 1) {
      throw new ShapeException(
          NAME
              + ": the alignments "
              + alignments.shapeString()
              + " are of "
              + alignments.size(0)
              + " sequences; a view shows one.\n  Did you mean alignments.get(0)?");
    }
    if (alignments.rank() < 2 || alignments.rank() > 3) {
      throw new ShapeException(
          NAME + ": needs alignments (T, S), but the shape is " + alignments.shapeString() + ".");
    }
    return new AlignmentStepper(Weights.of(NAME, alignments));
  }

  /**
   * Lets a model write, always the likeliest token, and keeps all that it computes.
   *
   * @param model with attention
   * @param codec its vocabularies
   * @param source the tokens to read
   * @param mostTokens where the target ends if no {@code [EOS]} ends it before
   * @return the view
   * @throws IllegalArgumentException if the model has no attention, the source is empty or has an
   *     unknown token, or the tokens are too many for a page
   */
  public static AlignmentStepper of(
      Seq2Seq model, PairCodec codec, List<String> source, int mostTokens) {
    TracedTranslation traced = TracedTranslation.of(model, codec, source, mostTokens);
    return of(traced.alignments())
        .source(source)
        .target(traced.target())
        .scores(traced.scores())
        .states(traced.encoderStates(), traced.decoderStates())
        .predictions(traced.logits(), codec.target().tokens());
  }

  /**
   * Names the tokens that were read.
   *
   * @param tokens one for each encoder state
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public AlignmentStepper source(List<String> tokens) {
    source = Tokens.of(NAME + ".source", tokens, weights.keys());
    return this;
  }

  /**
   * Names the tokens that were written.
   *
   * @param tokens one for each step
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public AlignmentStepper target(List<String> tokens) {
    target = Tokens.of(NAME + ".target", tokens, weights.queries());
    return this;
  }

  /**
   * Adds the scores from before the softmax.
   *
   * @param scores e (T, S)
   * @return this view
   * @throws ShapeException if the shape is another
   */
  public AlignmentStepper scores(Tensor scores) {
    numbers.scores(scores);
    return this;
  }

  /**
   * Adds the states of both sides; the contexts follow from them.
   *
   * @param encoder h_1 to h_S, (S, dSource)
   * @param decoder s_0 to s_T, (T + 1, dHidden): the query of step t is s_t-1
   * @return this view
   * @throws ShapeException if the shapes are others
   */
  public AlignmentStepper states(Tensor encoder, Tensor decoder) {
    numbers.states(encoder, decoder);
    return this;
  }

  /**
   * Adds what the model expected at each step; the three likeliest tokens are shown.
   *
   * @param logits (T, V)
   * @param vocabulary the V tokens
   * @return this view
   * @throws ShapeException if the shapes are others
   */
  public AlignmentStepper predictions(Tensor logits, List<String> vocabulary) {
    numbers.predictions(logits, vocabulary);
    return this;
  }

  /**
   * Puts a title over the view.
   *
   * @param text the title
   * @return this view
   */
  public AlignmentStepper title(String text) {
    title = text;
    return this;
  }

  @Override
  public String toHtml() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("source", source);
    data.put("target", target);
    data.put("weights", weights.thousandths());
    data.putAll(numbers.data());
    return new Fragment("alignment", label(), data).html(Fragment.heading(title) + still());
  }

  private String label() {
    return "Alignment step by step" + (title.isEmpty() ? "" : ": " + title);
  }

  private String still() {
    return "<p>"
        + Html.escape("".equals(join(source)) ? "" : join(source) + " → " + join(target))
        + "</p>"
        + new StillTable(weights.head(0, 0), target, source, 2)
            .html("alignment: a row for each output token, a column for each input token")
        + "<ol><li>The encoder's states h<sub>i</sub> are the keys.</li>"
        + "<li>The decoder's state of the step before, s<sub>t−1</sub>, is the query.</li>"
        + "<li>e<sub>t,i</sub> = score(s<sub>t−1</sub>, h<sub>i</sub>)</li>"
        + "<li>α<sub>t</sub> = softmax(e<sub>t</sub>), a row of the table</li>"
        + "<li>c<sub>t</sub> = Σ α<sub>t,i</sub> h<sub>i</sub></li>"
        + "<li>The next token is predicted from s<sub>t</sub> and c<sub>t</sub>.</li></ol>";
  }

  private static String join(List<String> tokens) {
    boolean letters = tokens.stream().allMatch(t -> t.codePointCount(0, t.length()) == 1);
    return tokens.stream().collect(Collectors.joining(letters ? "" : " "));
  }

  /** Where each step looks most. */
  @Override
  public String toString() {
    return new HeadWords(weights, target, source).describe(label(), 0, 0);
  }
}
