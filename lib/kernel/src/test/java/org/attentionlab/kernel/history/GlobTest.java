package org.attentionlab.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a*c, abbbc, true",
    "a*c, abbbd, false",
    "*b*, abc, true",
    "?, a, true",
    "?, ab, false",
    "1?2*, 1+2+3, true",
    "a*b*c, a1b2b3c, true",
    "[abc]x, bx, true",
    "[abc]x, dx, false",
    "[a-c]x, bx, true",
    "[^a-c]x, bx, false",
    "[^a-c]x, dx, true",
    "[]]x, ]x, true",
    "[^]]x, ]x, false",
    "x[, x[, true",
    "*[0-9], n7, true",
    "A, a, false",
    "a.c, abc, false"
  })
  void patternMatchesAsInSqlite(String pattern, String text, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(text));
  }

  @Test
  void newLinesAreCharactersLikeOthers() {
    assertEquals(true, new Glob("a*c").matches("a\nb\nc"));
  }

  @Test
  void manyStarsCostLittle() {
    assertFalse(new Glob("*a".repeat(50) + "b").matches("a".repeat(20_000)));
  }
}
