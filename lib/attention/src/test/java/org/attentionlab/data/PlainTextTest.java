package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("text.txt"), text);
  }

  private void assertSentences(String text, String... sentences) throws IOException {
    assertEquals(List.of(sentences), PlainText.sentences(file(text)));
  }

  @Test
  void linesComeWithoutSpaceAroundThem() throws IOException {
    List<String> lines = List.of("the cat  sat", "猫睡了。狗没睡。");
    assertEquals(lines, PlainText.lines(file("\uFEFFthe cat  sat\n\n  猫睡了。狗没睡。\n")));
    assertEquals(lines, PlainText.lines(file("\r\n the cat  sat\r\n猫睡了。狗没睡。\t")));
  }

  @Test
  void sentencesGoOnOverTheEndsOfLines() throws IOException {
    assertSentences(
        "It rained, e.g. in\nMay. The cat slept.\n", "It rained, e.g. in May.", "The cat slept.");
    assertSentences("猫睡了。狗没\r\n睡。", "猫睡了。", "狗没睡。");
    assertSentences("The cat is 猫\n猫 is the cat.", "The cat is 猫猫 is the cat.");
    assertSentences("我喜欢\nTea 和\n水。", "我喜欢 Tea 和水。");
  }

  @Test
  void whatClosesAQuotationBelongsToItsSentence() throws IOException {
    assertSentences(
        "\"Is it late?\" \"No!\" (It was.) He left ...",
        "\"Is it late?\"",
        "\"No!\"",
        "(It was.)",
        "He left ...");
    assertSentences("他说：“好！”她走了？！是。", "他说：“好！”", "她走了？！", "是。");
  }

  @Test
  void numbersAndSmallLettersDoNotBeginASentence() throws IOException {
    assertSentences(
        "It costs 3.50 or so, i.e. more. 4 left.", "It costs 3.50 or so, i.e. more.", "4 left.");
    assertSentences("Ask Dr. Li.", "Ask Dr.", "Li.");
  }

  @Test
  void anEmptyLineEndsASentence() throws IOException {
    assertSentences(
        "A heading\n\nThe text\ngoes on.\n \n\nEnd", "A heading", "The text goes on.", "End");
  }

  @Test
  void aFileWithoutTextIsRefused() throws IOException {
    for (String text : List.of("", "\n", " \r\n\t\n")) {
      Path file = file(text);
      var error = assertThrows(IOException.class, () -> PlainText.lines(file));
      assertEquals(file + ", line 1: the file holds no text.", error.getMessage());
      assertThrows(IOException.class, () -> PlainText.sentences(file));
    }
  }
}
