package org.attentionlab.numerics;

import java.util.Arrays;
import java.util.Locale;

/**
 * Sizes, masks and layouts of attention. Made by {@link #of}, changed by the methods that return a
 * copy.
 *
 * <pre>
 * AttentionShape.of(32, 4, 16, 16, 64).sideBySide().causal(0)
 * </pre>
 */
public final class AttentionShape {
  final int batch;
  final int heads;
  final int keyHeads;
  final int queries;
  final int keys;
  final int dK;
  final int dV;
  final float scale;
  final boolean causal;
  final int shift;
  private final int[] lengths;
  private final int[] visible;
  private final int perSequence;
  private final int perQuery;
  final HeadLayout q;
  final HeadLayout k;
  final HeadLayout v;
  final HeadLayout out;

  private AttentionShape(Draft from) {
    batch = from.batch;
    heads = from.heads;
    keyHeads = from.keyHeads;
    queries = from.queries;
    keys = from.keys;
    dK = from.dK;
    dV = from.dV;
    scale = from.scale;
    causal = from.causal;
    shift = from.shift;
    lengths = from.lengths;
    visible = from.visible;
    perSequence = from.perSequence;
    perQuery = from.perQuery;
    q = from.q;
    k = from.k;
    v = from.v;
    out = from.out;
  }

  /**
   * Attention without a mask, heads behind each other as in (B, H, T, d), scale 1 / sqrt(d).
   *
   * @param batch B
   * @param heads H
   * @param queries T
   * @param keys S
   * @param d width of queries, keys and values
   * @return the shape
   * @throws IllegalArgumentException if a size is negative, or heads or d is zero
   */
  public static AttentionShape of(int batch, int heads, int queries, int keys, int d) {
    return of(batch, heads, heads, queries, keys, d, d);
  }

  /**
   * Attention where several heads of queries may share one head of keys and values, and values may
   * have a width of their own.
   *
   * @param batch B
   * @param heads heads of the queries
   * @param keyHeads heads of the keys and values, a divisor of heads; query head h uses key head
   *     {@code h / (heads / keyHeads)}
   * @param queries T
   * @param keys S
   * @param dK width of queries and keys
   * @param dV width of values
   * @return the shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static AttentionShape of(
      int batch, int heads, int keyHeads, int queries, int keys, int dK, int dV) {
    if (batch < 0 || heads < 1 || keyHeads < 1 || queries < 0 || keys < 0 || dK < 1 || dV < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "attention: batch %d, heads %d and %d, queries %d, keys %d, dK %d, dV %d: heads and widths are above 0, the others not below.",
              batch,
              heads,
              keyHeads,
              queries,
              keys,
              dK,
              dV));
    }
    if (heads % keyHeads != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "attention: %d heads cannot share %d heads of keys evenly.",
              heads,
              keyHeads));
    }
    Draft draft = new Draft();
    draft.batch = batch;
    draft.heads = heads;
    draft.keyHeads = keyHeads;
    draft.queries = queries;
    draft.keys = keys;
    draft.dK = dK;
    draft.dV = dV;
    draft.scale = (float) (1 / Math.sqrt(dK));
    draft.q = HeadLayout.separate(heads, queries, dK);
    draft.k = HeadLayout.separate(keyHeads, keys, dK);
    draft.v = HeadLayout.separate(keyHeads, keys, dV);
    draft.out = HeadLayout.separate(heads, queries, dV);
    return new AttentionShape(draft);
  }

  /**
   * The same with heads side by side in each row: (B, T, H, d).
   *
   * @return a copy
   */
  public AttentionShape sideBySide() {
    return layouts(
        HeadLayout.sideBySide(heads, queries, dK),
        HeadLayout.sideBySide(keyHeads, keys, dK),
        HeadLayout.sideBySide(keyHeads, keys, dV),
        HeadLayout.sideBySide(heads, queries, dV));
  }

  /**
   * The same with layouts of one's own.
   *
   * @param ofQ where queries lie
   * @param ofK where keys lie
   * @param ofV where values lie
   * @param ofOut where the output goes
   * @return a copy
   */
  public AttentionShape layouts(HeadLayout ofQ, HeadLayout ofK, HeadLayout ofV, HeadLayout ofOut) {
    Draft draft = new Draft(this);
    draft.q = ofQ;
    draft.k = ofK;
    draft.v = ofV;
    draft.out = ofOut;
    return new AttentionShape(draft);
  }

  /**
   * The same where query i sees keys 0 to i + shift only.
   *
   * @param keysBefore the shift: how many keys stand before the first query; 0, or the length of a
   *     cache
   * @return a copy
   */
  public AttentionShape causal(int keysBefore) {
    Draft draft = new Draft(this);
    draft.causal = true;
    draft.shift = keysBefore;
    return new AttentionShape(draft);
  }

  /**
   * The same where the keys behind a sequence's length are padding and hidden.
   *
   * @param perSequence number of real keys of each of the B sequences, 0 to S; copied
   * @return a copy
   * @throws IllegalArgumentException if there are not B lengths or one is out of range
   */
  public AttentionShape lengths(int... perSequence) {
    if (perSequence.length != batch) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "attention: %d lengths for a batch of %d.", perSequence.length, batch));
    }
    for (int length : perSequence) {
      if (length < 0 || length > keys) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "attention: length %d is not from 0 to %d keys.", length, keys));
      }
    }
    Draft draft = new Draft(this);
    draft.lengths = perSequence.clone();
    return new AttentionShape(draft);
  }

  /**
   * The same where query t of sequence b sees the first {@code counts[b * bStep + t * tStep]} keys.
   *
   * @param counts how many keys, each 0 to S; copied
   * @param bStep elements from one sequence to the next; 0 where all are alike
   * @param tStep elements from one query to the next; 0 where all are alike
   * @return a copy
   * @throws IllegalArgumentException if a count is missing or out of range
   */
  public AttentionShape visible(int[] counts, int bStep, int tStep) {
    long last = (long) Math.max(0, batch - 1) * bStep + (long) Math.max(0, queries - 1) * tStep;
    if (bStep < 0 || tStep < 0 || last >= counts.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "attention: %d counts at steps %d and %d do not cover %d sequences of %d queries.",
              counts.length,
              bStep,
              tStep,
              batch,
              queries));
    }
    for (int count : counts) {
      if (count < 0 || count > keys) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "attention: count %d is not from 0 to %d keys.", count, keys));
      }
    }
    Draft draft = new Draft(this);
    draft.visible = counts.clone();
    draft.perSequence = bStep;
    draft.perQuery = tStep;
    return new AttentionShape(draft);
  }

  /**
   * The same with another factor of the scores.
   *
   * @param factor instead of 1 / sqrt(dK)
   * @return a copy
   */
  public AttentionShape scale(float factor) {
    Draft draft = new Draft(this);
    draft.scale = factor;
    return new AttentionShape(draft);
  }

  /**
   * B.
   *
   * @return the number of sequences
   */
  public int batch() {
    return batch;
  }

  /**
   * T.
   *
   * @return the number of queries
   */
  public int queries() {
    return queries;
  }

  /**
   * S.
   *
   * @return the number of keys
   */
  public int keys() {
    return keys;
  }

  /**
   * How many numbers the output has.
   *
   * @return B H T dV
   */
  public int outputSize() {
    return rows() * dV;
  }

  /**
   * How many rows of scores there are, each with a sum.
   *
   * @return B H T
   */
  public int rows() {
    return batch * heads * queries;
  }

  /** How many keys of a sequence are real. */
  int length(int sequence) {
    return lengths.length == 0 ? keys : lengths[sequence];
  }

  /** How many keys a query of a sequence sees. */
  int visible(int sequence, int query) {
    int seen = length(sequence);
    if (causal) {
      seen = Math.max(0, Math.min(seen, query + shift + 1));
    }
    return visible.length == 0
        ? seen
        : Math.min(seen, visible[sequence * perSequence + query * perQuery]);
  }

  /** The most keys that one of some queries of a sequence sees. */
  int most(int sequence, int first, int count) {
    int most = 0;
    for (int i = first; i < first + count; i++) {
      most = Math.max(most, visible(sequence, i));
    }
    return most;
  }

  /** The fewest keys that one of some queries of a sequence sees. */
  int fewest(int sequence, int first, int count) {
    int fewest = keys;
    for (int i = first; i < first + count; i++) {
      fewest = Math.min(fewest, visible(sequence, i));
    }
    return fewest;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "attention: batch %d, heads %d/%d, queries %d, keys %d, dK %d, dV %d%s%s",
        batch,
        heads,
        keyHeads,
        queries,
        keys,
        dK,
        dV,
        causal ? ", causal" : "",
        (lengths.length == 0 ? "" : ", lengths " + Arrays.toString(lengths))
            + (visible.length == 0 ? "" : ", visible " + Arrays.toString(visible)));
  }

  /** The same fields before they are final. */
  private static final class Draft {
    private int batch;
    private int heads;
    private int keyHeads;
    private int queries;
    private int keys;
    private int dK;
    private int dV;
    private float scale;
    private boolean causal;
    private int shift;
    private int[] lengths = {};
    private int[] visible = {};
    private int perSequence;
    private int perQuery;
    private HeadLayout q;
    private HeadLayout k;
    private HeadLayout v;
    private HeadLayout out;

    Draft() {}

    Draft(AttentionShape from) {
      batch = from.batch;
      heads = from.heads;
      keyHeads = from.keyHeads;
      queries = from.queries;
      keys = from.keys;
      dK = from.dK;
      dV = from.dV;
      scale = from.scale;
      causal = from.causal;
      shift = from.shift;
      lengths = from.lengths;
      visible = from.visible;
      perSequence = from.perSequence;
      perQuery = from.perQuery;
      q = from.q;
      k = from.k;
      v = from.v;
      out = from.out;
    }
  }
}
