package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabSeparatedTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), text);
  }

  private void assertRefused(String text, int line, String problem) throws IOException {
    Path file = file(text);
    var error = assertThrows(IOException.class, () -> TabSeparated.read(file));
    assertEquals(file + ", line " + line + ": " + problem + ".", error.getMessage());
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<Pair> pairs = Dates.manyLanguages().examples(new Random(1), 500);
    for (String end : List.of("\n", "\r\n", "\r")) {
      StringBuilder text = new StringBuilder();
      pairs.forEach(p -> text.append(p.source()).append('\t').append(p.target()).append(end));
      assertEquals(pairs, TabSeparated.read(file(text.toString())));
    }
  }

  @Test
  void endsOfLinesMarkAndEmptyLinesAreNoPartOfAPair() throws IOException {
    List<Pair> pairs = List.of(new Pair("the cat", "猫"), new Pair("say \"a, b\"", "b"));
    assertEquals(pairs, TabSeparated.read(file("the cat\t猫\nsay \"a, b\"\tb")));
    assertEquals(pairs, TabSeparated.read(file("the cat\t猫\r\nsay \"a, b\"\tb\r\n")));
    assertEquals(pairs, TabSeparated.read(file("\uFEFFthe cat\t猫\rsay \"a, b\"\tb\r")));
    assertEquals(
        pairs, TabSeparated.read(file("\n  the cat \t 猫\n \u3000 \nsay \"a, b\"\tb\n\n\n")));
  }

  @Test
  void duplicatesAreKept() throws IOException {
    assertEquals(3, TabSeparated.read(file("a\tb\na\tb\na\tc\n")).size());
  }

  @Test
  void aLineThatIsNoPairIsNamed() throws IOException {
    assertRefused(
        "a\tb\n\nthe cat, 猫\n",
        3,
        "there is no tab, and a source and a target have to be parted by one; an editor may have"
            + " turned it into spaces, or a table may have been saved with commas");
    assertRefused(
        "a\tb\r\na\tb\tc\t\r\n",
        2,
        "4 columns, but a pair has 2, source and target; remove the others");
    assertRefused("a\tb\na\t \n", 2, "the target is empty; fill it in, or remove the line");
    assertRefused("\tb\n", 1, "the source is empty; fill it in, or remove the line");
    assertRefused("a\tb\n\t\n", 2, "the source is empty; fill it in, or remove the line");
  }

  @Test
  void aFileWithoutPairsIsRefused() throws IOException {
    String problem = "the file holds no pair; each line needs a source, a tab and a target";
    assertRefused("", 1, problem);
    assertRefused("\n  \n", 1, problem);
  }

  @Test
  void whatIsNotUtf8IsNamed() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "a\tb\ncafé\tb\n".getBytes(StandardCharsets.ISO_8859_1));
    var error = assertThrows(IOException.class, () -> TabSeparated.read(file));
    assertEquals(
        file + ", line 2: byte 0xE9 is not UTF-8; save the file as UTF-8.", error.getMessage());
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("missing.tsv");
    var error = assertThrows(NoSuchFileException.class, () -> TabSeparated.read(file));
    assertEquals(file.toString(), error.getMessage());
  }
}
