package org.attentionlab.solutions.mutants.lesson13;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.attentionlab.exercises.lesson13.GuessByPlace;
import org.attentionlab.exercises.lesson13.SplitPairs;
import org.attentionlab.grading.authoring.Mutant;

/** Wrong splits and wrong baselines. */
final class DataMutants {

  private DataMutants() {}

  static List<Mutant<?>> all() {
    return List.of(
        split("parts-exchanged", "13.1.1", (s, v, t, seed) -> grouped(s, v, t, seed, 2, 1)),
        split("no-validation", "13.1.1", (s, v, t, seed) -> grouped(s, 0, t, seed, 1, 2)),
        split("by-pair", "13.1.2", DataMutants::byPair),
        split("not-normalised", "13.1.2", (s, v, t, seed) -> dealt(s, v, t, seed, key -> key)),
        split("not-normalised", "13.1.2", (s, v, t, seed) -> dealt(s, v, t, seed, String::strip)),
        split("file-order", "13.1.3", DataMutants::fileOrder),
        split("seed-ignored", "13.1.4", (s, v, t, seed) -> grouped(s, v, t, 42, 1, 2)),
        split("not-reproducible", "13.1.4", (s, v, t, seed) -> withoutSeed(s, v, t)),
        guess("one-token", "13.3.1", DataMutants::oneToken),
        guess("counted-in-test", "13.3.1", (train, test) -> share(guesses(test), test)),
        guess("mean-of-targets", "13.3.2", DataMutants::meanOfTargets),
        guess("whole-targets", "13.3.2", DataMutants::wholeTargets),
        guess("places-left-out", "13.3.3", DataMutants::placesLeftOut),
        guess("last-of-equals", "13.3.4", DataMutants::firstByAlphabet));
  }

  private static Mutant<SplitPairs> split(String mistake, String killedBy, SplitPairs answer) {
    return new Mutant<>(SplitPairs.class, mistake, killedBy, answer);
  }

  private static Mutant<GuessByPlace> guess(String mistake, String killedBy, GuessByPlace answer) {
    return new Mutant<>(GuessByPlace.class, mistake, killedBy, answer);
  }

  private static String key(String source) {
    return source.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static int[] dealt(
      List<String> sources, double validation, double test, long seed, UnaryOperator<String> key) {
    return parts(sources, validation, test, new Random(seed), key, 1, 2);
  }

  private static int[] grouped(
      List<String> sources, double first, double second, long seed, int one, int two) {
    return parts(sources, first, second, new Random(seed), DataMutants::key, one, two);
  }

  private static int[] withoutSeed(List<String> sources, double validation, double test) {
    return parts(sources, validation, test, new Random(), DataMutants::key, 1, 2);
  }

  /** Two shares of the keys, in random order, get these numbers; the rest is for training. */
  private static int[] parts(
      List<String> sources,
      double first,
      double second,
      Random random,
      UnaryOperator<String> key,
      int one,
      int two) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      groups.computeIfAbsent(key.apply(sources.get(i)), unseen -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(groups.values());
    Collections.shuffle(order, random);
    long inFirst = Math.round(sources.size() * first);
    long inSecond = Math.round(sources.size() * second);
    int[] parts = new int[sources.size()];
    int dealt = 0;
    for (List<Integer> group : order) {
      int part = dealt < inFirst ? one : dealt < inFirst + inSecond ? two : 0;
      group.forEach(pair -> parts[pair] = part);
      dealt += group.size();
    }
    return parts;
  }

  private static int[] byPair(List<String> sources, double validation, double test, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return stretches(order, validation, test);
  }

  /** The seed turns the file round, so that it is not without effect. */
  private static int[] fileOrder(List<String> sources, double validation, double test, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      order.add(i);
    }
    if (seed % 2 == 0) {
      Collections.reverse(order);
    }
    return stretches(order, validation, test);
  }

  private static int[] stretches(List<Integer> order, double validation, double test) {
    int[] parts = new int[order.size()];
    long inTest = Math.round(order.size() * test);
    long inValidation = Math.round(order.size() * validation);
    for (int i = 0; i < parts.length; i++) {
      parts[order.get(i)] = i < inTest ? 2 : i < inTest + inValidation ? 1 : 0;
    }
    return parts;
  }

  private static List<String> guesses(List<List<String>> train) {
    int longest = train.stream().mapToInt(List::size).max().orElse(0);
    List<String> guesses = new ArrayList<>();
    for (int place = 0; place < longest; place++) {
      int at = place;
      guesses.add(most(train.stream().filter(t -> t.size() > at).map(t -> t.get(at)).toList()));
    }
    return guesses;
  }

  private static String most(List<String> tokens) {
    Map<String, Long> counts =
        tokens.stream()
            .collect(
                Collectors.groupingBy(token -> token, LinkedHashMap::new, Collectors.counting()));
    String most = tokens.get(0);
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      most = entry.getValue() > counts.get(most) ? entry.getKey() : most;
    }
    return most;
  }

  private static long right(List<String> guesses, List<String> target) {
    long right = 0;
    for (int place = 0; place < Math.min(guesses.size(), target.size()); place++) {
      right += guesses.get(place).equals(target.get(place)) ? 1 : 0;
    }
    return right;
  }

  private static double share(List<String> guesses, List<List<String>> test) {
    long right = test.stream().mapToLong(target -> right(guesses, target)).sum();
    return right / (double) test.stream().mapToLong(List::size).sum();
  }

  private static double oneToken(List<List<String>> train, List<List<String>> test) {
    String token = most(train.stream().flatMap(List::stream).toList());
    return share(Collections.nCopies(guesses(train).size(), token), test);
  }

  private static double meanOfTargets(List<List<String>> train, List<List<String>> test) {
    List<String> guesses = guesses(train);
    return test.stream()
        .mapToDouble(target -> right(guesses, target) / (double) target.size())
        .average()
        .orElseThrow();
  }

  private static double wholeTargets(List<List<String>> train, List<List<String>> test) {
    List<String> guesses = guesses(train);
    return test.stream().filter(target -> right(guesses, target) == target.size()).count()
        / (double) test.size();
  }

  private static double placesLeftOut(List<List<String>> train, List<List<String>> test) {
    List<String> guesses = guesses(train);
    long places = test.stream().mapToLong(t -> Math.min(t.size(), guesses.size())).sum();
    return test.stream().mapToLong(target -> right(guesses, target)).sum() / (double) places;
  }

  private static double firstByAlphabet(List<List<String>> train, List<List<String>> test) {
    List<String> guesses = new ArrayList<>();
    for (int place = 0; place < guesses(train).size(); place++) {
      int at = place;
      TreeMap<String, Long> counts =
          train.stream()
              .filter(t -> t.size() > at)
              .collect(
                  Collectors.groupingBy(
                      target -> target.get(at), TreeMap::new, Collectors.counting()));
      long most = Collections.max(counts.values());
      guesses.add(
          counts.entrySet().stream()
              .filter(entry -> entry.getValue() == most)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow());
    }
    return share(guesses, test);
  }
}
