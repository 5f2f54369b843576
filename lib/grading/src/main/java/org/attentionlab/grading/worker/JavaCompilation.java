package org.attentionlab.grading.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.attentionlab.grading.protocol.ThrownText;

/**
 * Compiles one Java text in memory, without annotation processing.
 *
 * @param classes from binary name to byte code; empty when there are errors
 * @param errors a line for each error, first things first
 */
record JavaCompilation(Map<String, byte[]> classes, List<String> errors) {

  private static final int ERRORS_SHOWN = 3;

  static JavaCompilation of(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8);
    Output output = new Output(standard);
    List<String> options =
        List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
    boolean done;
    try {
      done =
          compiler
              .getTask(
                  Writer.nullWriter(), output, found, options, List.of(), List.of(new Text(text)))
              .call();
    } catch (RuntimeException | StackOverflowError crashed) {
      return new JavaCompilation(
          Map.of(), List.of("the compiler gave up: " + crashed.getClass().getSimpleName()));
    }
    List<String> errors =
        found.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .limit(ERRORS_SHOWN)
            .map(JavaCompilation::line)
            .toList();
    if (!done && errors.isEmpty()) {
      return new JavaCompilation(Map.of(), List.of("the compiler gave up without a message"));
    }
    return new JavaCompilation(done ? output.classes() : Map.of(), errors);
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    return "line " + diagnostic.getLineNumber() + ": " + message(diagnostic);
  }

  /** javac's message in one line, without the place that the learner knows anyway. */
  static String message(Diagnostic<?> diagnostic) {
    return oneLine(diagnostic.getMessage(Locale.ENGLISH));
  }

  static String oneLine(String message) {
    return message
        .lines()
        .map(part -> part.strip().replaceAll("\\s+", " "))
        .filter(part -> !part.isEmpty() && !part.startsWith("location:"))
        .collect(Collectors.joining("; "));
  }

  /** The source; its file's name does not matter, whatever its public class is called. */
  private static final class Text extends SimpleJavaFileObject {

    private final String text;

    Text(String text) {
      super(URI.create("string:///" + ThrownText.SUBMISSION), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps the class files in memory. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    Output(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          files.put(name, file);
          return file;
        }
      };
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new LinkedHashMap<>();
      files.forEach((name, file) -> classes.put(name, file.toByteArray()));
      return classes;
    }
  }
}
