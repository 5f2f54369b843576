package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.junit.jupiter.api.Test;

/** Links and pictures in documents and notebooks that name a file of the course. */
class LinksTest {

  /** The target in {@code [text](target)} and {@code ![text](target)}. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");

  private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

  private static final Path ROOT = CommandRun.thisClone().root();

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT)) {
      top.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    return documents;
  }

  /** Relative links of a text that lead nowhere from the folder it is read in. */
  static List<String> broken(String text, Path folder) {
    List<String> broken = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String target = link.group("target").replaceFirst("#.*", "");
      boolean elsewhere = target.isEmpty() || ADDRESS.matcher(target).matches();
      String path = URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (!elsewhere && !Files.exists(folder.resolve(path))) {
        broken.add(target);
      }
    }
    return broken;
  }

  @Test
  void documentsLinkToFilesThatExist() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path document : documents()) {
      for (String target : broken(Files.readString(document), document.getParent())) {
        problems.add(ROOT.relativize(document) + ": " + target);
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void notebooksLinkToFilesThatExist() {
    List<String> problems = new ArrayList<>();
    for (Path file : CommandRun.thisClone().notebooks()) {
      Notebook notebook = Notebooks.read(file);
      String text =
          notebook.cells().stream()
              .filter(cell -> cell.kind() == Cell.Kind.MARKDOWN)
              .map(Cell::source)
              .collect(Collectors.joining("\n"));
      for (String target : broken(text, file.getParent())) {
        problems.add(ROOT.relativize(file) + ": " + target);
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void brokenLinkIsFoundAndAddressesAreLeftAlone() {
    String text = "[a](docs/gone.md#part) [b](README.md#top) [c](https://example.org/x) [d](#here)";
    assertEquals(List.of("docs/gone.md"), broken(text, ROOT));
    assertTrue(Files.exists(ROOT.resolve("README.md")));
  }
}
