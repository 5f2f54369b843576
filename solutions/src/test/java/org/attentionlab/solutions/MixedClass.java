package org.attentionlab.solutions;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.grading.engine.AnswerGuard;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.solutions.GradedLesson.GradedExercise;

/**
 * Writes the submissions of a class to lesson 02, which has five exercises: right, wrong, broken
 * and hostile ones, and what each must get.
 *
 * <p>Of a hundred 55 are right, 25 have mutants in one to three exercises, 10 are broken or
 * unfinished and 10 hostile. No two are alike to the letter. What a mutant must get comes from the
 * hidden tests against the mutant itself in this process, so that neither the grader's compiling
 * nor its workers have a part in it. The same seed always writes the same class.
 *
 * <p>Arguments: how many, seed, folder. It writes {@code submissions/} and {@code expected.csv}:
 * student, points by exercise, a regular expression for the status.
 */
final class MixedClass {

  private static final String OK = "ok";
  private static final int TWENTIETHS = 20;

  private final Random random;
  private final GradedLesson lesson =
      GradedLesson.all().stream()
          .filter(one -> one.number().equals("02"))
          .findFirst()
          .orElseThrow();
  private final Map<String, String> right =
      AnswerTexts.of(GradedLesson.SOURCES.resolve("Lesson02.java")).fields();
  private final Map<String, String> open =
      AnswerTexts.of(Path.of("../exercises/02-score-functions/Lesson02.java")).fields();
  private final AnswerTexts wrong =
      AnswerTexts.of(GradedLesson.SOURCES.resolve("mutants/lesson02/Lesson02Mutants.java"));
  private final List<String> mutants = wrong.mutants();
  private final Map<Integer, Integer> pointsOfMutants = new TreeMap<>();
  private final HandedIn form;
  private final HostileAnswers attacks;

  private MixedClass(long seed) throws IOException {
    random = new Random(seed);
    Map<String, String> types = new LinkedHashMap<>();
    lesson
        .exercises()
        .forEach(one -> types.put(one.contract().name(), one.contract().type().getSimpleName()));
    form = new HandedIn(lesson.exercises().get(0).contract().type().getPackageName(), types);
    attacks = new HostileAnswers(form, right);
  }

  /** Writes a class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("give three arguments: COUNT SEED FOLDER");
    }
    int count = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[2]);
    new MixedClass(Long.parseLong(arguments[1])).write(count, folder);
  }

  /**
   * A submission.
   *
   * @param suffix of its file
   * @param text its content
   * @param charset how the text is written
   * @param points by exercise
   * @param status regular expression
   */
  private record Submission(
      String suffix, String text, Charset charset, Map<String, Integer> points, String status) {

    static Submission of(String suffix, String text, Map<String, Integer> points, String status) {
      return new Submission(suffix, text, StandardCharsets.UTF_8, points, status);
    }
  }

  private void write(int count, Path folder) throws IOException {
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      kinds.add(i % TWENTIETHS);
    }
    Collections.shuffle(kinds, random);
    Path submissions = Files.createDirectories(folder.resolve("submissions"));
    List<String> lines = new ArrayList<>();
    lines.add("student," + String.join(",", right.keySet()) + ",status");
    for (int i = 0; i < count; i++) {
      String student = String.format(Locale.ROOT, "student-%04d", i + 1);
      Submission one = ofKind(kinds.get(i));
      Files.writeString(submissions.resolve(student + one.suffix()), one.text(), one.charset());
      String points =
          one.points().values().stream().map(String::valueOf).collect(Collectors.joining(","));
      lines.add(student + "," + points + ",\"" + one.status() + "\"");
    }
    Files.write(folder.resolve("expected.csv"), lines);
  }

  private Submission ofKind(int twentieth) {
    if (twentieth < 11) {
      return inEitherForm(right, List.of(), all(), OK);
    }
    if (twentieth < 16) {
      return wrong();
    }
    return twentieth < 18 ? broken() : hostile();
  }

  private Submission wrong() {
    Map<String, String> answers = new LinkedHashMap<>(right);
    Map<String, Integer> points = all();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int which = random.nextInt(mutants.size());
      Mutant<?> mutant = lesson.mutants().get(which);
      GradedExercise exercise =
          lesson.exercises().stream()
              .filter(one -> one.contract().type() == mutant.contract())
              .findFirst()
              .orElseThrow();
      answers.put(exercise.contract().name(), mutants.get(which));
      points.put(
          exercise.contract().name(),
          pointsOfMutants.computeIfAbsent(which, key -> points(exercise, mutant.answer())));
    }
    Set<String> helpers = new LinkedHashSet<>();
    answers.values().forEach(answer -> helpers.addAll(wrong.helpersOf(answer)));
    return inEitherForm(answers, List.copyOf(helpers), points, OK);
  }

  private static int points(GradedExercise exercise, Object answer) {
    return CheckRunner.run(
            exercise.contract(), exercise.hidden(), AnswerGuard.around(exercise.contract(), answer))
        .points();
  }

  private Submission broken() {
    String name = oneOf(List.copyOf(right.keySet()));
    return switch (random.nextInt(8)) {
      case 0 -> inEitherForm(open, List.of(), none(), "not solved: .*");
      case 1 -> unfinished();
      case 2 -> {
        Map<String, String> without = new LinkedHashMap<>(right);
        without.remove(name);
        yield inEitherForm(without, List.of(), allBut(name), "missing answer: .*" + name);
      }
      case 3 ->
          Submission.of(
              ".java", half(form.java(right, List.of(), remark())), none(), "compile error: .*");
      case 4 -> {
        Map<String, String> typo = new LinkedHashMap<>(right);
        typo.put(name, right.get(name).replaceFirst("queries|scores", "qeuries"));
        yield Submission.of(
            ".ipynb",
            form.notebook(typo, List.of(), remark()),
            allBut(name),
            "compile error: .*" + name + "\\)");
      }
      case 5 ->
          Submission.of(
              ".ipynb",
              half(form.notebook(right, List.of(), remark())),
              none(),
              "broken notebook: .*");
      case 6 ->
          new Submission(
              ".java",
              form.java(right, List.of(), remark() + " \u00e9"),
              StandardCharsets.ISO_8859_1,
              none(),
              "unreadable: the file is not UTF-8 text");
      default -> Submission.of(".java", "", none(), "missing: the file is empty");
    };
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  private Submission unfinished() {
    Map<String, String> answers = new LinkedHashMap<>(right);
    Map<String, Integer> points = all();
    for (String name : right.keySet()) {
      if (random.nextBoolean()) {
        answers.put(name, open.get(name));
        points.put(name, 0);
      }
    }
    return inEitherForm(
        answers, List.of(), points, points.containsValue(0) ? "not solved: .*" : OK);
  }

  private Submission hostile() {
    String name = oneOf(List.copyOf(right.keySet()));
    HostileAnswers.Hostile attack = attacks.attack(random.nextInt(attacks.count()), name, remark());
    Map<String, Integer> points =
        switch (attack.loses()) {
          case NOTHING -> all();
          case ONE -> allBut(name);
          case ALL -> none();
        };
    return Submission.of(attack.suffix(), attack.text(), points, attack.status());
  }

  private Submission inEitherForm(
      Map<String, String> answers,
      List<String> helpers,
      Map<String, Integer> points,
      String status) {
    return random.nextBoolean()
        ? Submission.of(".java", form.java(answers, helpers, remark()), points, status)
        : Submission.of(".ipynb", form.notebook(answers, helpers, remark()), points, status);
  }

  private String remark() {
    return "// Try " + random.nextInt(Integer.MAX_VALUE);
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Map<String, Integer> all() {
    Map<String, Integer> points = new LinkedHashMap<>();
    for (GradedExercise exercise : lesson.exercises()) {
      points.put(exercise.contract().name(), exercise.contract().points());
    }
    return points;
  }

  private Map<String, Integer> allBut(String name) {
    Map<String, Integer> points = all();
    points.put(name, 0);
    return points;
  }

  private Map<String, Integer> none() {
    Map<String, Integer> points = all();
    points.replaceAll((name, full) -> 0);
    return points;
  }
}
