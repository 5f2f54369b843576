package org.attentionlab.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The baseline that knows which words occur and not where they stand: logistic regression with a
 * weight for each word and label.
 */
final class BagOfWords<L> {
  private static final double RATE = 0.1;
  private static final int ROUNDS = 40;

  private final Map<L, Map<String, Double>> weights = new HashMap<>();

  /** The share of the test whose label is found by what was learned from the others. */
  static <E, L> double accuracy(
      List<E> train, List<E> test, Function<E, List<String>> tokens, Function<E, L> label) {
    BagOfWords<L> model = new BagOfWords<>();
    train.forEach(example -> model.weights.put(label.apply(example), new HashMap<>()));
    Random rng = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      for (E example : Draw.shuffled(rng, train)) {
        model.learn(tokens.apply(example), label.apply(example));
      }
    }
    double right = 0;
    for (E example : test) {
      right += model.best(tokens.apply(example)).equals(label.apply(example)) ? 1 : 0;
    }
    return right / test.size();
  }

  private void learn(List<String> tokens, L label) {
    Map<L, Double> powers = new HashMap<>();
    weights.keySet().forEach(each -> powers.put(each, Math.exp(score(tokens, each))));
    double sum = powers.values().stream().mapToDouble(Double::doubleValue).sum();
    powers.forEach(
        (each, power) -> {
          double step = RATE * ((each.equals(label) ? 1 : 0) - power / sum);
          new HashSet<>(tokens).forEach(word -> weights.get(each).merge(word, step, Double::sum));
        });
  }

  private L best(List<String> tokens) {
    List<L> labels = new ArrayList<>(weights.keySet());
    return labels.stream().max(Comparator.comparing(label -> score(tokens, label))).orElseThrow();
  }

  private double score(List<String> tokens, L label) {
    return new HashSet<>(tokens)
        .stream().collect(Collectors.summingDouble(w -> weights.get(label).getOrDefault(w, 0.0)));
  }
}
