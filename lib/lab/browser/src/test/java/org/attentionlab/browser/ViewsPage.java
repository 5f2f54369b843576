package org.attentionlab.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.attentionlab.attention.Mask;
import org.attentionlab.display.Html;
import org.attentionlab.display.HtmlView;
import org.attentionlab.display.views.AlignmentStepper;
import org.attentionlab.display.views.AttentionStepper;
import org.attentionlab.display.views.HeadView;
import org.attentionlab.display.views.ModelView;
import org.attentionlab.tensor.Tensor;

/** A page with all interactive views, the first of them twice, as a notebook may show it. */
final class ViewsPage {
  private static final List<String> SENTENCE =
      List.of("The", "cat", "drank", "the", "milk", "because", "it", "was", "hungry", ".");

  private ViewsPage() {}

  static String html() {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>views</title>"
        + "<meta name=\"viewport\" content=\"width=device-width\">"
        + "<link rel=\"icon\" href=\"data:,\"></head><body>"
        + views().stream().map(Html::of).collect(Collectors.joining("\n"))
        + "</body></html>";
  }

  private static List<HtmlView> views() {
    return List.of(heads(), heads(), cross(), model(), alignment(), attention());
  }

  private static HtmlView heads() {
    Tensor weights = Tensor.stack(0, List.of(layer(1), layer(2)));
    return HeadView.of(weights).tokens(SENTENCE).title("What does it refer to?").start(0, 0, 2);
  }

  /** Queries and keys of different number, with tokens that are hard to show. */
  private static HtmlView cross() {
    Tensor scores = Tensor.randn(new SplittableRandom(4), 2, 3, 5).mul(2);
    return HeadView.of(scores.softmax(-1))
        .rows(List.of("猫", "吃", "鱼"))
        .columns(List.of("the", " ", "", "<script>alert(1)</script>", "cat & \"fish\""))
        .title("From Chinese to English");
  }

  private static HtmlView model() {
    return ModelView.of(List.of(layer(1), layer(2), layer(3)))
        .tokens(SENTENCE)
        .title("All heads of three layers");
  }

  /**
   * Heads that look at themselves, one back, from "it" to the cat, and at nothing in particular.
   */
  private static Tensor layer(int seed) {
    int n = SENTENCE.size();
    SplittableRandom random = new SplittableRandom(seed);
    List<Tensor> heads = new ArrayList<>();
    for (int head = 0; head < 4; head++) {
      float[][] scores = new float[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean looked =
              switch (head) {
                case 0 -> j == Math.max(0, i - 1);
                case 1 -> j == i;
                case 2 -> j == (i == 6 ? 1 : i % 4);
                default -> false;
              };
          scores[i][j] = (float) random.nextDouble() + (looked ? 3 : 0);
        }
      }
      heads.add(Tensor.matrix(scores).softmax(-1));
    }
    return Tensor.stack(0, heads);
  }

  private static HtmlView alignment() {
    List<String> source = letters("May 12, 2019");
    List<String> target = new ArrayList<>(letters("2019-05-12"));
    target.add("[EOS]");
    int[] looks = {8, 9, 10, 11, 6, 0, 1, 6, 4, 5, 11};
    SplittableRandom random = new SplittableRandom(7);
    float[][] scores = new float[target.size()][source.size()];
    for (int t = 0; t < scores.length; t++) {
      for (int i = 0; i < source.size(); i++) {
        int distance = Math.abs(looks[t] - i);
        scores[t][i] = (float) (4.5 - 2.2 * Math.min(2, distance) + random.nextGaussian() * 0.5);
      }
    }
    Tensor e = Tensor.matrix(scores);
    List<String> vocabulary =
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-", "[EOS]");
    int[] ids = target.stream().mapToInt(vocabulary::indexOf).toArray();
    Tensor logits =
        Tensor.oneHot(ids, vocabulary.size())
            .mul(6)
            .add(Tensor.randn(random, target.size(), vocabulary.size()));
    return AlignmentStepper.of(e.softmax(-1))
        .source(source)
        .target(target)
        .scores(e)
        .states(
            Tensor.randn(random, source.size(), 16), Tensor.randn(random, target.size() + 1, 16))
        .predictions(logits, vocabulary)
        .title("A date, character by character");
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static HtmlView attention() {
    Tensor q = Tensor.matrix(new float[][] {{1, 0, 1, 0}, {0, 2, 0, 2}, {1, 1, 1, 1}});
    Tensor k = Tensor.matrix(new float[][] {{0, 1, 1, 0}, {4, 4, 0, 0}, {2, 3, 1, 1}});
    Tensor v = Tensor.matrix(new float[][] {{1, 2}, {-2, 8}, {2, 6}});
    return AttentionStepper.of(q, k, v)
        .mask(Mask.causal(3))
        .tokens(List.of("猫", "吃", "鱼"))
        .title("One causal attention");
  }
}
