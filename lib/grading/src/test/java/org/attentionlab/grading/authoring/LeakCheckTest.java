package org.attentionlab.grading.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  private static final LeakCheck LEAKS =
      LeakCheck.of(
          """
          class A {
            static int given() {
              return known(1);
            }

            public final F f =
                x -> {
                  // BEGIN SOLUTION
                  if (x > 0) {
                    return secret(x); // why
                  } else {
                    return known(1);
                  }
                  // END SOLUTION
                };
          }
          """);

  @Test
  void lineOfTheSolutionIsFoundWhateverItsSpacesAndComment() {
    assertEquals(
        List.of("return secret(x);"), LEAKS.leaksIn("so:\n  return  secret( x ); // other"));
  }

  @Test
  void bracesAndLinesThatAreGivenAreNoLeak() {
    assertEquals(List.of(), LEAKS.leaksIn("} else {\n  return known(1);\n}\n"));
  }

  @Test
  void everyTellingLineIsASecret() {
    assertEquals(
        List.of("if (x > 0) {", "return secret(x);"),
        LEAKS.leaksIn("if (x > 0) {\nreturn secret(x);\n}"));
  }
}
