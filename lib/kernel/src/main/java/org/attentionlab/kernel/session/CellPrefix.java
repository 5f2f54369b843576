package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell up to the cursor, in forms that JShell can judge although the cell has not run.
 *
 * <p>JShell looks at one statement at a time and knows only what has run. So what the cell itself
 * declares before the cursor goes in front of the unfinished statement, all of it within one block;
 * names that the cell imports are written out in full; magics are left out. Only ends are compared,
 * so it does not matter that offsets from the beginning change.
 */
final class CellPrefix {
  /** The name of the class that holds the cell's methods. */
  static final String CLASS = "Cell$";

  private static final Pattern IMPORT =
      Pattern.compile("\\s*import\\s+(static\\s+)?([\\w$.]+?)(\\.\\*)?\\s*;?\\s*");

  private static final Pattern METHOD =
      Pattern.compile(
          "\\s*(?:(?:@\\w+|public|private|protected|static|final|synchronized)\\s+)*"
              + "(?:<[^(){}]*>\\s*)?([\\w$.]+)(?:<[^(){};=]*>)?(?:\\[\\s*\\])*\\s+[\\w$]+\\s*"
              + "\\([^(){};=]*\\)\\s*(?:throws\\s[\\w$., ]+)?\\{.*",
          Pattern.DOTALL);

  private static final Set<String> NO_TYPE = Set.of("new", "return", "else", "throw", "yield");

  private static final Pattern TYPE_NAME = Pattern.compile("(?<![.\\w$])[A-Z][\\w$]*");

  private static final Pattern COMMENT =
      Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

  private final SessionNames names;
  private final StringBuilder methods = new StringBuilder();
  private final StringBuilder statements = new StringBuilder();
  private final List<String> packages = new ArrayList<>();
  private final Map<String, String> imported = new LinkedHashMap<>();
  private String tail = "";

  private CellPrefix(SessionNames names) {
    this.names = names;
  }

  static CellPrefix of(String before, SessionNames names) {
    CellPrefix prefix = new CellPrefix(names);
    CellSource source = CellSource.parse(before);
    for (CellSource.Part part : source.parts()) {
      prefix.finish();
      if (part instanceof CellSource.Java java) {
        prefix.add(source.code().substring(java.from(), java.to()));
      } else if (part instanceof CellSource.WholeCell whole) {
        // Such as one that takes the time of the code in it.
        prefix.add(whole.body());
      } else {
        prefix.tail = "";
      }
    }
    return prefix;
  }

  /** Where something follows, what seemed unfinished was a statement. */
  private void finish() {
    if (!tail.isBlank()) {
      place(tail);
    }
  }

  private void add(String code) {
    SourceCodeAnalysis analysis = names.analysis();
    String rest = code;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      boolean more = info.completeness().isComplete() && !info.remaining().isBlank();
      if (!more && endsAfterStatement(rest, info)) {
        place(rest);
        tail = "";
        return;
      }
      if (!more) {
        tail = rest;
        return;
      }
      place(rest.substring(0, rest.length() - info.remaining().length()));
      rest = info.remaining();
    }
  }

  private static boolean endsAfterStatement(String rest, CompletionInfo info) {
    String text = rest.stripTrailing();
    return info.completeness() == SourceCodeAnalysis.Completeness.COMPLETE
        && (text.endsWith(";") || text.endsWith("}"));
  }

  private void place(String statement) {
    Matcher anImport = IMPORT.matcher(COMMENT.matcher(statement).replaceAll(" "));
    if (anImport.matches()) {
      String name = anImport.group(2);
      if (anImport.group(1) == null && anImport.group(3) != null) {
        packages.add(name);
      } else if (anImport.group(1) == null) {
        imported.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    } else if (isMethod(statement)) {
      methods.append(statement).append('\n');
    } else {
      statements.append(statement).append(";\n");
    }
  }

  private static boolean isMethod(String statement) {
    Matcher method = METHOD.matcher(COMMENT.matcher(statement).replaceAll(" "));
    return method.matches() && !NO_TYPE.contains(method.group(1));
  }

  /** The unfinished statement, as typed. */
  String tail() {
    return tail;
  }

  boolean isImport() {
    return tail.stripLeading().startsWith("import ") || tail.strip().equals("import");
  }

  /** The forms in which to judge a statement, the most likely first; each ends with it. */
  List<String> readings(String statement) {
    String written = inFull(statement);
    String before = inFull(statements.toString());
    String declared = inFull(methods.toString());
    List<String> readings = new ArrayList<>();
    if (isMethod(statement)) {
      readings.add("{ " + before + "class " + CLASS + " { " + declared + written);
    } else if (!methods.isEmpty()) {
      readings.add("{ class " + CLASS + " { " + declared + "{ " + before + written);
    } else {
      readings.add("{ " + before + written);
    }
    if (!isMethod(statement) && (!methods.isEmpty() || !statements.isEmpty())) {
      // What came before may be what JShell stumbles over.
      readings.add("{ " + written);
    }
    return readings;
  }

  /** The code with what the cell imports written out, but for a word that is still being typed. */
  private String inFull(String code) {
    if (imported.isEmpty() && packages.isEmpty()) {
      return code;
    }
    Matcher name = TYPE_NAME.matcher(code);
    return name.replaceAll(
        m ->
            Matcher.quoteReplacement(
                m.end() == code.length() ? m.group() : qualified(m.group()).orElse(m.group())));
  }

  /** The qualified name of a class that the cell imports. */
  Optional<String> qualified(String simpleName) {
    return Optional.ofNullable(imported.get(simpleName))
        .or(
            () ->
                packages.stream()
                    .map(p -> p + "." + simpleName)
                    .filter(name -> names.load(name).isPresent())
                    .findFirst());
  }

  /** The packages that the cell imports whole. */
  List<String> packages() {
    return packages;
  }

  /** The classes that the cell imports, by simple name. */
  Map<String, String> imported() {
    return imported;
  }
}
