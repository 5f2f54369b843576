package org.attentionlab.grading.batch;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Plan;

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
   * Looks the tests of an assignment up.
   *
   * @throws GradingException when there are none for one of its exercises
   */
  public Plan plan(Assignment assignment) {
    if (assignment.lesson().isPresent()) {
      String lesson = assignment.lesson().get();
      return new Plan(assignment, List.of(new Plan.Part(lesson, of(lesson))));
    }
    Map<String, Map<Contract, Class<?>>> byLesson = new LinkedHashMap<>();
    for (String id : assignment.exercises().keySet()) {
      String lesson = lessonOf(id);
      Map<Contract, Class<?>> all = of(lesson);
      Contract wanted =
          all.keySet().stream()
              .filter(contract -> contract.id().equals(id))
              .findFirst()
              .orElseThrow(() -> unknown(id, lesson, all.keySet()));
      byLesson.computeIfAbsent(lesson, key -> new LinkedHashMap<>()).put(wanted, all.get(wanted));
    }
    List<Plan.Part> parts = new ArrayList<>();
    byLesson.forEach((lesson, exercises) -> parts.add(new Plan.Part(lesson, exercises)));
    return new Plan(assignment, parts);
  }

  private static GradingException unknown(String id, String lesson, Collection<Contract> there) {
    return new GradingException(
        "grade: lesson "
            + lesson
            + " has no exercise "
            + id
            + "; it has "
            + String.join(", ", there.stream().map(Contract::id).toList()));
  }

  private static String lessonOf(String id) {
    String number = id.substring(0, id.indexOf('.'));
    return number.length() == 1 ? "0" + number : number;
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
