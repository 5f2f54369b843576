package org.attentionlab.solutions.mutants.lesson11;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson11.ProbeSense;
import org.attentionlab.exercises.lesson11.ProbeSense.Result;
import org.attentionlab.exercises.lesson11.ProbeSense.Sentences;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** Wrong probes. */
final class ProbeSenseMutants {

  private ProbeSenseMutants() {}

  static List<Mutant<ProbeSense>> all() {
    return List.of(
        mutant("first-token", "11.4.1", given -> with(given, given.states().slice(1, 0, 1))),
        mutant("mean-of-tokens", "11.4.1", given -> with(given, given.states().mean(1, true))),
        mutant("leaks", "11.4.2", ProbeSenseMutants::leaks),
        mutant("nearest-neighbour", "11.4.2", ProbeSenseMutants::nearestNeighbour),
        mutant(
            "sum-for-mean",
            "11.4.3",
            given -> judged(given, centroids(given, false), ProbeSenseMutants::closeness)),
        mutant(
            "largest-product",
            "11.4.3",
            given -> judged(given, centroids(given, true), (v, c) -> v.mul(c).sum().item())),
        mutant("judged-on-all", "11.4.4", ProbeSenseMutants::judgedOnAll),
        mutant(
            "counted",
            "11.4.4",
            given -> {
              Result right = right(given);
              return new Result(right.guesses(), hits(given, right));
            }),
        mutant(
            "whole-numbers",
            "11.4.4",
            given -> {
              Result right = right(given);
              int share = hits(given, right) / right.guesses().length;
              return new Result(right.guesses(), share);
            }),
        mutant("guesses-over-truth", "11.4.5", ProbeSenseMutants::guessesOverTruth));
  }

  private static Mutant<ProbeSense> mutant(String mistake, String killedBy, ProbeSense answer) {
    return new Mutant<>(ProbeSense.class, mistake, killedBy, answer);
  }

  private static Tensor vector(Sentences given, int n) {
    return given.states().get(n).get(given.places()[n]);
  }

  private static float closeness(Tensor vector, Tensor centroid) {
    Tensor apart = vector.sub(centroid);
    return -apart.mul(apart).sum().item();
  }

  private static List<Tensor> centroids(Sentences given, boolean mean) {
    List<Tensor> centroids = new ArrayList<>();
    for (int s = 0; s <= Arrays.stream(given.senses()).max().orElseThrow(); s++) {
      int sense = s;
      List<Tensor> members =
          IntStream.range(0, given.senses().length)
              .filter(n -> given.senses()[n] == sense && !given.heldOut()[n])
              .mapToObj(n -> vector(given, n))
              .toList();
      Tensor stacked = Tensor.stack(0, members);
      centroids.add(mean ? stacked.mean(0, false) : stacked.sum(0, false));
    }
    return centroids;
  }

  private static int[] heldOut(Sentences given) {
    return IntStream.range(0, given.senses().length).filter(n -> given.heldOut()[n]).toArray();
  }

  /** The centroid that is nearest, or likest, to each held-out vector. */
  private static Result judged(
      Sentences given, List<Tensor> centroids, BiFunction<Tensor, Tensor, Float> likeness) {
    int[] guesses =
        Arrays.stream(heldOut(given))
            .map(n -> likest(vector(given, n), centroids, likeness))
            .toArray();
    return shared(given, guesses);
  }

  private static int likest(
      Tensor vector, List<Tensor> points, BiFunction<Tensor, Tensor, Float> likeness) {
    int best = 0;
    for (int p = 1; p < points.size(); p++) {
      boolean better =
          likeness.apply(vector, points.get(p)) > likeness.apply(vector, points.get(best));
      best = better ? p : best;
    }
    return best;
  }

  private static Result shared(Sentences given, int[] guesses) {
    Result counted = new Result(guesses, 0);
    return new Result(guesses, (double) hits(given, counted) / guesses.length);
  }

  private static int hits(Sentences given, Result result) {
    int[] held = heldOut(given);
    return (int)
        IntStream.range(0, held.length)
            .filter(i -> result.guesses()[i] == given.senses()[held[i]])
            .count();
  }

  private static Result right(Sentences given) {
    return judged(given, centroids(given, true), ProbeSenseMutants::closeness);
  }

  /** The right probe on other vectors, one for each sentence: (N, 1, d). */
  private static Result with(Sentences given, Tensor vectors) {
    int[] places = new int[given.places().length];
    return right(new Sentences(vectors, places, given.senses(), given.heldOut()));
  }

  private static Result leaks(Sentences given) {
    boolean[] none = new boolean[given.heldOut().length];
    Sentences all = new Sentences(given.states(), given.places(), given.senses(), none);
    return judged(given, centroids(all, true), ProbeSenseMutants::closeness);
  }

  private static Result nearestNeighbour(Sentences given) {
    int[] known =
        IntStream.range(0, given.senses().length).filter(n -> !given.heldOut()[n]).toArray();
    List<Tensor> points = Arrays.stream(known).mapToObj(n -> vector(given, n)).toList();
    int[] guesses =
        Arrays.stream(heldOut(given))
            .map(n -> likest(vector(given, n), points, ProbeSenseMutants::closeness))
            .map(neighbour -> given.senses()[known[neighbour]])
            .toArray();
    return shared(given, guesses);
  }

  private static Result judgedOnAll(Sentences given) {
    List<Tensor> centroids = centroids(given, true);
    int[] senses = given.senses();
    long hits =
        IntStream.range(0, senses.length)
            .filter(
                n -> senses[n] == likest(vector(given, n), centroids, ProbeSenseMutants::closeness))
            .count();
    return new Result(right(given).guesses(), (double) hits / senses.length);
  }

  private static Result guessesOverTruth(Sentences given) {
    Result right = right(given);
    int[] held = heldOut(given);
    for (int i = 0; i < held.length; i++) {
      given.senses()[held[i]] = right.guesses()[i];
    }
    return right;
  }
}
