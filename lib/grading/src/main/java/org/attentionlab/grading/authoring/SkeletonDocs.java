package org.attentionlab.grading.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attentionlab.grading.authoring.LessonSource.Member;

/**
 * Tells in a skeleton what the notebook's task cell tells: which function is to be written, and
 * what is in the records that it deals with.
 */
final class SkeletonDocs {

  private static final int WIDTH = 100;

  private SkeletonDocs() {}

  /**
   * Extends the Javadoc of each exercise's field.
   *
   * @param starter text of the starter
   * @param open the same, taken apart
   * @param contracts from a field's name to its contract
   * @param slug number and name of the lesson
   */
  static String in(
      String starter, LessonSource open, Map<String, ContractSource> contracts, String slug) {
    List<String> lines = new ArrayList<>(starter.lines().toList());
    List<Member> exercises = new ArrayList<>(open.exercises().toList());
    for (int i = exercises.size() - 1; i >= 0; i--) { // from the end: line numbers stay right
      Member field = exercises.get(i);
      int closing = field.firstLine() - 2;
      if (closing >= 0 && lines.get(closing).endsWith("*/")) {
        String last = lines.remove(closing);
        lines.addAll(closing, extended(last, contracts.get(field.name()), slug));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The last line of a Javadoc, which may be its only one, with more before the end. */
  private static List<String> extended(String last, ContractSource contract, String slug) {
    String indent = last.substring(0, last.indexOf(last.strip()));
    String star = indent + (last.strip().startsWith("/**") ? " * " : "* ");
    String text = last.strip().replaceFirst("\\*/$", "").replaceFirst("^/?\\**", "").strip();
    List<String> lines = new ArrayList<>();
    if (last.strip().startsWith("/**")) {
      lines.add(indent + "/**");
    }
    if (!text.isEmpty()) {
      lines.add(star + text);
    }
    lines.add(star.stripTrailing());
    lines.add(star + "<p>The task is in {@code exercises/" + slug + ".ipynb}. What you write:");
    lines.add(star.stripTrailing());
    lines.add(star + "<pre>{@code");
    lines.addAll(wrapped(star + "  ", contract.signature()));
    for (String record : contract.records()) {
      lines.addAll(wrapped(star + "  ", "record " + record));
    }
    lines.add(star + "}</pre>");
    lines.add(star.stripTrailing() + "/");
    return lines;
  }

  private static List<String> wrapped(String indent, String code) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : code.split("(?<=, )", -1)) {
      if (line.length() + word.stripTrailing().length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent + "    ");
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
