package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Whether code can be run as it stands, or more lines are to follow. */
public final class Readiness {
  private static final String INDENT = "    ";

  /** A line after which one more step in is due, though no bracket is open. */
  private static final Pattern CONTINUES =
      Pattern.compile("(?s).*(?:[=+\\-*/%&|^?:.,<]|->|\\belse|\\breturn|\\bdo|\\))\\s*");

  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private Readiness() {}

  /**
   * Judges code.
   *
   * <p>Code that cannot be judged, because the compiler fails on it, may be complete; a front end
   * then decides by itself.
   *
   * @return {@link BaseKernel#IS_COMPLETE_YES}, {@link BaseKernel#IS_COMPLETE_BAD}, {@link
   *     BaseKernel#IS_COMPLETE_MAYBE}, or the blanks that the next line begins with
   */
  public static String of(String code, SourceCodeAnalysis analysis) {
    try {
      return judged(code, analysis);
    } catch (RuntimeException | StackOverflowError e) {
      return BaseKernel.IS_COMPLETE_MAYBE;
    }
  }

  private static String judged(String code, SourceCodeAnalysis analysis) {
    CellSource source = CellSource.parse(code);
    List<String> statements = new ArrayList<>();
    for (CellSource.Part part : source.parts()) {
      if (part instanceof CellSource.Java java) {
        String rest = source.code().substring(java.from(), java.to());
        while (!rest.isBlank()) {
          CompletionInfo info = analysis.analyzeCompletion(StatementSplitter.readable(rest));
          switch (info.completeness()) {
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
              return indent(rest);
            }
            case UNKNOWN -> {
              return BaseKernel.IS_COMPLETE_BAD;
            }
            case EMPTY -> rest = "";
            default -> {
              statements.add(rest.substring(0, rest.length() - info.remaining().length()));
              rest = info.remaining();
            }
          }
        }
      }
    }
    return statements.stream().allMatch(Syntax::isJava)
        ? BaseKernel.IS_COMPLETE_YES
        : BaseKernel.IS_COMPLETE_BAD;
  }

  /**
   * The blanks before the next line: four for each line that opened something, four more where the
   * last line breaks off; in a comment or a text block, as many as the last line has.
   */
  private static String indent(String code) {
    Brackets brackets = Brackets.of(code);
    String line = code.substring(code.stripTrailing().lastIndexOf('\n') + 1);
    if (brackets.inComment()) {
      boolean first = line.stripLeading().startsWith("/*");
      return leadingBlanks(line) + (first ? " " : "");
    }
    if (brackets.inTextBlock()) {
      return leadingBlanks(line);
    }
    boolean breaksOff =
        !brackets.lastLineOpens()
            && CONTINUES.matcher(COMMENT.matcher(line).replaceAll(" ")).matches();
    return INDENT.repeat(brackets.depth() + (breaksOff ? 1 : 0));
  }

  private static String leadingBlanks(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
