package org.attentionlab.text;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofKind;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  /** What is left of a character that was cut in the middle. */
  private static final String HALF = "a\ud83db";

  @TempDir Path folder;

  private static Vocabulary words(String... tokens) {
    return Vocabulary.of(Special.bert(), List.of(tokens));
  }

  @Test
  void halfACharacterIsATokenWhereNothingIsLost() {
    CharacterTokenizer characters = new CharacterTokenizer();
    assertEquals(3, characters.tokenize(HALF).size());
    assertEquals(HALF, characters.join(characters.tokenize(HALF)));
    assertEquals(List.of("a", "\ud83d", "b"), new WordTokenizer().tokenize(HALF));
  }

  @Test
  void halfACharacterIsNoPartOfAWord() {
    assertEquals(List.of("ab"), new WordPiece(words("ab")).tokenize(HALF));
  }

  @Test
  void halfACharacterHasNoBytes() {
    BytePair pairs = BytePair.train(List.of("aa"), 300);
    String essential = "half a surrogate pair at index 1";
    ofArgument(essential, () -> pairs.encode(HALF));
    ofArgument(essential, () -> pairs.tokenize(HALF));
    ofArgument(essential, () -> pairs.join(List.of(HALF)));
    ofArgument(essential, () -> BytePair.train(List.of(HALF), 300));
  }

  @Test
  void aVocabularyWithHalfACharacterIsNotWritten() {
    Path file = folder.resolve("vocab.txt");
    Vocabulary half = words("a", HALF);
    ofKind(IllegalStateException.class, "the token with id 6 holds half", () -> half.write(file));
    ofKind(IllegalStateException.class, "holds a line break", () -> words("a\nb").write(file));
    assertFalse(Files.exists(file));
  }

  @Test
  void anEmptyTextHasNoTokens() {
    WordPiece pieces = new WordPiece(words("a"));
    BytePair pairs = BytePair.train(List.of(), 259);
    for (Tokenizer tokenizer :
        List.of(new CharacterTokenizer(), new WordTokenizer(), pieces, pairs)) {
      assertEquals(List.of(), tokenizer.tokenize(""));
      assertEquals("", tokenizer.join(List.of()));
    }
    assertArrayEquals(new int[0], pairs.encode(""));
    assertEquals("", pairs.decode(new int[0]));
    assertEquals(2, pieces.encode("").ids().length);
  }

  @Test
  void vocabulariesThatCannotBeAreRefused() {
    ofArgument("the first token is missing", () -> Vocabulary.of(List.of()));
    ofArgument("the first token is \"a\"", () -> Vocabulary.of(List.of("a")));
    ofArgument("\"a\" has the ids 1 and 2", () -> Vocabulary.of(List.of("[PAD]", "a", "a")));
    ofArgument("the token with id 1 is empty", () -> Vocabulary.of(List.of("[PAD]", "")));
    VocabularyConfig config = VocabularyConfig.of(Special.sequence());
    ofArgument("a minimum count of 0", () -> config.withMinimumCount(0));
    ofArgument("has no room for the 4 special tokens", () -> config.withMaximumSize(3));
    ofArgument("no room for the 256 bytes", () -> BytePair.train(List.of(), 258));
    ofArgument("words of at most 0 characters", () -> new WordPiece.Config(true, true, 0));
    ofArgument("there is no [UNK]", () -> new WordPiece(Vocabulary.of(List.of("[PAD]"))));
  }

  @Test
  void idsAndTokensThatAVocabularyLacksAreNamed() {
    Vocabulary small = Vocabulary.of(List.of("[PAD]", "a"));
    ofArgument("id 2 is not from 0 to 1", () -> small.token(2));
    ofArgument("id -1 is not from 0 to 1", () -> small.decode(new int[] {0, -1}));
    ofArgument("id 2 is not from 0 to 1", () -> small.isSpecial(2));
    ofArgument("\"b\" is not one of the 2 tokens", () -> small.encode(List.of("a", "b")));
    ofArgument("there is no [BOS]", () -> small.encodeBetweenEnds(List.of("a")));
    ofArgument("there is no [CLS]", () -> SentencePair.of(small, List.of("a")));
    BytePair pairs = BytePair.train(List.of(), 259);
    ofArgument("id 259 is not from 0 to 258", () -> pairs.decode(new int[] {259}));
    ofArgument("a backslash is followed by", () -> pairs.join(List.of("\\q")));
  }

  @Test
  void paddingCutsNothingOff() {
    ofArgument("sequence 0 has 2 ids, the width is 1", () -> padded(1, 5, 6));
    ofArgument("holds the padding's id 0 at position 1", () -> padded(3, 5, 0));
    ofArgument("a width of -1 is negative", () -> Padding.of(List.of(), -1));
    assertEquals(0, Padding.of(List.of()).ids().length);
    assertArrayEquals(new int[] {0}, Padding.of(List.of(new int[0]), 4).lengths());
  }

  private static Padding padded(int width, int... sequence) {
    return Padding.of(List.of(sequence), width);
  }

  @Test
  void damagedFilesAreNamedWithTheirLine() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(file, "[PAD]\na\n\n");
    ofKind(IOException.class, "file.txt, line 3: the line is empty", () -> Vocabulary.read(file));
    Files.writeString(file, "");
    ofKind(IOException.class, "file.txt, line 1: the first token", () -> Vocabulary.read(file));
    Files.write(file, new byte[] {'a', '\n', (byte) 0xFF});
    ofKind(IOException.class, "file.txt, line 2: byte 0xFF is not", () -> TextLines.read(file));
    Files.writeString(file, "a\tb\nab\tzz\n");
    ofKind(IOException.class, "file.txt, line 2: two known tokens", () -> BytePair.read(file));
  }
}
