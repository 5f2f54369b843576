package org.attentionlab.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.attentionlab.grading.authoring.SolutionRegions;

/** Submissions of lesson 04, made from its solution source. */
final class Submissions {

  static final Path SOURCE = Path.of("src/main/java/org/attentionlab/solutions/Lesson04.java");

  private static final Map<String, String> LABELS =
      Map.of(
          "selfAttention", "4.1 selfAttention",
          "permutationProbe", "4.2 permutationProbe",
          "softmaxBackward", "4.3 softmaxBackward");

  private Submissions() {}

  /** The solution as a student would hand it in, without a package. */
  static String solved() {
    return read().replace("package org.attentionlab.solutions;\n\n", "");
  }

  static String starter() {
    return SolutionRegions.of(solved()).starter(LABELS);
  }

  /** The solved file with the region of one exercise replaced. */
  static String solvedBut(String exercise, String body) {
    String source = solved();
    SolutionRegions.Region region =
        SolutionRegions.of(source).regions().stream()
            .filter(candidate -> candidate.exercise().equals(exercise))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>(source.lines().toList());
    lines.subList(region.beginLine() - 1, region.endLine()).clear();
    lines.add(region.beginLine() - 1, body);
    return String.join("\n", lines) + "\n";
  }

  /** The cells of a Java file: its imports, then one for each exercise with a check below it. */
  static List<String> cells(String source) {
    List<String> cells = new ArrayList<>();
    cells.add(
        String.join("\n", source.lines().filter(line -> line.startsWith("import ")).toList())
            + "\nimport static org.attentionlab.grading.Check.check;");
    Pattern.compile("(?ms)^  public final (\\w+ (\\w+) =.*?\n      };)$")
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .map(field -> field.replaceFirst("^  public final ", ""))
        .forEach(cells::add);
    return cells;
  }

  /** A notebook with these code cells, answers marked as nbgrader marks them. */
  static String notebook(List<String> cells) {
    StringBuilder json = new StringBuilder("{\"cells\": [\n");
    json.append(
        "{\"cell_type\": \"markdown\", \"id\": \"m\", \"metadata\": {}, \"source\": \"Text\"}");
    for (int i = 0; i < cells.size(); i++) {
      String nbgrader = i == 0 ? "" : "\"nbgrader\": {\"solution\": true, \"grade\": false}";
      json.append(cell("c" + i, nbgrader, cells.get(i)));
      if (i > 0) {
        String name = cells.get(i).replaceFirst("(?s)\\w+ (\\w+) =.*", "$1");
        String type = cells.get(i).replaceFirst("(?s)(\\w+) .*", "$1");
        json.append(
            cell(
                "t" + i,
                "\"nbgrader\": {\"solution\": false, \"grade\": true}",
                "check(" + type + ".class, " + name + ")"));
      }
    }
    return json.append("\n], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n")
        .toString();
  }

  private static String cell(String id, String metadata, String source) {
    String escaped = source.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return ",\n{\"cell_type\": \"code\", \"id\": \""
        + id
        + "\", \"metadata\": {"
        + metadata
        + "}, \"execution_count\": null, \"outputs\": [], \"source\": \""
        + escaped
        + "\"}";
  }

  private static String read() {
    try {
      return Files.readString(SOURCE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
