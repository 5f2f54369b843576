package org.attentionlab.exercises.lesson01;

/** The hints of lesson 01, three steps each; the graded tests give the same ones. */
public final class Lesson01Hints {

  public static final String LAST_1 =
      "Two sentences of a batch end at different steps. Where does sentence b end?";
  public static final String LAST_2 = "Steps are counted from 0, lengths from 1.";
  public static final String LAST_3 =
      "For each b: states.get(b).get(lengths[b] - 1), of shape (dHidden); then Tensor.stack(0, ...)";

  public static final String SHAPE_1 = "One vector for each sentence: the axis of the steps goes.";
  public static final String SHAPE_2 =
      "get(b).get(step) of a (B, S, dHidden) tensor has the shape (dHidden).";
  public static final String SHAPE_3 = "Tensor.stack(0, list of B vectors) is (B, dHidden).";

  public static final String KEPT_1 =
      "Does the answer call assign, or change the array of lengths?";
  public static final String KEPT_2 =
      "The caller goes on using its tensor and its array. Every operation gives a new tensor.";
  public static final String KEPT_3 = "int last = lengths[b] - 1; and never lengths[b]--";

  public static final String EDGES_1 =
      "Take a length that equals an edge. In which of the two bins does it belong?";
  public static final String EDGES_2 =
      "The lower edge belongs to the bin, the upper one to the next bin.";
  public static final String EDGES_3 = "edges[i] <= length && length < edges[i + 1]";

  public static final String SHARE_1 = "The share is of the answers in this bin, not of all.";
  public static final String SHARE_2 = "Count two things for each bin: answers, and right answers.";
  public static final String SHARE_3 = "accuracy[i] = (double) right[i] / all[i]";

  public static final String EMPTY_1 = "How many of no answers are right?";
  public static final String EMPTY_2 =
      "A bin without answers has no accuracy. Java's number for that is Double.NaN.";
  public static final String EMPTY_3 = "In double arithmetic 0.0 / 0 is NaN by itself.";

  public static final String OUTSIDE_1 = "What becomes of a length before the first edge?";
  public static final String OUTSIDE_2 =
      "It belongs to no bin; to put it into the nearest one would change that bin's accuracy.";
  public static final String OUTSIDE_3 =
      "The condition with both edges leaves such lengths out by itself.";

  private Lesson01Hints() {}
}
