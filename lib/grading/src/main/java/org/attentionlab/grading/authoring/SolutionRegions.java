package org.attentionlab.grading.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marked regions of a solution source, and the starter that is left when they are blanked.
 *
 * <pre>
 *   public final SelfAttention selfAttention =
 *       (q, k, v) -&gt; {
 *         // BEGIN SOLUTION
 *         ...
 *         // END SOLUTION
 *       };
 * </pre>
 *
 * <p>A region belongs to the exercise whose field was declared last before it. In the starter it
 * becomes {@code // YOUR CODE HERE} and a {@code throw new NotSolvedYet("4.1 selfAttention");}. All
 * outside the regions stays as it is, except that the import of {@code NotSolvedYet} is added.
 */
public final class SolutionRegions {

  private static final String BEGIN = "// BEGIN SOLUTION";
  private static final String END = "// END SOLUTION";
  private static final String IMPORT = "import org.attentionlab.grading.NotSolvedYet;";

  /** A declaration such as {@code public final SelfAttention selfAttention =}. */
  private static final Pattern FIELD =
      Pattern.compile(
          "^(\\s*)(?:public\\s+)?(?:final\\s+)?([A-Z]\\w*)\\s+([a-z]\\w*)\\s*=(?!=).*$");

  private final List<String> lines;
  private final List<Region> regions;

  private SolutionRegions(List<String> lines, List<Region> regions) {
    this.lines = lines;
    this.regions = regions;
  }

  /**
   * One marked region.
   *
   * @param exercise name of the field that the region solves, such as {@code selfAttention}
   * @param contract simple name of that field's type, such as {@code SelfAttention}
   * @param beginLine line of the opening marker, counted from 1
   * @param endLine line of the closing marker
   * @param indent the white space in front of the opening marker
   */
  public record Region(
      String exercise, String contract, int beginLine, int endLine, String indent) {}

  /**
   * Finds the regions of a solution source.
   *
   * @throws IllegalArgumentException when a marker has no partner, when a region lies in another,
   *     or when no field is declared before a region; the message names the line
   */
  public static SolutionRegions of(String source) {
    List<String> lines = source.lines().toList();
    List<Region> regions = new ArrayList<>();
    Optional<Matcher> field = Optional.empty();
    int begin = 0;
    for (int line = 1; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      String marker = text.strip();
      if (marker.equals(BEGIN)) {
        if (begin > 0) {
          throw new IllegalArgumentException(
              "line " + line + ": BEGIN SOLUTION inside the region that began in line " + begin);
        }
        begin = line;
      } else if (marker.equals(END)) {
        if (begin == 0) {
          throw new IllegalArgumentException(
              "line " + line + ": END SOLUTION without a BEGIN SOLUTION before it");
        }
        Matcher owner = field.orElseThrow(noField(begin));
        String opening = lines.get(begin - 1);
        String indent = opening.substring(0, opening.indexOf(BEGIN));
        regions.add(new Region(owner.group(3), owner.group(2), begin, line, indent));
        begin = 0;
      } else if (begin == 0) {
        Matcher declaration = FIELD.matcher(text);
        if (declaration.matches() && !isLocal(declaration, field)) {
          field = Optional.of(declaration);
        }
      }
    }
    if (begin > 0) {
      throw new IllegalArgumentException(
          "line " + begin + ": BEGIN SOLUTION without an END SOLUTION after it");
    }
    return new SolutionRegions(lines, List.copyOf(regions));
  }

  /** The regions in the order of the source. */
  public List<Region> regions() {
    return regions;
  }

  /**
   * The source with every region blanked.
   *
   * @param labels from a field's name to what the learner reads when the exercise is still open:
   *     {@code selfAttention -> "4.1 selfAttention"}
   * @throws IllegalArgumentException when a region's field has no label
   */
  public String starter(Map<String, String> labels) {
    StringBuilder starter = new StringBuilder();
    int next = 1;
    for (Region region : regions) {
      append(starter, next, region.beginLine() - 1);
      String label = labels.get(region.exercise());
      if (label == null) {
        throw new IllegalArgumentException(
            "line " + region.beginLine() + ": no exercise is named " + region.exercise());
      }
      starter.append(region.indent()).append("// YOUR CODE HERE\n");
      starter
          .append(region.indent())
          .append("throw new NotSolvedYet(\"")
          .append(label)
          .append("\");\n");
      next = region.endLine() + 1;
    }
    append(starter, next, lines.size());
    return regions.isEmpty() ? starter.toString() : withImport(starter.toString());
  }

  /** A declaration further to the right than the field before it stands in that field's answer. */
  private static boolean isLocal(Matcher declaration, Optional<Matcher> field) {
    return field
        .filter(outer -> declaration.group(1).length() > outer.group(1).length())
        .isPresent();
  }

  private void append(StringBuilder target, int fromLine, int toLine) {
    for (int line = fromLine; line <= toLine; line++) {
      target.append(lines.get(line - 1)).append('\n');
    }
  }

  /** Formatters drop the import from the solution, where nothing uses it. */
  private static String withImport(String starter) {
    if (starter.contains(IMPORT)) {
      return starter;
    }
    List<String> lines = new ArrayList<>(starter.lines().toList());
    int at = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("import ")
          && !line.startsWith("import static ")
          && (at < 0 || line.compareTo(IMPORT) < 0)) {
        at = line.compareTo(IMPORT) < 0 ? i + 1 : i;
      }
    }
    if (at < 0) {
      boolean packaged = !lines.isEmpty() && lines.get(0).startsWith("package ");
      at = packaged ? 1 : 0;
      lines.add(at, packaged ? "\n" + IMPORT : IMPORT + "\n");
    } else {
      lines.add(at, IMPORT);
    }
    return String.join("\n", lines) + "\n";
  }

  private static Supplier<IllegalArgumentException> noField(int line) {
    return () ->
        new IllegalArgumentException(
            "line " + line + ": no field (Contract name = ...) is declared before BEGIN SOLUTION");
  }
}
