package org.attentionlab.exercises.lesson05;

/** The hints of lesson 05, three steps each; the graded tests give the same ones. */
public final class Lesson05Hints {

  public static final String PRODUCT_1 = "A word is a row. On which side of it stands the matrix?";
  public static final String PRODUCT_2 =
      "The words (B, T, d) stand on the left, the matrix (d, dK) on the right, as it is.";
  public static final String PRODUCT_3 = "x.matmul(weights.query())";

  public static final String ROLES_1 =
      "There are three matrices for three roles. Is each used once?";
  public static final String ROLES_2 = "The query's matrix makes q, the key's k, the value's v.";
  public static final String ROLES_3 =
      "new Roles(x.matmul(w.query()), x.matmul(w.key()), x.matmul(w.value()))";

  public static final String WIDTH_1 = "Which axis of W_V says how wide a value is?";
  public static final String WIDTH_2 = "v has the shape (B, T, dV), whatever d and dK are.";
  public static final String WIDTH_3 = "x.matmul(w.value()) has that shape by itself.";

  public static final String KEPT_1 = "Does the answer call assign, or write into an array?";
  public static final String KEPT_2 =
      "The caller goes on using what it gave. Every operation gives a new tensor.";
  public static final String KEPT_3 = "float[] copy = k.toArray(); or Tensor.stack of rows";

  public static final String KEY_1 = "After the edit of a key: which of Q, K and V differ?";
  public static final String KEY_2 = "K alone, in one row. The weights change, V stays as it was.";
  public static final String KEY_3 =
      "Build K anew from its rows, with the edit's row at its place, and call scaledDotProduct.";

  public static final String VALUE_1 = "After the edit of a value: may any weight change?";
  public static final String VALUE_2 =
      "No. Q and K stay; the output changes by weight times change.";
  public static final String VALUE_3 =
      "edit.what().equals(\"value\") and only then V is built anew";

  public static final String PLACE_1 = "Which row is replaced?";
  public static final String PLACE_2 = "Places are counted from 0.";
  public static final String PLACE_3 = "i == edit.place() ? edit.row() : k.get(i)";

  public static final String SCALE_1 = "In which width do query and key meet?";
  public static final String SCALE_2 =
      "In dK, the last axis of q and k. The values' width has no part in it.";
  public static final String SCALE_3 = "q.matmul(k.transpose()).div((float) Math.sqrt(q.size(-1)))";

  public static final String SIDES_1 = "Who asks, and who is asked?";
  public static final String SIDES_2 = "Queries come from X, keys and values both from Y.";
  public static final String SIDES_3 =
      "x.matmul(w.query()), y.matmul(w.key()), y.matmul(w.value())";

  public static final String OUTPUT_1 = "How wide is the output?";
  public static final String OUTPUT_2 = "As wide as a value: the weights mix values.";
  public static final String OUTPUT_3 = "weights.matmul(v) has the shape (T, dV)";

  public static final String CENTRAL_1 = "How far from s do you look, and on which sides?";
  public static final String CENTRAL_2 = "A step h up and a step h down, which are 2 h apart.";
  public static final String CENTRAL_3 = "(output(up, values) - output(down, values)) / (2 * h)";

  public static final String ALONE_1 = "How many scores move for one slope?";
  public static final String ALONE_2 = "One; all others stand where they stood.";
  public static final String ALONE_3 =
      "For each i anew: a clone of the scores in which number i alone is moved.";

  public static final String RESTORE_1 = "What does the array hold when the answer returns?";
  public static final String RESTORE_2 = "The numbers that it held before. Work on copies.";
  public static final String RESTORE_3 =
      "Clone the scores twice; move one clone up by h and the other down.";

  private Lesson05Hints() {}
}
