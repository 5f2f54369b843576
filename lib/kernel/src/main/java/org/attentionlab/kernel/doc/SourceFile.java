package org.attentionlab.kernel.doc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Java file, parsed but not compiled: its declarations, with their comments. */
final class SourceFile {
  private final String text;
  private final CompilationUnitTree unit;
  private final DocTrees trees;

  private SourceFile(String text, CompilationUnitTree unit, DocTrees trees) {
    this.text = text;
    this.unit = unit;
    this.trees = trees;
  }

  /** Parses; what does not parse is left out. */
  static SourceFile parse(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                problem -> {},
                List.of("-proc:none"),
                null,
                List.of(new SourceText(text)));
    try {
      return new SourceFile(text, task.parse().iterator().next(), DocTrees.instance(task));
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
  }

  /** The declaration of a class. */
  Optional<TreePath> type(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
      names.add(0, c.getSimpleName());
    }
    TreePath at = new TreePath(unit);
    for (String name : names) {
      Optional<TreePath> next = member(at, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private static Optional<TreePath> member(TreePath parent, String name) {
    List<? extends Tree> members =
        parent.getLeaf() instanceof ClassTree c
            ? c.getMembers()
            : parent.getCompilationUnit().getTypeDecls();
    return members.stream()
        .filter(m -> m instanceof ClassTree c && c.getSimpleName().contentEquals(name))
        .map(m -> new TreePath(parent, m))
        .findFirst();
  }

  /**
   * A method or constructor.
   *
   * @param type a path to the class
   * @param name {@code <init>} for a constructor
   * @param parameters their types, without packages and type arguments; where only one method has
   *     the name and as many parameters, the types need not fit
   */
  Optional<TreePath> method(TreePath type, String name, List<String> parameters) {
    List<MethodTree> named =
        ((ClassTree) type.getLeaf())
            .getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(m -> m.getName().contentEquals(name))
                .filter(m -> m.getParameters().size() == parameters.size())
                .toList();
    List<MethodTree> fitting = named.stream().filter(m -> types(m).equals(parameters)).toList();
    List<MethodTree> chosen = fitting.isEmpty() && named.size() == 1 ? named : fitting;
    return chosen.stream().findFirst().map(m -> new TreePath(type, m));
  }

  private static List<String> types(MethodTree method) {
    return method.getParameters().stream()
        .map(parameter -> TypeText.plain(parameter.getType().toString()))
        .toList();
  }

  /** A field, an enum constant or a component of a record. */
  Optional<TreePath> field(TreePath type, String name) {
    return ((ClassTree) type.getLeaf())
        .getMembers().stream()
            .filter(m -> m instanceof VariableTree v && v.getName().contentEquals(name))
            .map(m -> new TreePath(type, m))
            .findFirst();
  }

  Optional<DocCommentTree> comment(TreePath declaration) {
    return Optional.ofNullable(trees.getDocCommentTree(declaration));
  }

  /** The text of a declaration, without its comment, moved to the left. */
  String source(TreePath declaration) {
    SourcePositions positions = trees.getSourcePositions();
    int from = (int) positions.getStartPosition(unit, declaration.getLeaf());
    int to = (int) positions.getEndPosition(unit, declaration.getLeaf());
    if (from < 0 || to < from) {
      return "";
    }
    int line = text.lastIndexOf('\n', from) + 1;
    return (" ".repeat(from - line) + text.substring(from, to)).stripIndent();
  }
}
