package org.attentionlab.exercises.lesson07;

/** The hints of lesson 07, three steps each; the graded tests give the same ones. */
public final class Lesson07Hints {

  public static final String WAVES_1 =
      "Which columns form pair i? Both columns of a pair share one wavelength.";
  public static final String WAVES_2 =
      "With c the column, the exponent of 10000 is c / dModel for an even c, and (c - 1) / dModel"
          + " for an odd one. Mind that int divided by int is an int.";
  public static final String WAVES_3 =
      "double angle = t / Math.pow(10000, (double) (c - c % 2) / dModel)";

  public static final String START_1 =
      "What is the sine of 0, and what is its cosine? That is position 0.";
  public static final String START_2 =
      "Sine and cosine take turns: even columns are sines, odd ones cosines. Positions count from"
          + " 0.";
  public static final String START_3 = "c % 2 == 0 ? Math.sin(angle) : Math.cos(angle)";

  public static final String ODD_1 = "With dModel 3, which pair does column 2 belong to?";
  public static final String ODD_2 =
      "It is the sine of pair 1. A loop over dModel / 2 pairs never gets there: loop over columns.";
  public static final String ODD_3 =
      "for (int c = 0; c < dModel; c++), with the width dModel in the exponent as it is";

  public static final String ROWS_1 = "Which number tells a word where it stands: b, t or first?";
  public static final String ROWS_2 =
      "Word t of every sentence gets row first + t, added to what it is.";
  public static final String ROWS_3 = "x.add(table.slice(0, first, first + x.size(1)))";

  public static final String END_1 = "Positions count from 0. Which is the last row of the table?";
  public static final String END_2 =
      "The sentence needs rows first to first + T - 1. If one of them is below 0 or not below"
          + " table.size(0), throw.";
  public static final String END_3 =
      "if (first < 0 || first + x.size(1) > table.size(0)) throw new"
          + " IndexOutOfBoundsException(...)";

  public static final String MESSAGE_1 =
      "What would you like to read, a year from now, when a program stops with this error?";
  public static final String MESSAGE_2 =
      "Put into the message: the first position that has no row, and how many rows there are.";
  public static final String MESSAGE_3 =
      "new IndexOutOfBoundsException(\"position \" + Math.max(first, table.size(0)) + \" of a table"
          + " of \" + table.size(0))";

  public static final String TURN_1 =
      "Take one pair. Write sin(w (t + k)) with sin(w t), cos(w t) and numbers that depend on k"
          + " alone.";
  public static final String TURN_2 =
      "sin(w t + w k) = cos(w k) sin(w t) + sin(w k) cos(w t) is the first row of a block; the"
          + " cosine gives the second. One of the four numbers is negative.";
  public static final String TURN_3 = "[cos(w k)  sin(w k)] above [-sin(w k)  cos(w k)]";

  public static final String BLOCKS_1 = "How fast does the second pair turn? As fast as the first?";
  public static final String BLOCKS_2 =
      "Block i stands in rows and columns 2i and 2i + 1 and turns by k / 10000^(2i / dModel).";
  public static final String BLOCKS_3 = "double angle = k / Math.pow(10000, 2.0 * i / dModel)";

  public static final String BACK_1 = "Three places on, and three back: where are you?";
  public static final String BACK_2 =
      "M with -k times M with k is the identity. The sign of k has to reach the sine.";
  public static final String BACK_3 = "Math.sin(-a) is -Math.sin(a): use k as it is, without abs";

  public static final String DISTANCE_1 =
      "Take query 2 and key 0. How far does the query stand behind the key?";
  public static final String DISTANCE_2 =
      "The distance is the query's place less the key's, and distance 0 stands in the middle row.";
  public static final String DISTANCE_3 = "table.at(i - j + reach, h)";

  public static final String CLIP_1 =
      "The rows end at the reach. Which row serves a key that is farther away?";
  public static final String CLIP_2 =
      "The last row on that side: limit the distance to -reach and reach before you add reach.";
  public static final String CLIP_3 =
      "int reach = (table.size(0) - 1) / 2; Math.max(-reach, Math.min(reach, distance)) + reach";

  public static final String HEADS_1 =
      "Rows of the table are distances. What are its columns, and which axis of the scores do they"
          + " belong to?";
  public static final String HEADS_2 =
      "Head h of every sentence reads column h. The bias has the shape (H, T, S) and is the same"
          + " for every sentence.";
  public static final String HEADS_3 =
      "float[] bias = new float[heads * T * S]; in the end scores.add(Tensor.of(bias, heads, T, S))";

  public static final String FIRST_1 =
      "One query, the third of a sentence, asks four keys. How far is it from each of them?";
  public static final String FIRST_2 =
      "Keys count from 0, whatever first is. Only the query's place has first in it.";
  public static final String FIRST_3 = "int distance = first + i - j;";

  public static final String ADDED_1 = "What becomes of the scores that came in?";
  public static final String ADDED_2 =
      "The result is score plus bias. Minus infinity plus a number is minus infinity: nothing more"
          + " is to be done for hidden keys.";
  public static final String ADDED_3 = "scores.add(bias), with bias (H, T, S)";

  public static final String KEPT_1 = "Does the answer call assign on a tensor that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors. Every operation gives a new tensor; go on with that.";
  public static final String KEPT_3 = "return x.add(...); and never x.assign(...)";

  private Lesson07Hints() {}
}
