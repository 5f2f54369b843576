package org.attentionlab.kernel.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Says what stands at the cursor: signature and documentation. */
public final class Inspector {
  private final SourceCodeAnalysis analysis;

  /** Asks JShell's analysis. */
  public Inspector(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * What was found.
   *
   * @param text for a terminal
   * @param html for a page
   */
  public record Inspection(String text, String html) {}

  /**
   * Looks at a place: inside an identifier, behind it, behind an opening parenthesis or within
   * arguments.
   *
   * @param code the whole cell
   * @param cursor an offset in it
   */
  public Optional<Inspection> inspect(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    boolean inName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
    String upTo = code.substring(0, end);
    // A method is found by its opening parenthesis, a class or a field by its name.
    Set<String> views = new LinkedHashSet<>(inName ? List.of(upTo + "(", upTo) : List.of(upTo));
    for (String view : views) {
      List<Documentation> found = analysis.documentation(view, view.length(), true);
      if (!found.isEmpty()) {
        return Optional.of(describe(found));
      }
    }
    return Optional.empty();
  }

  private static Inspection describe(List<Documentation> found) {
    String text =
        found.stream()
            .map(d -> d.signature() + javadoc(d).map(j -> "\n" + Javadoc.text(j)).orElse(""))
            .collect(Collectors.joining("\n\n"));
    String html =
        found.stream()
            .map(
                d ->
                    "<pre>"
                        + Javadoc.escape(d.signature())
                        + "</pre>"
                        + javadoc(d).map(j -> "<div>" + Javadoc.html(j) + "</div>").orElse(""))
            .collect(Collectors.joining("<hr>"));
    return new Inspection(text, html);
  }

  private static Optional<String> javadoc(Documentation documentation) {
    return Optional.ofNullable(documentation.javadoc()).filter(text -> !text.isBlank());
  }
}
