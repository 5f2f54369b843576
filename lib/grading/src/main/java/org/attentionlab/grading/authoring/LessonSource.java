package org.attentionlab.grading.authoring;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.attentionlab.grading.GradingException;

/**
 * The class that holds a lesson's answers, solved or blanked.
 *
 * @param introduction the class's Javadoc in Markdown
 * @param imports what the file imports: {@code org.attentionlab.tensor.Tensor}, {@code static
 *     java.lang.Math.sqrt}
 * @param members fields and helpers in the order of the source
 */
record LessonSource(String introduction, List<String> imports, List<Member> members) {

  /**
   * A member of the class as a notebook's cell shows it.
   *
   * @param kind the field of an exercise, or a helper
   * @param name of the field, method or class
   * @param type simple name of a field's type, the contract; empty for helpers
   * @param code the declaration without modifiers; a helper's Javadoc stays
   * @param firstLine line of its declaration in the source
   * @param lastLine its last line
   */
  record Member(Kind kind, String name, String type, String code, int firstLine, int lastLine) {}

  enum Kind {
    EXERCISE,
    HELPER
  }

  /**
   * Takes a source apart.
   *
   * @param name what a message calls the file
   * @throws GradingException when it is no Java or holds what no cell can show
   */
  static LessonSource parse(String name, String text) {
    JavaSource source = JavaSource.parse(name, text);
    String introduction =
        source
            .typeDoc()
            .map(doc -> new JavadocMarkdown(name, source.docs()).body(doc))
            .orElseThrow(() -> source.problem(source.type(), "the class has no Javadoc"));
    List<String> imports = new ArrayList<>();
    for (ImportTree tree : source.unit().getImports()) {
      imports.add((tree.isStatic() ? "static " : "") + tree.getQualifiedIdentifier());
    }
    List<Member> members =
        source.type().getMembers().stream().map(tree -> member(source, tree)).toList();
    return new LessonSource(introduction, List.copyOf(imports), members);
  }

  /** The fields that are exercises, in the order of the source. */
  Stream<Member> exercises() {
    return members.stream().filter(member -> member.kind() == Kind.EXERCISE);
  }

  private static Member member(JavaSource source, Tree tree) {
    if (tree instanceof VariableTree field) {
      return field.getModifiers().getFlags().contains(Modifier.PRIVATE)
          ? helper(source, field.getName().toString(), tree, field.getModifiers())
          : exercise(source, field);
    }
    if (tree instanceof MethodTree method && method.getReturnType() != null) {
      return helper(source, method.getName().toString(), tree, method.getModifiers());
    }
    if (tree instanceof ClassTree type) {
      return helper(source, type.getSimpleName().toString(), tree, type.getModifiers());
    }
    throw source.problem(
        tree, "no notebook cell can hold a constructor or an initialiser; use a field or a method");
  }

  private static Member exercise(JavaSource source, VariableTree field) {
    return new Member(
        Kind.EXERCISE,
        field.getName().toString(),
        field.getType().toString(),
        source.textWithoutModifiers(field, field.getModifiers()),
        source.firstLine(field),
        source.lastLine(field));
  }

  private static Member helper(JavaSource source, String name, Tree tree, ModifiersTree modifiers) {
    String code = source.commentAbove(tree) + "\n" + source.textWithoutModifiers(tree, modifiers);
    return new Member(
        Kind.HELPER, name, "", code.strip(), source.firstLine(tree), source.lastLine(tree));
  }
}
