package org.attentionlab.solutions;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Answers as text, cut out of a Java file: what a student would have written. */
final class AnswerTexts {

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private AnswerTexts(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  static AnswerTexts of(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      return new AnswerTexts(
          Files.readString(file), unit, Trees.instance(task).getSourcePositions());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** From the name of a field to its initial value: {@code (queries, keys) -> ...}. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    members(VariableTree.class)
        .forEach(field -> fields.put(field.getName().toString(), of(field.getInitializer())));
    return fields;
  }

  /** The wrong answers of a class of mutants, in the order of its list. */
  List<String> mutants() {
    List<String> answers = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getArguments().size() == 3
            && isText(call.getArguments().get(0))
            && isText(call.getArguments().get(1))) {
          answers.add(lambda(call.getArguments().get(2)));
          return null;
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(unit, null);
    return answers;
  }

  /** The methods of the file that an answer uses, and those that they use. */
  Set<String> helpersOf(String answer) {
    Set<String> used = new LinkedHashSet<>();
    members(MethodTree.class)
        .filter(method -> !method.getName().contentEquals("<init>"))
        .filter(method -> !of(method).contains(answer))
        .filter(method -> !method.getReturnType().toString().startsWith("Mutant"))
        .filter(method -> answer.matches("(?s).*(?<![.\\w])" + method.getName() + "\\(.*"))
        .map(method -> of(method).replaceFirst("private static ", "static "))
        .forEach(
            helper -> {
              used.add(helper);
              used.addAll(helpersOf(helper.substring(helper.indexOf('{'))));
            });
    return used;
  }

  /** A reference to a method of the file's class, as a call that works in another class too. */
  private String lambda(Tree answer) {
    if (!(answer instanceof MemberReferenceTree reference)) {
      return of(answer);
    }
    int count =
        members(MethodTree.class)
            .filter(method -> method.getName().equals(reference.getName()))
            .findFirst()
            .orElseThrow()
            .getParameters()
            .size();
    String parameters =
        IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    return "(" + parameters + ") -> " + reference.getName() + "(" + parameters + ")";
  }

  private <T extends Tree> Stream<T> members(Class<T> kind) {
    ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
    return type.getMembers().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static boolean isText(Tree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
  }

  private String of(Tree tree) {
    return text.substring(
        (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
  }
}
