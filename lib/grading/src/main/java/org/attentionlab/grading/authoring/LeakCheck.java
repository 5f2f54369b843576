package org.attentionlab.grading.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;

/**
 * Finds lines of a solution in what students get.
 *
 * <p>White space and comments at a line's end do not count. Lines that say nothing, such as a lone
 * brace or {@code } else &#123;}, and lines that stand outside the regions too are no leak.
 */
public final class LeakCheck {

  private static final Pattern SAYS_NOTHING =
      Pattern.compile("(?:else|try|finally|do|default|return|break|continue|\\W)*");

  private final List<String> secrets;

  private LeakCheck(List<String> secrets) {
    this.secrets = secrets;
  }

  /**
   * Takes the secrets from a solution source.
   *
   * @throws IllegalArgumentException when its markers are unbalanced
   */
  public static LeakCheck of(String solutionSource) {
    List<String> lines = solutionSource.lines().toList();
    List<String> open = new ArrayList<>(lines);
    List<String> solved = new ArrayList<>();
    for (SolutionRegions.Region region : SolutionRegions.of(solutionSource).regions()) {
      for (int line = region.beginLine(); line <= region.endLine(); line++) {
        open.set(line - 1, "");
      }
      solved.addAll(lines.subList(region.beginLine(), region.endLine() - 1));
    }
    String known = bare(String.join("\n", open));
    List<String> secrets =
        solved.stream()
            .map(LeakCheck::withoutComment)
            .filter(line -> !SAYS_NOTHING.matcher(bare(line)).matches())
            .filter(line -> !known.contains(bare(line)))
            .distinct()
            .toList();
    return new LeakCheck(secrets);
  }

  /** The solution's lines that stand in a text; empty when nothing leaks. */
  public List<String> leaksIn(String text) {
    String searched = bare(text);
    return secrets.stream().filter(line -> searched.contains(bare(line))).toList();
  }

  /** The solution's lines that stand in a notebook's cells. */
  public List<String> leaksIn(Notebook notebook) {
    return leaksIn(notebook.cells().stream().map(Cell::source).collect(Collectors.joining("\n")));
  }

  private static String withoutComment(String line) {
    return line.replaceFirst("(?:^|\\s)//.*$", "").strip();
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
