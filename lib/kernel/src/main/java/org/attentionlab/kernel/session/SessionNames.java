package org.attentionlab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** What names mean in a session: for help while typing, so nothing here runs the user's code. */
public final class SessionNames {
  private final JShell shell;
  private final ClassLoader loader;

  SessionNames(JShell shell, ClassLoader loader) {
    this.shell = shell;
    this.loader = loader;
  }

  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /**
   * A variable's value, in a list because it may be null; empty where there is no such variable.
   */
  List<Optional<Object>> valueOf(String variable) {
    return shell
        .variables()
        .filter(v -> v.name().equals(variable) && shell.status(v) == Snippet.Status.VALID)
        .map(this::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Optional<Object>> read(VarSnippet variable) {
    try {
      String holder = analysis().wrapper(variable).fullClassName();
      Field field = Class.forName(holder, false, loader).getDeclaredField(variable.name());
      // The field is public, the class that JShell puts it in is not.
      return Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()
          ? Optional.of(Optional.ofNullable(field.get(null)))
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Whether a class was declared in a cell. */
  boolean isFromCell(Class<?> type) {
    return type.getClassLoader() == loader && type.getName().startsWith("REPL.");
  }

  /** A class by the name that cells use for it: one of a cell's own, or a qualified name. */
  Optional<Class<?>> type(String name) {
    return shell
        .snippets()
        .filter(s -> s instanceof TypeDeclSnippet && shell.status(s).isDefined())
        .filter(s -> name.equals(((TypeDeclSnippet) s).name()))
        .map(s -> load(analysis().wrapper(s).fullClassName() + "$" + name))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> qualified(name));
  }

  private Optional<Class<?>> qualified(String name) {
    String binary = name;
    Optional<Class<?>> found = load(binary);
    while (found.isEmpty() && binary.contains(".")) {
      int dot = binary.lastIndexOf('.');
      binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      found = load(binary);
    }
    return found;
  }

  Optional<Class<?>> load(String binaryName) {
    try {
      return Optional.of(Class.forName(binaryName, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Jars and directories that magics have added. */
  List<URL> added() {
    return loader instanceof URLClassLoader urls ? Stream.of(urls.getURLs()).toList() : List.of();
  }
}
