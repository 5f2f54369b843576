package org.attentionlab.exercises.lesson13;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.attentionlab.exercises.lesson13.LearnTask.Example;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.4: the task is to sort letters. The grader has other tasks too. */
@ChecksOf(LearnTask.class)
public final class LearnTaskChecks {

  private static final int TRAIN = 320;
  private static final double MARGIN = .25;

  private final LearnTask answer;

  LearnTaskChecks(LearnTask answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.4.1 new questions are answered better than by the guess by place")
  @Points(8)
  @Hint({Lesson13Hints.LEARN_1, Lesson13Hints.LEARN_2, Lesson13Hints.LEARN_3})
  void beatsTheGuess() {
    List<Example> train = examples(1).subList(0, TRAIN);
    List<Example> asked = new ArrayList<>(examples(1).subList(TRAIN, TRAIN + 60));
    asked.addAll(train.subList(0, 20));
    List<String> answers = answer.answers(train, questions(asked), 1);
    double fresh = right(asked.subList(0, 60), answers);
    double known = right(asked.subList(60, 80), answers.subList(60, 80));
    double guess = guessByPlace(train, asked.subList(0, 60));
    if (fresh > guess + MARGIN) {
      return;
    }
    String where =
        String.format(
            Locale.ROOT,
            "to sort 3 to 5 letters of abcdef: %.2f of the letters right, the guess by place %.2f",
            fresh,
            guess);
    if (known > .9) {
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
    List<Example> train = examples(2).subList(0, 60);
    List<String> questions = List.of("abc", "abcde", "abcd", "cba");
    List<String> answers = answer.answers(train, questions, 2);
    Expect.that("lengths", answers.stream().map(String::length).toList())
        .given("questions " + questions + ", answers " + answers)
        .mistake(
            "padded",
            "All answers are as long as the longest question: the padding has been answered too.",
            () -> Grid.of(new double[] {5, 5, 5, 5}))
        .equalTo(Grid.of(new double[] {3, 5, 4, 3}));
  }

  @Test
  @Mechanism("13.4.3 the same seed gives the same answers")
  @Points(4)
  @Hint({Lesson13Hints.AGAIN_1, Lesson13Hints.AGAIN_2, Lesson13Hints.AGAIN_3})
  void sameSeedSameAnswers() {
    List<Example> train = examples(3).subList(0, 60);
    List<String> questions = questions(examples(3).subList(60, 160));
    List<String> once = answer.answers(train, questions, 3);
    List<String> again = answer.answers(train, questions, 3);
    if (!once.equals(again)) {
      throw Expect.failed(
          "100 questions, seed 3 twice: not the same answers",
          new Mistake(
              "not-reproducible", "Something is left to chance that does not hang on the seed."));
    }
  }

  /** Different questions, in an order that hangs on the seed. */
  private static List<Example> examples(long seed) {
    Random random = new Random(seed);
    Set<String> questions = new LinkedHashSet<>();
    while (questions.size() < TRAIN + 60) {
      StringBuilder letters = new StringBuilder();
      for (int length = 3 + random.nextInt(3); length > 0; length--) {
        letters.append((char) ('a' + random.nextInt(6)));
      }
      questions.add(letters.toString());
    }
    return questions.stream().map(question -> new Example(question, sorted(question))).toList();
  }

  private static String sorted(String question) {
    char[] letters = question.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static List<String> questions(List<Example> examples) {
    return examples.stream().map(Example::question).toList();
  }

  private static double right(List<Example> asked, List<String> answers) {
    int right = 0;
    int letters = 0;
    for (int i = 0; i < asked.size(); i++) {
      String wanted = asked.get(i).answer();
      for (int t = 0; t < wanted.length(); t++) {
        letters++;
        if (t < answers.get(i).length() && answers.get(i).charAt(t) == wanted.charAt(t)) {
          right++;
        }
      }
    }
    return right / (double) letters;
  }

  private static double guessByPlace(List<Example> train, List<Example> test) {
    int[][] counts = new int[5]['g'];
    for (Example example : train) {
      for (int t = 0; t < example.answer().length(); t++) {
        counts[t][example.answer().charAt(t)]++;
      }
    }
    StringBuilder guess = new StringBuilder();
    for (int[] place : counts) {
      char most = 'a';
      for (char letter = 'a'; letter <= 'f'; letter++) {
        most = place[letter] > place[most] ? letter : most;
      }
      guess.append(most);
    }
    return right(test, test.stream().map(example -> guess.toString()).toList());
  }
}
