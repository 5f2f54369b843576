package org.attentionlab.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  private static final List<List<String>> SENTENCES =
      List.of(List.of("the", "cat", "eats", "the", "fish"), List.of("the", "fish", "swims"));

  @Test
  void numbersByFrequencyThenByName() {
    Vocabulary words = Vocabulary.build(SENTENCES, VocabularyConfig.of(Special.sequence()));
    assertEquals(
        List.of("[PAD]", "[UNK]", "[BOS]", "[EOS]", "the", "fish", "cat", "eats", "swims"),
        words.tokens());
  }

  @Test
  void keepsToItsLimits() {
    VocabularyConfig config = VocabularyConfig.of(Special.sequence());
    assertEquals(6, Vocabulary.build(SENTENCES, config.withMinimumCount(2)).size());
    assertEquals(7, Vocabulary.build(SENTENCES, config.withMaximumSize(7)).size());
    assertThrows(IllegalArgumentException.class, () -> config.withMaximumSize(3));
    assertThrows(IllegalArgumentException.class, () -> config.withMinimumCount(0));
  }

  @Test
  void givesBackKnownTokens() {
    Vocabulary words = Vocabulary.build(SENTENCES, VocabularyConfig.of(Special.sequence()));
    for (List<String> sentence : SENTENCES) {
      assertEquals(sentence, words.decode(words.encode(sentence)));
      assertEquals(sentence, words.decodeContent(words.encodeBetweenEnds(sentence)));
    }
  }

  @Test
  void readsADecodersSequenceUpToItsEnd() {
    Vocabulary words = Vocabulary.of(Special.sequence(), List.of("cat", "fish"));
    assertEquals(List.of("cat", "[UNK]"), words.decodeContent(new int[] {2, 4, 1, 3, 5, 0}));
  }

  @Test
  void theUnknownIsUnknown() {
    Vocabulary words = Vocabulary.of(Special.sequence(), List.of("cat"));
    assertArrayEquals(new int[] {4, 1}, words.encode(List.of("cat", "dog")));
    Vocabulary strict = Vocabulary.of(List.of("[PAD]", "cat"));
    var problem = assertThrows(IllegalArgumentException.class, () -> strict.id("dog"));
    assertTrue(problem.getMessage().contains("\"dog\""), problem.getMessage());
    assertThrows(IllegalArgumentException.class, () -> strict.id(Special.BOS));
    assertThrows(IllegalArgumentException.class, () -> strict.token(2));
    assertThrows(IllegalArgumentException.class, () -> strict.token(-1));
  }

  @Test
  void refusesWhatNoModelCouldRead() {
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("cat", "[PAD]")));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("[PAD]", "a", "a")));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("[PAD]", "")));
  }

  @Test
  void aFileGivesTheSameVocabulary(@TempDir Path folder) throws IOException {
    Vocabulary words = Vocabulary.of(Special.bert(), List.of("猫", "##s", "é", "#"));
    words.write(folder.resolve("vocab.txt"));
    assertEquals(words.tokens(), Vocabulary.read(folder.resolve("vocab.txt")).tokens());
  }

  @Test
  void aBrokenFileIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("vocab.txt");
    refuse(file, "[PAD]\ncat\n\nfish\n".getBytes(StandardCharsets.UTF_8), "line 3");
    refuse(file, "[PAD]\ncat\ncat\n".getBytes(StandardCharsets.UTF_8), "line 3");
    refuse(file, "cat\n".getBytes(StandardCharsets.UTF_8), "line 1");
    refuse(file, new byte[0], "line 1");
    refuse(file, new byte[] {'[', 'P', 'A', 'D', ']', '\n', (byte) 0xE9, '\n'}, "0xE9");
  }

  private static void refuse(Path file, byte[] content, String named) throws IOException {
    Files.write(file, content);
    var problem = assertThrows(IOException.class, () -> Vocabulary.read(file));
    assertTrue(problem.getMessage().contains("vocab.txt"), problem.getMessage());
    assertTrue(problem.getMessage().contains(named), problem.getMessage());
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkDoNotMatter(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("vocab.txt");
    Files.writeString(file, "\uFEFF[PAD]\r\ncat\r\n");
    assertEquals(List.of("[PAD]", "cat"), Vocabulary.read(file).tokens());
  }
}
