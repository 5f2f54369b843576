package org.attentionlab.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.authoring.ExerciseGenerator;
import org.attentionlab.grading.authoring.GeneratedExercise;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.grading.batch.BatchGrader;
import org.attentionlab.grading.batch.GradingProgress;
import org.attentionlab.grading.batch.GradingRequest;
import org.attentionlab.grading.engine.AnswerGuard;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.notebook.NotebookWriter;
import org.attentionlab.solutions.GradedLesson.GradedExercise;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must hold of every lesson's exercises. Lessons are found by the grader's own way, so a new
 * one needs no line here.
 */
class LessonsTest {

  private static final int HINTS = 3;
  private static final int OWN_MUTANTS = 2;

  /** Generous, for what is tested here is no speed. */
  private static final Limits LIVELINESS =
      new Limits(Duration.ofSeconds(30), Duration.ofMinutes(3), Duration.ofMinutes(8), 256);

  @TempDir static Path folder;

  @Test
  void everySolutionSourceHasHiddenTests() throws IOException {
    Set<String> sources;
    try (Stream<Path> files = Files.list(GradedLesson.SOURCES)) {
      sources =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("Lesson\\d\\d\\.java"))
              .map(name -> name.substring(6, 8))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> graded =
        GradedLesson.all().stream()
            .map(GradedLesson::number)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(sources, graded, "lessons in META-INF/services");
  }

  @TestFactory
  Stream<DynamicContainer> lessons() {
    return GradedLesson.all().stream()
        .map(lesson -> dynamicContainer("lesson " + lesson.number(), tests(lesson)));
  }

  private static Stream<DynamicNode> tests(GradedLesson lesson) {
    return Stream.of(
        dynamicTest("starters score 0, solutions all", () -> starterAndSolutionAreGraded(lesson)),
        dynamicContainer("exercises", lesson.exercises().stream().map(LessonsTest::exercise)),
        dynamicContainer(
            "enough mutants",
            lesson.exercises().stream()
                .map(
                    exercise ->
                        dynamicTest(
                            exercise.contract().label(), () -> hasMutants(exercise, lesson)))),
        dynamicContainer("mutants", lesson.mutants().stream().map(m -> mutant(m, lesson))));
  }

  private static DynamicContainer exercise(GradedExercise exercise) {
    return dynamicContainer(
        exercise.contract().label(),
        Stream.of(
            dynamicTest("reference passes the hidden tests", () -> assertFull(hidden(exercise))),
            dynamicTest("reference passes the public checks", () -> assertFull(shown(exercise))),
            dynamicTest("points add up", () -> pointsAddUp(exercise)),
            dynamicTest(
                "hidden tests have hints and numbers", () -> hasHints(exercise, exercise.hidden())),
            dynamicTest(
                "public checks have hints and numbers",
                () -> hasHints(exercise, exercise.contract().tests()))));
  }

  private static DynamicTest mutant(Mutant<?> mutant, GradedLesson lesson) {
    return dynamicTest(
        mutant + " (" + mutant.killedBy() + ")",
        () -> {
          GradedExercise exercise = exerciseOf(mutant, lesson);
          assertKilled(mutant, run(exercise, exercise.hidden(), mutant.answer()));
          assertKilled(mutant, run(exercise, exercise.contract().tests(), mutant.answer()));
        });
  }

  private static GradedExercise exerciseOf(Mutant<?> mutant, GradedLesson lesson) {
    return lesson.exercises().stream()
        .filter(candidate -> candidate.contract().type() == mutant.contract())
        .findFirst()
        .orElseThrow(() -> new AssertionError(mutant + " is of no exercise of the lesson"));
  }

  private static ExerciseReport hidden(GradedExercise exercise) {
    return run(exercise, exercise.hidden(), exercise.reference());
  }

  private static ExerciseReport shown(GradedExercise exercise) {
    return run(exercise, exercise.contract().tests(), exercise.reference());
  }

  private static ExerciseReport run(GradedExercise exercise, Class<?> tests, Object answer) {
    return CheckRunner.run(
        exercise.contract(), tests, AnswerGuard.around(exercise.contract(), answer));
  }

  private static void assertFull(ExerciseReport report) {
    assertEquals(List.of(), report.mechanisms().stream().filter(part -> !part.passed()).toList());
  }

  private static void pointsAddUp(GradedExercise exercise) {
    assertEquals(exercise.contract().points(), hidden(exercise).possible(), "hidden tests");
    assertEquals(exercise.contract().points(), shown(exercise).possible(), "public checks");
  }

  /** Numbers such as 4.1.2 lead from a result to its test, so they are the exercise's own. */
  private static void hasHints(GradedExercise exercise, Class<?> tests) {
    List<Method> methods =
        Arrays.stream(tests.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    Set<String> numbers = new TreeSet<>();
    for (Method method : methods) {
      assertTrue(method.isAnnotationPresent(Mechanism.class), () -> method + " has no @Mechanism");
      String mechanism = method.getAnnotation(Mechanism.class).value();
      String number = mechanism.split(" ", 2)[0];
      assertTrue(number.startsWith(exercise.contract().id() + "."), mechanism);
      assertTrue(numbers.add(number), () -> number + " is there twice");
      Optional<Hint> hint = Optional.ofNullable(method.getAnnotation(Hint.class));
      Stream<String> texts = hint.stream().flatMap(all -> Arrays.stream(all.value()));
      assertEquals(HINTS, texts.filter(text -> !text.isBlank()).distinct().count(), mechanism);
    }
  }

  private static void hasMutants(GradedExercise exercise, GradedLesson lesson) throws IOException {
    Set<String> kept =
        lesson.mutants().stream()
            .filter(mutant -> mutant.contract() == exercise.contract().type())
            .map(Mutant::mistake)
            .collect(Collectors.toCollection(TreeSet::new));
    String name = exercise.contract().name();
    String typical =
        Optional.ofNullable(wrongAnswers().getProperty(name))
            .orElseThrow(() -> new AssertionError("wrong-answers.properties lacks " + name));
    long listed = Arrays.stream(typical.split(";", -1)).filter(text -> !text.isBlank()).count();
    assertTrue(
        kept.size() >= listed + OWN_MUTANTS,
        () -> name + " needs " + listed + " (" + typical + ") and two more, it has " + kept);
  }

  private static Properties wrongAnswers() throws IOException {
    Properties table = new Properties();
    try (InputStream in = LessonsTest.class.getResourceAsStream("wrong-answers.properties")) {
      table.load(in);
    }
    return table;
  }

  /** The test that is meant to catch it does, and tells the learner which mistake it is. */
  private static void assertKilled(Mutant<?> mutant, ExerciseReport report) {
    MechanismResult result =
        report.mechanisms().stream()
            .filter(part -> part.mechanism().startsWith(mutant.killedBy() + " "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no test has number " + mutant.killedBy()));
    assertEquals(Outcome.FAILED, result.outcome(), () -> mutant + ": " + report);
    assertEquals(Optional.of(mutant.mistake()), result.mistake(), () -> mutant + ": " + result);
    assertTrue(result.details().size() > 1, () -> "no sentence names the mistake: " + result);
  }

  private static void starterAndSolutionAreGraded(GradedLesson lesson) throws IOException {
    GeneratedExercise generated = generate(lesson.solutionSource(), lesson);
    Path place = Files.createDirectories(folder.resolve(lesson.number()));
    Path handedIn = Files.createDirectory(place.resolve("submissions"));
    Files.writeString(handedIn.resolve("open-skeleton.java"), generated.skeleton());
    NotebookWriter.write(generated.student(), handedIn.resolve("open-notebook.ipynb"));
    Files.copy(lesson.solutionSource(), handedIn.resolve("solved-source.java"));
    NotebookWriter.write(generated.solution(), handedIn.resolve("solved-notebook.ipynb"));
    Path half = place.resolve("Lesson" + lesson.number() + ".java");
    Files.writeString(half, HalfSolved.of(lesson.solutionSource()));
    Files.copy(half, handedIn.resolve("half-source.java"));
    NotebookWriter.write(
        generate(half, lesson).solution(), handedIn.resolve("half-notebook.ipynb"));
    GradingRequest request =
        GradingRequest.of(
                handedIn, Path.of("target/classes"), place.resolve("out"), lesson.number())
            .trustingSubmissions()
            .within(LIVELINESS);
    int all = lesson.exercises().stream().mapToInt(e -> e.contract().points()).sum();
    List<String> wrong = new ArrayList<>();
    List<StudentResult> results = BatchGrader.grade(request, GradingProgress.silent()).students();
    bothFormsOfAFaultyAnswerAreGradedAlike(results);
    for (StudentResult result : results) {
      if (result.student().startsWith("half")) {
        continue;
      }
      boolean open = result.student().startsWith("open");
      boolean right =
          open
              ? result.points() == 0 && result.status().startsWith("not solved: ")
              : result.points() == all && result.status().equals("ok");
      if (!right) {
        wrong.add(result.student() + ": " + result.points() + ", " + result.status());
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static GeneratedExercise generate(Path source, GradedLesson lesson) {
    return ExerciseGenerator.generate(
        source, lesson.contractsFolder(), lesson.number() + "-lesson", "Lesson " + lesson.number());
  }

  /** What failed and why is the same, but for the place, which is a line or a cell. */
  private static void bothFormsOfAFaultyAnswerAreGradedAlike(List<StudentResult> results) {
    List<StudentResult> half =
        results.stream().filter(result -> result.student().startsWith("half")).toList();
    assertEquals(2, half.size());
    assertEquals(outcomes(half.get(0)), outcomes(half.get(1)));
    Set<Outcome> seen =
        half.get(0).exercises().stream()
            .flatMap(report -> report.mechanisms().stream())
            .map(MechanismResult::outcome)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(seen.contains(Outcome.FAILED), () -> "the faults went unnoticed: " + seen);
    assertTrue(!seen.contains(Outcome.CHECK_BROKEN), seen::toString);
  }

  private static List<String> outcomes(StudentResult result) {
    return result.exercises().stream()
        .flatMap(report -> report.mechanisms().stream())
        .map(
            part ->
                part.mechanism()
                    + " "
                    + part.outcome()
                    + " "
                    + part.mistake()
                    + part.details().stream().limit(1).toList())
        .toList();
  }
}
