package org.attentionlab.solutions.mutants.lesson13;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.exercises.lesson13.CountModel;
import org.attentionlab.exercises.lesson13.CountModel.Sizes;
import org.attentionlab.exercises.lesson13.LearnTask;
import org.attentionlab.exercises.lesson13.LearnTask.Example;
import org.attentionlab.grading.authoring.Mutant;

/** Wrong counts and models that have not learned. */
final class ModelMutants {

  private ModelMutants() {}

  static List<Mutant<?>> all() {
    return List.of(
        count("no-norms", "13.2.1", s -> right(s) - layers(s) * 4L * s.dModel() - crossNorms(s)),
        count("no-biases", "13.2.1", s -> right(s) - layers(s) * biases(s)),
        count(
            "times-heads",
            "13.2.1",
            s -> right(s) + (s.heads() - 1L) * (layers(s) + s.decoderLayers()) * attention(s)),
        count("gain-only", "13.2.1", s -> right(s) - layers(s) * 2L * s.dModel() - crossNorms(s)),
        count(
            "as-encoder",
            "13.2.2",
            s -> right(s) - s.decoderLayers() * attention(s) - crossNorms(s)),
        count("two-norms", "13.2.2", s -> right(s) - crossNorms(s)),
        count("no-cross-attention", "13.2.2", s -> right(s) - s.decoderLayers() * attention(s)),
        count("no-output-bias", "13.2.3", s -> right(s) - s.targetVocabulary()),
        count("no-output", "13.2.3", s -> right(s) - (s.dModel() + 1L) * s.targetVocabulary()),
        count("one-table", "13.2.3", s -> right(s) - (long) s.dModel() * s.targetVocabulary()),
        count("no-last-norm", "13.2.4", s -> right(s) - lastNorms(s)),
        count("one-last-norm", "13.2.4", s -> right(s) - lastNorms(s) / 2),
        count("int-overflow", "13.2.5", s -> (int) right(s)),
        learn("memorised", "13.4.1", ModelMutants::byHeart),
        learn("not-learned", "13.4.1", ModelMutants::untrained),
        learn("blind", "13.4.1", ModelMutants::byPlace),
        learn("padded", "13.4.2", ModelMutants::padded),
        learn("not-reproducible", "13.4.3", (train, asked, seed) -> random(asked, new Random())));
  }

  private static Mutant<CountModel> count(String mistake, String killedBy, CountModel answer) {
    return new Mutant<>(CountModel.class, mistake, killedBy, answer);
  }

  private static Mutant<LearnTask> learn(String mistake, String killedBy, LearnTask answer) {
    return new Mutant<>(LearnTask.class, mistake, killedBy, answer);
  }

  private static long attention(Sizes s) {
    long d = s.dModel();
    return 4 * d * d + 4 * d;
  }

  private static long right(Sizes s) {
    long d = s.dModel();
    long feedForward = 2 * d * s.dFf() + s.dFf() + d;
    return d * s.sourceVocabulary()
        + d * s.targetVocabulary()
        + s.encoderLayers() * (attention(s) + feedForward + 4 * d)
        + s.decoderLayers() * (2 * attention(s) + feedForward + 6 * d)
        + lastNorms(s)
        + (d + 1) * s.targetVocabulary();
  }

  private static long layers(Sizes s) {
    return (long) s.encoderLayers() + s.decoderLayers();
  }

  private static long crossNorms(Sizes s) {
    return 2L * s.dModel() * s.decoderLayers();
  }

  private static long lastNorms(Sizes s) {
    return s.preNorm() ? 4L * s.dModel() : 0;
  }

  private static long biases(Sizes s) {
    return 5L * s.dModel() + s.dFf();
  }

  /** What was in the examples it knows; to everything else it gives the question back. */
  private static List<String> byHeart(List<Example> train, List<String> asked, long seed) {
    Map<String, String> known = new LinkedHashMap<>();
    train.forEach(example -> known.put(example.question(), example.answer()));
    return asked.stream().map(question -> known.getOrDefault(question, letters(question))).toList();
  }

  /** The letters of a question, turned in a ring by two, which is none of the tasks. */
  private static String letters(String question) {
    return question.substring(2) + question.substring(0, 2);
  }

  private static List<String> untrained(List<Example> train, List<String> asked, long seed) {
    return random(asked, new Random(seed));
  }

  private static List<String> random(List<String> asked, Random random) {
    List<String> answers = new ArrayList<>();
    for (String question : asked) {
      StringBuilder answer = new StringBuilder();
      for (int t = 0; t < question.length(); t++) {
        answer.append(question.charAt(random.nextInt(question.length())));
      }
      answers.add(answer.toString());
    }
    return answers;
  }

  private static List<String> byPlace(List<Example> train, List<String> asked, long seed) {
    String longest =
        train.stream()
            .map(Example::answer)
            .filter(answer -> answer.length() == 5)
            .findFirst()
            .orElseThrow();
    return asked.stream().map(question -> longest.substring(0, question.length())).toList();
  }

  private static List<String> padded(List<Example> train, List<String> asked, long seed) {
    int longest = asked.stream().mapToInt(String::length).max().orElse(0);
    return asked.stream()
        .map(question -> question + question.substring(0, 1).repeat(longest - question.length()))
        .toList();
  }
}
