package org.attentionlab.grading.toy;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Checks of the toy contract. */
@ChecksOf(Twice.class)
public final class TwiceChecks {

  private final Twice answer;

  TwiceChecks(Twice answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("0.1.1 every number is doubled")
  @Points(3)
  @Hint({"one", "two", "three"})
  void doubles() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3);
    Expect.that("result", answer.of(x, new int[0]))
        .given("x (1, 2, 3)")
        .mistake(
            "unchanged",
            "This equals the input.",
            () -> Grid.of(new double[][][] {{{1, 2, 3}, {4, 5, 6}}}))
        .equalTo(Grid.of(new double[][][] {{{2, 4, 6}, {8, 10, 12}}}));
  }

  @Test
  @Mechanism("0.1.2 the counts are left as they were")
  @Points(2)
  void countsAreLeftAlone() {
    int[] counts = {1, 2};
    Tensor unused = answer.of(Tensor.of(new float[] {1}, 1), counts);
    Expect.that("counts after the call", counts)
        .given("counts [1, 2], result " + unused.shapeString())
        .equalTo(Grid.of(new double[] {1, 2}));
  }
}
