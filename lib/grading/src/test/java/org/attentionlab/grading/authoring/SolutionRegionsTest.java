package org.attentionlab.grading.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SolutionRegionsTest {

  private static final String SOLUTION =
      """
      package lesson;

      import org.attentionlab.exercises.lesson04.SelfAttention;
      import org.attentionlab.tensor.Tensor;

      public final class Lesson04 {
        static int helper() {
          return 1;
        }

        public final SelfAttention selfAttention =
            (q, k, v) -> {
              // BEGIN SOLUTION
              Tensor secret = q;
              return secret;
              // END SOLUTION
            };
      }
      """;

  @Test
  void starterBlanksTheRegionAndKeepsTheRest() {
    String starter =
        SolutionRegions.of(SOLUTION).starter(Map.of("selfAttention", "4.1 selfAttention"));
    assertEquals(
        """
        package lesson;

        import org.attentionlab.exercises.lesson04.SelfAttention;
        import org.attentionlab.grading.NotSolvedYet;
        import org.attentionlab.tensor.Tensor;

        public final class Lesson04 {
          static int helper() {
            return 1;
          }

          public final SelfAttention selfAttention =
              (q, k, v) -> {
                // YOUR CODE HERE
                throw new NotSolvedYet("4.1 selfAttention");
              };
        }
        """,
        starter);
  }

  @Test
  void regionsNameTheirExerciseAndLines() {
    SolutionRegions.Region region = SolutionRegions.of(SOLUTION).regions().get(0);
    assertEquals("selfAttention", region.exercise());
    assertEquals("SelfAttention", region.contract());
    assertEquals(13, region.beginLine());
    assertEquals(16, region.endLine());
  }

  @Test
  void variableInsideAnAnswerOwnsNoRegion() {
    String given = "Tensor given = q;\n        // BEGIN SOLUTION";
    SolutionRegions regions = SolutionRegions.of(SOLUTION.replace("// BEGIN SOLUTION", given));
    assertEquals("selfAttention", regions.regions().get(0).exercise());
  }

  @Test
  void regionWithoutEndIsNamedByItsLine() {
    assertMessage(
        SOLUTION.replace("// END SOLUTION", ""),
        "line 13: BEGIN SOLUTION without an END SOLUTION after it");
  }

  @Test
  void endWithoutBeginIsNamedByItsLine() {
    assertMessage(
        SOLUTION.replace("// BEGIN SOLUTION", ""),
        "line 16: END SOLUTION without a BEGIN SOLUTION before it");
  }

  @Test
  void regionInARegionIsNamedByItsLine() {
    assertMessage(
        SOLUTION.replace("Tensor secret = q;", "// BEGIN SOLUTION"),
        "line 14: BEGIN SOLUTION inside the region that began in line 13");
  }

  @Test
  void regionWithoutAFieldIsNamedByItsLine() {
    assertMessage(
        "class A {\n// BEGIN SOLUTION\n// END SOLUTION\n}\n",
        "line 2: no field (Contract name = ...) is declared before BEGIN SOLUTION");
  }

  @Test
  void regionOfAnUnknownExerciseIsRefused() {
    SolutionRegions regions = SolutionRegions.of(SOLUTION);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> regions.starter(Map.of()));
    assertEquals("line 13: no exercise is named selfAttention", refused.getMessage());
  }

  private static void assertMessage(String source, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> SolutionRegions.of(source))
            .getMessage());
  }
}
