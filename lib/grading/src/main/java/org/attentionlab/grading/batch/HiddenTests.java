package org.attentionlab.grading.batch;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.HiddenChecks;
import org.attentionlab.grading.engine.Contract;

/** The hidden tests in a solutions jar; open as long as they are used. */
public final class HiddenTests implements AutoCloseable {

  private final Path jar;
  private final URLClassLoader loader;
  private final List<HiddenChecks> lessons;

  private HiddenTests(Path jar, URLClassLoader loader, List<HiddenChecks> lessons) {
    this.jar = jar;
    this.loader = loader;
    this.lessons = lessons;
  }

  /**
   * Opens a jar.
   *
   * @throws GradingException when it is missing or holds no hidden tests
   */
  public static HiddenTests open(Path jar) {
    if (!Files.isReadable(jar)) {
      throw new GradingException(
          "grade: no solutions at " + jar + "; build them with ./mvnw -pl solutions -am package");
    }
    try {
      URLClassLoader loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, HiddenTests.class.getClassLoader());
      List<HiddenChecks> lessons =
          ServiceLoader.load(HiddenChecks.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (lessons.isEmpty()) {
        loader.close();
        throw new GradingException("grade: " + jar + " holds no hidden tests");
      }
      return new HiddenTests(jar, loader, lessons);
    } catch (MalformedURLException | ServiceConfigurationError broken) {
      throw new GradingException(
          "grade: " + jar + " cannot be read: " + broken.getMessage(), broken);
    } catch (IOException broken) {
      throw new GradingException(
          "grade: " + jar + " cannot be closed: " + broken.getMessage(), broken);
    }
  }

  /** Numbers of the lessons that have hidden tests, in order. */
  public List<String> lessons() {
    return List.copyOf(new TreeSet<>(lessons.stream().map(HiddenChecks::lesson).toList()));
  }

  /**
   * The exercises of a lesson with their hidden tests, in the course's order.
   *
   * @throws GradingException when the lesson has none
   */
  Map<Contract, Class<?>> of(String lesson) {
    HiddenChecks checks =
        lessons.stream()
            .filter(candidate -> candidate.lesson().equals(lesson))
            .findFirst()
            .orElseThrow(
                () ->
                    new GradingException(
                        "grade: "
                            + jar.getFileName()
                            + " has no tests for lesson "
                            + lesson
                            + "; it has "
                            + String.join(", ", lessons())));
    Map<Contract, Class<?>> exercises = new LinkedHashMap<>();
    for (Class<?> tests : checks.checks()) {
      Class<?> contract =
          Optional.ofNullable(tests.getAnnotation(ChecksOf.class))
              .orElseThrow(
                  () -> new GradingException("grade: " + tests.getName() + " has no @ChecksOf"))
              .value();
      exercises.put(Contract.of(contract), tests);
    }
    return exercises;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException failed) {
      throw new GradingException(
          "grade: " + jar + " cannot be closed: " + failed.getMessage(), failed);
    }
  }
}
