package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notebook imports what it uses from the packages that this course's kernel imports by itself
 * and IJava does not.
 */
class ImportsTest {

  private static final List<String> OURS_ALONE =
      List.of("java.nio.file", "java.util.function", "java.util.stream");

  private static final Pattern NO_CODE =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\n])*\"|//[^\n]*|/\\*.*?\\*/");

  static Stream<Path> notebooks() {
    return CommandRun.thisClone().notebooks().stream();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void runsWhereFewerPackagesAreImported(Path notebook) throws IOException {
    assertEquals(Set.of(), missing(code(NotebookReader.read(notebook))));
  }

  private static String code(Notebook notebook) {
    return notebook.cells().stream()
        .filter(Cell::isCode)
        .map(Cell::source)
        .map(source -> NO_CODE.matcher(source).replaceAll(" "))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> missing(String code) throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String packageName : OURS_ALONE) {
      if (code.contains("import " + packageName + ".*;")) {
        continue;
      }
      for (String type : typesOf(packageName)) {
        Matcher use = Pattern.compile("(?<![\\w.])" + type + "\\b").matcher(code);
        if (use.find() && !code.contains("import " + packageName + "." + type + ";")) {
          missing.add(packageName + "." + type);
        }
      }
    }
    return missing;
  }

  private static List<String> typesOf(String packageName) throws IOException {
    Path folder =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("/modules/java.base/" + packageName.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }
}
