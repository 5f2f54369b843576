package org.attentionlab.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTest {
  private static final BytePair PAIRS =
      BytePair.train(
          List.of("low lower lowest", "new newer newest", "wide wider widest", "我喜欢吃鱼。我喜欢猫。"), 320);

  @Property(tries = 300)
  void givesBackEveryText(@ForAll String text) {
    boolean torn = text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    if (torn) {
      assertThrows(IllegalArgumentException.class, () -> PAIRS.encode(text));
    } else {
      assertEquals(text, PAIRS.decode(PAIRS.encode(text)));
      assertEquals(text, PAIRS.join(PAIRS.tokenize(text)));
    }
  }

  @Test
  void mergesTheMostFrequentPairFirst() {
    // "we" stands four times: lower, lowest, newer, newest. No other pair does.
    assertEquals("we", PAIRS.vocabulary().token(259));
  }

  @Test
  void encodesAsItWasTrained() {
    BytePair two = BytePair.train(List.of("abab abab abab"), 261);
    assertEquals(List.of("[PAD]", "[BOS]", "[EOS]"), two.vocabulary().tokens().subList(0, 3));
    assertEquals(List.of("ab", "abab"), two.vocabulary().tokens().subList(259, 261));
    assertEquals(1, two.encode("abab").length);
  }

  @Test
  void noTwoTokensAreSpelledAlike() {
    BytePair pairs = BytePair.train(List.of("abc abc bc bc bc ab ab xbc xbc xab xab"), 400);
    List<String> tokens = pairs.vocabulary().tokens();
    assertEquals(tokens.size(), tokens.stream().distinct().count());
    assertEquals("abc", pairs.decode(pairs.encode("abc")));
  }

  @Test
  void aFileGivesTheSameTokenizer(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("merges.txt");
    PAIRS.write(file);
    BytePair again = BytePair.read(file);
    assertEquals(PAIRS.vocabulary().tokens(), again.vocabulary().tokens());
    String text = "the newest 猫 \\ \n low";
    assertArrayEquals(PAIRS.encode(text), again.encode(text));
  }

  @Test
  void aBrokenFileIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("merges.txt");
    Files.writeString(file, "a\tb\nab\tqq\n");
    var problem = assertThrows(IOException.class, () -> BytePair.read(file));
    assertTrue(problem.getMessage().contains("merges.txt, line 2"), problem.getMessage());
  }

  @Test
  void needsRoomForTheBytes() {
    assertThrows(IllegalArgumentException.class, () -> BytePair.train(List.of("a"), 258));
  }

  @Test
  void aLongWordTakesNoLongTime() {
    String text = "我喜欢吃鱼".repeat(20_000);
    assertEquals(text, PAIRS.decode(PAIRS.encode(text)));
  }
}
