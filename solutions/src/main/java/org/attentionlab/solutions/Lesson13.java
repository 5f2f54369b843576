package org.attentionlab.solutions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.attentionlab.data.PairBatch;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.TokenPair;
import org.attentionlab.exercises.lesson13.CompareAblation;
import org.attentionlab.exercises.lesson13.CountModel;
import org.attentionlab.exercises.lesson13.GuessByPlace;
import org.attentionlab.exercises.lesson13.LearnTask;
import org.attentionlab.exercises.lesson13.SplitPairs;
import org.attentionlab.exercises.lesson13.SummarizeRuns;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Schedule;
import org.attentionlab.train.Trainer;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Tagger;
import org.attentionlab.transformer.TaggerConfig;

/** The final project: data, model, training and evaluation, as functions that can be checked. */
public final class Lesson13 {

  /** Exercise 13.1: a split without leakage. */
  public final SplitPairs splitPairs =
      (sources, validation, test, seed) -> {
        // BEGIN SOLUTION
        Map<String, List<Integer>> groups = new LinkedHashMap<>(); // key to its pairs
        for (int i = 0; i < sources.size(); i++) {
          String key = sources.get(i).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
          groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, new Random(seed));
        long inTest = Math.round(sources.size() * test);
        long inValidation = Math.round(sources.size() * validation);
        int[] parts = new int[sources.size()];
        int dealt = 0;
        for (List<Integer> group : order) {
          int part = dealt < inTest ? 2 : dealt < inTest + inValidation ? 1 : 0;
          group.forEach(pair -> parts[pair] = part);
          dealt += group.size();
        }
        return parts;
        // END SOLUTION
      };

  /** Exercise 13.2: the parameters of a whole model. */
  public final CountModel countModel =
      sizes -> {
        // BEGIN SOLUTION
        long d = sizes.dModel();
        long f = sizes.dFf();
        long attention = 4 * (d * d + d);
        long norm = 2 * d;
        long feedForward = d * f + f + f * d + d;
        long encoder = sizes.encoderLayers() * (attention + feedForward + 2 * norm);
        long decoder = sizes.decoderLayers() * (2 * attention + feedForward + 3 * norm);
        long last = sizes.preNorm() ? 2 * norm : 0;
        long embeddings = (sizes.sourceVocabulary() + (long) sizes.targetVocabulary()) * d;
        long output = (d + 1) * sizes.targetVocabulary();
        return embeddings + encoder + decoder + last + output;
        // END SOLUTION
      };

  /** Exercise 13.3: how far one gets without the source. */
  public final GuessByPlace baseline =
      (train, test) -> {
        // BEGIN SOLUTION
        List<Map<String, Integer>> counts = new ArrayList<>(); // for each place
        for (List<String> target : train) {
          for (int place = 0; place < target.size(); place++) {
            if (place == counts.size()) {
              counts.add(new LinkedHashMap<>());
            }
            counts.get(place).merge(target.get(place), 1, Integer::sum);
          }
        }
        List<String> guesses = new ArrayList<>();
        for (Map<String, Integer> atPlace : counts) {
          int most = Collections.max(atPlace.values());
          guesses.add(
              atPlace.keySet().stream().filter(t -> atPlace.get(t) == most).findFirst().get());
        }
        int tokens = 0;
        int right = 0;
        for (List<String> target : test) {
          for (int place = 0; place < target.size(); place++) {
            tokens++;
            if (place < guesses.size() && guesses.get(place).equals(target.get(place))) {
              right++;
            }
          }
        }
        return right / (double) tokens;
        // END SOLUTION
      };

  /** Exercise 13.4: a task that is learned from examples. */
  public final LearnTask learn =
      (train, questions, seed) -> {
        // BEGIN SOLUTION
        List<TokenPair> pairs = new ArrayList<>();
        for (LearnTask.Example example : train) {
          pairs.add(
              new TokenPair(
                  List.of(example.question().split("")), List.of(example.answer().split(""))));
        }
        PairCodec codec = PairCodec.of(pairs);
        Tagger model =
            new Tagger(
                new SplittableRandom(seed),
                TaggerConfig.small(codec.source().size(), codec.target().size())
                    .withLayers(LayerConfig.of(32, 4, 64), 1)
                    .withPositions(Positions.learned(8)));
        CrossEntropy loss = CrossEntropy.mean().ignoring(0);
        Trainer.of(model, new Adam(model.parameters(), .02))
            .schedule(Schedule.warmupCosine(.02, 10, 120))
            .train(
                120,
                Batches.of(pairs, 32, seed),
                batch -> {
                  PairBatch b = codec.batch(batch);
                  return loss.loss(model.forward(b.source(), b.lengths()), codec.tags(batch));
                });
        List<TokenPair> asked = new ArrayList<>();
        for (String question : questions) {
          asked.add(new TokenPair(List.of(question.split("")), List.of()));
        }
        List<String> answers = new ArrayList<>();
        PairBatch all = codec.batch(asked);
        Tensor logits = model.forward(all.source(), all.lengths()); // (B, T, letters)
        for (int i = 0; i < asked.size(); i++) {
          int[] best = logits.get(i).argmax(-1);
          StringBuilder letters = new StringBuilder();
          for (int t = 0; t < all.lengths()[i]; t++) {
            letters.append(codec.target().token(best[t]));
          }
          answers.add(letters.toString());
        }
        return answers;
        // END SOLUTION
      };

  /** Exercise 13.5: what all seeds gave, the checkpoint chosen by the validation. */
  public final SummarizeRuns summarize =
      runs -> {
        // BEGIN SOLUTION
        double[] results = new double[runs.size()];
        for (int i = 0; i < results.length; i++) {
          double[] validation = runs.get(i).validation();
          int best = 0;
          for (int checkpoint = 1; checkpoint < validation.length; checkpoint++) {
            if (validation[checkpoint] > validation[best]) {
              best = checkpoint;
            }
          }
          results[i] = runs.get(i).test()[best];
        }
        double mean = Arrays.stream(results).average().orElseThrow();
        double squares = Arrays.stream(results).map(r -> (r - mean) * (r - mean)).sum();
        double deviation = Math.sqrt(squares / (results.length - 1));
        double lowest = Arrays.stream(results).min().orElseThrow();
        double highest = Arrays.stream(results).max().orElseThrow();
        return new SummarizeRuns.Summary(mean, deviation, lowest, highest);
        // END SOLUTION
      };

  /** Exercise 13.6: what a part of the model is worth. */
  public final CompareAblation ablation =
      (full, ablated) -> {
        // BEGIN SOLUTION
        double[] d = new double[full.length];
        for (int i = 0; i < d.length; i++) {
          d[i] = full[i] - ablated[i];
        }
        double lowest = Arrays.stream(d).min().orElseThrow();
        double highest = Arrays.stream(d).max().orElseThrow();
        return new CompareAblation.Effect(
            Arrays.stream(d).average().orElseThrow(), lowest, highest, lowest > 0 || highest < 0);
        // END SOLUTION
      };
}
