package org.attentionlab.solutions.hidden.lesson11;

import java.util.Locale;
import java.util.Random;
import org.attentionlab.exercises.lesson11.ProbeSense;
import org.attentionlab.exercises.lesson11.ProbeSense.Sentences;
import org.attentionlab.solutions.hidden.oracle.Samples;

/**
 * Vectors in clouds that overlap, so that wrong probes guess otherwise. Senses have different
 * numbers of sentences, and all clouds lie to one side of the origin.
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
record ProbeCase(
    double[][][] states, int[] places, int[] senses, boolean[] heldOut, int senseCount) {

  static ProbeCase of(long seed, int sentences, int length, int d, int senseCount) {
    Random random = new Random(seed);
    double[][][] states = Samples.normal(seed + 1, sentences, length, d);
    int[] places = random.ints(sentences, 1, length).toArray();
    int[] senses = new int[sentences];
    boolean[] heldOut = new boolean[sentences];
    for (int n = 0; n < sentences; n++) {
      senses[n] = n < senseCount ? n : Math.min(random.nextInt(2 * senseCount), senseCount - 1);
      heldOut[n] = n >= senseCount && random.nextInt(3) == 0;
      for (int i = 0; i < d; i++) {
        double centre = 1 + (i % senseCount == senses[n] ? 1.5 : 0) + (d == 1 ? senses[n] : 0);
        states[n][places[n]][i] = (float) (states[n][places[n]][i] + centre);
      }
    }
    heldOut[sentences - 1] = true;
    return new ProbeCase(states, places, senses, heldOut, senseCount);
  }

  String given() {
    return String.format(
        Locale.ROOT,
        "states (%d, %d, %d), %d senses",
        states.length,
        states[0].length,
        states[0][0].length,
        senseCount);
  }

  Sentences sentences(int[] ofSenses) {
    return new Sentences(Samples.tensor(states), places.clone(), ofSenses, heldOut.clone());
  }

  ProbeSense.Result ask(ProbeSense answer) {
    return answer.probe(sentences(senses.clone()));
  }

  double[][] atPlaces() {
    double[][] vectors = new double[states.length][];
    for (int n = 0; n < vectors.length; n++) {
      vectors[n] = states[n][places[n]];
    }
    return vectors;
  }

  double[][] firstTokens() {
    double[][] vectors = new double[states.length][];
    for (int n = 0; n < vectors.length; n++) {
      vectors[n] = states[n][0];
    }
    return vectors;
  }

  double[][] meansOfTokens() {
    double[][] means = new double[states.length][states[0][0].length];
    for (int n = 0; n < means.length; n++) {
      for (double[] token : states[n]) {
        for (int i = 0; i < token.length; i++) {
          means[n][i] += token[i] / states[n].length;
        }
      }
    }
    return means;
  }

  /** The mean, or the sum, of the vectors of each sense; perhaps with those that were held out. */
  double[][] centroids(double[][] vectors, boolean mean, boolean withHeldOut) {
    double[][] centroids = new double[senseCount][vectors[0].length];
    for (int s = 0; s < senseCount; s++) {
      int members = 0;
      for (int n = 0; n < vectors.length; n++) {
        if (senses[n] == s && (withHeldOut || !heldOut[n])) {
          members++;
          for (int i = 0; i < vectors[n].length; i++) {
            centroids[s][i] += vectors[n][i];
          }
        }
      }
      for (int i = 0; i < centroids[s].length; i++) {
        centroids[s][i] /= mean ? members : 1;
      }
    }
    return centroids;
  }

  /** Where the nearest of the points lies. */
  static int nearest(double[] vector, double[][] points) {
    int best = 0;
    for (int p = 1; p < points.length; p++) {
      best = distance(vector, points[p]) < distance(vector, points[best]) ? p : best;
    }
    return best;
  }

  static int longestProduct(double[] vector, double[][] points) {
    int best = 0;
    for (int p = 1; p < points.length; p++) {
      best = product(vector, points[p]) > product(vector, points[best]) ? p : best;
    }
    return best;
  }

  private static double distance(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (left[i] - right[i]) * (left[i] - right[i]);
    }
    return sum;
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
