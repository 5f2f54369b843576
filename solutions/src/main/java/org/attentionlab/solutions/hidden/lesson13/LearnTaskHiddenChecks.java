package org.attentionlab.solutions.hidden.lesson13;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.attentionlab.exercises.lesson13.LearnTask;
import org.attentionlab.exercises.lesson13.LearnTask.Example;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.4: tasks and an alphabet that the public checks do not show. */
@ChecksOf(LearnTask.class)
public final class LearnTaskHiddenChecks {

  private static final String LETTERS = "pqrstu";
  private static final int TRAIN = 340;
  private static final int FRESH = 80;
  private static final double MARGIN = .25;

  private final LearnTask answer;

  LearnTaskHiddenChecks(LearnTask answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.4.1 new questions are answered better than by the guess by place")
  @Points(8)
  @Hint({Lesson13Hints.LEARN_1, Lesson13Hints.LEARN_2, Lesson13Hints.LEARN_3})
  void beatsTheGuess() {
    require("to write the letters one place later", 11, LearnTaskHiddenChecks::later);
    require("to sort the letters from the last one", 12, LearnTaskHiddenChecks::falling);
  }

  private void require(String task, long seed, UnaryOperator<String> solve) {
    List<Example> all = examples(seed, solve);
    List<Example> train = all.subList(0, TRAIN);
    List<Example> fresh = all.subList(TRAIN, TRAIN + FRESH);
    List<Example> known = train.subList(0, 30);
    List<String> questions = new ArrayList<>();
    fresh.forEach(example -> questions.add(example.question()));
    known.forEach(example -> questions.add(example.question()));
    List<String> answers = answer.answers(train, questions, seed);
    Expect.that("number of answers", answers.size()).given(task).equalTo(Grid.of(FRESH + 30));
    double right = share(fresh, answers.subList(0, FRESH));
    double guess = share(fresh, guesses(train, fresh));
    if (right > guess + MARGIN) {
      return;
    }
    String where =
        String.format(
            Locale.ROOT,
            "%s: %.2f of the letters right, the guess by place %.2f",
            task,
            right,
            guess);
    if (share(known, answers.subList(FRESH, FRESH + 30)) > .9) {
      throw Expect.failed(
          where,
          new Mistake(
              "memorised",
              "The examples themselves are answered well, new questions are not: it has learned"
                  + " them by heart."));
    }
    if (answers.stream().distinct().count() <= 3) {
      throw Expect.failed(
          where,
          new Mistake(
              "blind",
              "All questions of a length get the same answer: the letters are not looked at."));
    }
    throw Expect.failed(
        where,
        new Mistake("not-learned", "The answers are no better than chance; was it trained?"));
  }

  @Test
  @Mechanism("13.4.2 each answer is as long as its question")
  @Points(3)
  @Hint({Lesson13Hints.LENGTH_1, Lesson13Hints.LENGTH_2, Lesson13Hints.LENGTH_3})
  void answersAreAsLong() {
    List<Example> all = examples(13, LearnTaskHiddenChecks::falling);
    List<String> questions = all.subList(60, 100).stream().map(Example::question).toList();
    List<String> answers = answer.answers(all.subList(0, 60), questions, 13);
    Expect.that("lengths", answers.stream().map(String::length).toList())
        .given("40 questions of 3 to 5 letters, seed 13")
        .mistake(
            "padded",
            "All answers are as long as the longest question: the padding has been answered too.",
            () -> Grid.of(questions.stream().map(question -> 5).toList()))
        .equalTo(Grid.of(questions.stream().map(String::length).toList()));
  }

  @Test
  @Mechanism("13.4.3 the same seed gives the same answers")
  @Points(4)
  @Hint({Lesson13Hints.AGAIN_1, Lesson13Hints.AGAIN_2, Lesson13Hints.AGAIN_3})
  void sameSeedSameAnswers() {
    List<Example> all = examples(14, LearnTaskHiddenChecks::later);
    List<Example> train = all.subList(0, 60);
    List<String> questions = all.subList(60, 200).stream().map(Example::question).toList();
    if (!answer.answers(train, questions, 14).equals(answer.answers(train, questions, 14))) {
      throw Expect.failed(
          "140 questions, seed 14 twice: not the same answers",
          new Mistake(
              "not-reproducible", "Something is left to chance that does not hang on the seed."));
    }
  }

  private static String later(String question) {
    return question.charAt(0) + question.substring(0, question.length() - 1);
  }

  private static String falling(String question) {
    StringBuilder answer = new StringBuilder();
    for (int i = LETTERS.length() - 1; i >= 0; i--) {
      char letter = LETTERS.charAt(i);
      question.chars().filter(c -> c == letter).forEach(c -> answer.append(letter));
    }
    return answer.toString();
  }

  /** Different questions, in an order that hangs on the seed. */
  private static List<Example> examples(long seed, UnaryOperator<String> solve) {
    Random random = new Random(seed);
    Set<String> questions = new LinkedHashSet<>();
    while (questions.size() < TRAIN + FRESH) {
      StringBuilder letters = new StringBuilder();
      for (int length = 3 + random.nextInt(3); length > 0; length--) {
        letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      questions.add(letters.toString());
    }
    return questions.stream()
        .map(question -> new Example(question, solve.apply(question)))
        .toList();
  }

  private static double share(List<Example> asked, List<String> answers) {
    double right = 0;
    double letters = 0;
    for (int i = 0; i < asked.size(); i++) {
      String wanted = asked.get(i).answer();
      String given = answers.get(i);
      for (int t = 0; t < wanted.length(); t++) {
        letters++;
        right += t < given.length() && given.charAt(t) == wanted.charAt(t) ? 1 : 0;
      }
    }
    return right / letters;
  }

  private static List<String> guesses(List<Example> train, List<Example> asked) {
    StringBuilder guess = new StringBuilder();
    for (int place = 0; place < 5; place++) {
      char best = LETTERS.charAt(0);
      long most = -1;
      for (int i = 0; i < LETTERS.length(); i++) {
        char letter = LETTERS.charAt(i);
        int at = place;
        long count =
            train.stream()
                .map(Example::answer)
                .filter(text -> text.length() > at && text.charAt(at) == letter)
                .count();
        best = count > most ? letter : best;
        most = Math.max(most, count);
      }
      guess.append(best);
    }
    return asked.stream().map(example -> guess.toString()).toList();
  }
}
