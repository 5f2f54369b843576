package org.attentionlab.grading.authoring;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.attentionlab.grading.GradingException;

/** A Java file as the compiler's parser sees it: trees, their text, their Javadoc. */
final class JavaSource {

  private final String name;
  private final String text;
  private final CompilationUnitTree unit;
  private final DocTrees docs;

  private JavaSource(String name, String text, CompilationUnitTree unit, DocTrees docs) {
    this.name = name;
    this.text = text;
    this.unit = unit;
    this.docs = docs;
  }

  /** Reads a file's text with line feeds alone. */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new GradingException(
          file + ": cannot be read; is the path right, and the file UTF-8?", unreadable);
    }
  }

  /**
   * Parses a file's text.
   *
   * @param name what a message calls the file
   * @throws GradingException when the text is no Java; the message names the line
   */
  static JavaSource parse(String name, String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new GradingException("This Java has no compiler; run with a JDK instead of a JRE");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none");
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, found, options, null, List.of(file(text)));
    CompilationUnitTree unit;
    try {
      unit = task.parse().iterator().next();
    } catch (IOException impossible) {
      throw new GradingException(name + ": cannot be parsed", impossible);
    }
    for (Diagnostic<? extends JavaFileObject> problem : found.getDiagnostics()) {
      if (problem.getKind() == Diagnostic.Kind.ERROR) {
        throw new GradingException(
            name + ", line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ENGLISH));
      }
    }
    return new JavaSource(name, text, unit, DocTrees.instance(task));
  }

  private static JavaFileObject file(String text) {
    URI uri = URI.create("string:///Source.java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  CompilationUnitTree unit() {
    return unit;
  }

  DocTrees docs() {
    return docs;
  }

  /** The first type of the file. */
  ClassTree type() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .findFirst()
        .orElseThrow(() -> new GradingException(name + ": the file declares no class"));
  }

  /** The Javadoc of the first type. */
  Optional<DocCommentTree> typeDoc() {
    return Optional.ofNullable(docs.getDocCommentTree(TreePath.getPath(unit, type())));
  }

  /** The Javadoc of a member. */
  Optional<DocCommentTree> doc(Tree member) {
    return Optional.ofNullable(docs.getDocCommentTree(TreePath.getPath(unit, member)));
  }

  /** A member's text from behind its modifiers to its end. */
  String textWithoutModifiers(Tree member, ModifiersTree modifiers) {
    int end = (int) positions().getEndPosition(unit, modifiers);
    int start = end < 0 ? start(member) : end;
    return dedented(text.substring(start, end(member)).strip(), column(start(member)));
  }

  /** The block comment right above a member, as it stands; empty where there is none. */
  String commentAbove(Tree member) {
    String before = text.substring(0, start(member)).stripTrailing();
    if (!before.endsWith("*/")) {
      return "";
    }
    return dedented(before.substring(before.lastIndexOf("/*")), column(start(member)));
  }

  int firstLine(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(start(tree));
  }

  int lastLine(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(end(tree) - 1);
  }

  /** A complaint about a place in this file. */
  GradingException problem(Tree where, String message) {
    return new GradingException(name + ", line " + firstLine(where) + ": " + message);
  }

  private SourcePositions positions() {
    return docs.getSourcePositions();
  }

  private int start(Tree tree) {
    return (int) positions().getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions().getEndPosition(unit, tree);
  }

  private int column(int position) {
    return position - (text.lastIndexOf('\n', position - 1) + 1);
  }

  /** Takes up to so many blanks off the front of every line but the first. */
  private static String dedented(String code, int blanks) {
    return code.replaceAll("\n {0," + blanks + "}", "\n");
  }
}
