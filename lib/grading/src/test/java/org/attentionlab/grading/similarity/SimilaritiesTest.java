package org.attentionlab.grading.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.grading.similarity.Similarities.Pair;
import org.junit.jupiter.api.Test;

class SimilaritiesTest {

  private static final String STARTER =
      """
      import org.attentionlab.tensor.Tensor;
      public final class Lesson04 {
        public final SelfAttention selfAttention =
            (q, k, v) -> { throw new NotSolvedYet("4.1 selfAttention"); };
        public final PermutationProbe permutationProbe =
            (weights, permutation) -> { throw new NotSolvedYet("4.2 permutationProbe"); };
      }
      """;

  private static final String LOOPS =
      """
      float[] out = new float[rows * width];
      for (int row = 0; row < rows; row++) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) { largest = Math.max(largest, scores[row * width + i]); }
        float sum = 0;
        for (int i = 0; i < width; i++) {
          out[row * width + i] = (float) Math.exp(scores[row * width + i] - largest);
          sum += out[row * width + i];
        }
        for (int i = 0; i < width; i++) { out[row * width + i] /= sum; }
      }
      return out;
      """;

  /** The loops with other names, comments and lay-out. */
  private static final String RENAMED =
      LOOPS
          .replace("out", "result")
          .replace("largest", "m")
          .replace("width", "w")
          .replace("for (int row", "// every row\n      for (int r")
          .replace("row", "r")
          .replace("  ", "\t");

  private static final String OTHER =
      """
      Tensor scores = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(k.size(-1)));
      if (mask.isPresent()) scores = scores.where(mask.get(), Float.NEGATIVE_INFINITY);
      return new AttentionResult(scores.softmax(-1).matmul(v), scores.softmax(-1));
      """;

  private static final String THIRD =
      """
      StringBuilder text = new StringBuilder();
      while (!queue.isEmpty()) { text.append(queue.poll().name()).append('\\n'); visited++; }
      switch (visited) { case 0: return "none"; case 1: return "one"; default: break; }
      try { return text.toString(); } finally { visited = 0; }
      """;

  @Test
  void renamedCopyIsFound() {
    Similarities alike = new Similarities().given(STARTER);
    alike.add("ann", List.of(STARTER + LOOPS));
    alike.add("bob", List.of(STARTER + RENAMED));
    alike.add("cleo", List.of(STARTER + OTHER));
    List<Pair> pairs = alike.pairs(0.5);
    assertEquals(1, pairs.size(), pairs::toString);
    assertEquals("ann bob", pairs.get(0).one() + " " + pairs.get(0).other());
    assertTrue(pairs.get(0).share() > 0.9, pairs::toString);
  }

  @Test
  void starterMakesNobodySimilar() {
    Similarities alike = new Similarities().given(STARTER);
    alike.add("ann", List.of(STARTER));
    alike.add("bob", List.of(STARTER));
    assertEquals(List.of(), alike.pairs(0));
    Similarities ignorant = new Similarities();
    ignorant.add("ann", List.of(STARTER));
    ignorant.add("bob", List.of(STARTER));
    assertEquals(1, ignorant.pairs(0.5).size());
  }

  @Test
  void whatAThirdOfAClassWroteDoesNotCount() {
    Similarities alike = new Similarities();
    for (String student : List.of("ann", "bob", "cleo", "dan", "eve", "fay")) {
      alike.add(student, List.of(OTHER));
    }
    assertEquals(List.of(), alike.pairs(0));
    alike.add("gus", List.of(THIRD));
    alike.add("hal", List.of(THIRD));
    assertEquals(List.of("gus"), alike.pairs(0).stream().map(Pair::one).toList());
  }

  @Test
  void runOfSharedTokensIsNeverMissed() {
    String shared = THIRD;
    for (int before = 0; before < 20; before++) {
      Similarities alike = new Similarities();
      alike.add("ann", List.of("x = y; ".repeat(before) + shared));
      alike.add("bob", List.of("if (a) { b(); } ".repeat(before) + shared));
      assertEquals(1, alike.pairs(0).size(), "after " + before);
    }
  }
}
