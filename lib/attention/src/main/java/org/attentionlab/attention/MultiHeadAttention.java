package org.attentionlab.attention;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.FusedAttention.Source;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.numerics.AttentionShape;
import org.attentionlab.numerics.HeadLayout;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Several heads that look at the same input, each through projections of its own.
 *
 * <pre>
 * head_i = Attention(Q W_Q_i, K W_K_i, V W_V_i)
 * MultiHead(Q, K, V) = Concat(head_1, ..., head_H) W_O
 * </pre>
 *
 * <p>Legend: B batch, H heads, G heads of keys and values, T queries, S keys and values, dK and dV
 * the widths of one head. The projections of all heads stand side by side in one matrix. Vaswani et
 * al. (2017), section 3.2.2; for G below H Ainslie et al. (2023), "GQA: Training Generalized
 * Multi-Query Transformer Models from Multi-Head Checkpoints", section 2.2.
 *
 * <pre>
 * var mha = new MultiHeadAttention(rng, 64, 8);
 * mha.forward(x, x, x, Mask.causal(5));              // self-attention, x (B, 5, 64)
 * mha.forward(y, memory, memory);                    // cross-attention
 * </pre>
 */
public final class MultiHeadAttention extends Layer {
  /** So many queries, keys and values in all come from one product: they have to fit a cache. */
  private static final int FUSED = 1 << 17;

  private final MultiHeadConfig config;
  private final AttentionPosition position;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear output;
  private final Dropout dropout;
  private Set<Integer> ablated = Set.of();

  /**
   * What a step of incremental decoding gives.
   *
   * @param result output (B, T, dModel) of the new positions, and their weights (B, H, T, S) over
   *     all positions so far
   * @param cache the keys and values of all positions so far
   */
  public record Step(AttentionResult result, KeyValueCache cache) {}

  /**
   * With the usual settings, see {@link MultiHeadConfig#of}.
   *
   * @param rng where the first weights come from
   * @param dModel width of queries, keys, values and output
   * @param heads how many heads, a divisor of dModel
   * @throws IllegalArgumentException if dModel is not divisible by the heads
   */
  public MultiHeadAttention(RandomGenerator rng, int dModel, int heads) {
    this(rng, MultiHeadConfig.of(dModel, heads));
  }

  /**
   * With settings of one's own.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public MultiHeadAttention(RandomGenerator rng, MultiHeadConfig config) {
    this(rng, config, AttentionPosition.none());
  }

  /**
   * With positions inside of the attention.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   * @param position how positions enter; if it is a {@link Layer}, it is learned with this one
   */
  public MultiHeadAttention(
      RandomGenerator rng, MultiHeadConfig config, AttentionPosition position) {
    this.config = config;
    this.position = position;
    int heads = config.heads();
    int shared = config.keyValueHeads();
    this.query = child("query", map(rng, config.dModel(), heads * config.dK()));
    this.key = child("key", map(rng, config.dSource(), shared * config.dK()));
    this.value = child("value", map(rng, config.dSource(), shared * config.dV()));
    this.output = child("output", map(rng, heads * config.dV(), config.dModel()));
    this.dropout = child("dropout", new Dropout(rng, config.dropout()));
    if (position instanceof Layer learned) {
      child("position", learned);
    }
  }

  private Linear map(RandomGenerator rng, int dIn, int dOut) {
    return config.bias() ? new Linear(rng, dIn, dOut) : Linear.withoutBias(rng, dIn, dOut);
  }

  /**
   * Attends where every query may attend to every key.
   *
   * @param queries Q (B, T, dModel)
   * @param keys K (B, S, dSource)
   * @param values V (B, S, dSource)
   * @return output (B, T, dModel) and weights (B, H, T, S)
   * @throws ShapeException if the shapes do not fit
   */
  public AttentionResult forward(Tensor queries, Tensor keys, Tensor values) {
    return forward(queries, keys, values, Mask.none());
  }

  /**
   * Attends under a mask.
   *
   * @param queries Q (B, T, dModel)
   * @param keys K (B, S, dSource)
   * @param values V (B, S, dSource)
   * @param mask true where a query may attend: (T, S) for all, (B, T, S) or (B, 1, S) for each
   *     sequence, (B, H, T, S) for each head
   * @return output (B, T, dModel) and weights (B, H, T, S), as they are before dropout
   * @throws ShapeException if the shapes do not fit
   */
  public AttentionResult forward(Tensor queries, Tensor keys, Tensor values, Mask mask) {
    return recall(queries, remember(keys, values), 0, mask);
  }

  /**
   * Attends under a mask, for those who do not look at the weights.
   *
   * @param queries Q (B, T, dModel)
   * @param keys K (B, S, dSource)
   * @param values V (B, S, dSource)
   * @param mask true where a query may attend, see {@link #forward(Tensor, Tensor, Tensor, Mask)}
   * @return output (B, T, dModel)
   * @throws ShapeException if the shapes do not fit
   */
  public Tensor attend(Tensor queries, Tensor keys, Tensor values, Mask mask) {
    return fused(queries, keys, values, mask)
        .orElseGet(() -> forward(queries, keys, values, mask).output());
  }

  /** All heads as one operation, where nobody asks for the scores. */
  private Optional<Tensor> fused(Tensor queries, Tensor keys, Tensor values, Mask mask) {
    boolean scoresMatter = !position.onlyTurns() || dropout.isActive() || !ablated.isEmpty();
    if (scoresMatter) {
      return Optional.empty();
    }
    requireSources(keys, values);
    AttentionShapes.requireSequences("queries", "T", queries, config.dModel());
    AttentionShapes.requireEqualBatches(queries, keys);
    return mask.restrict(shape(queries.size(0), queries.size(1), keys.size(1)))
        .map(shape -> attendIn(shape, queries, keys, values));
  }

  private Tensor attendIn(AttentionShape shape, Tensor queries, Tensor keys, Tensor values) {
    int[] joined = {shape.batch(), shape.queries(), config.heads() * config.dV()};
    int width = config.heads() * config.dK() + config.keyValueHeads() * (config.dK() + config.dV());
    boolean same = queries == keys && keys == values && position == AttentionPosition.none();
    if (same && (long) shape.batch() * shape.queries() * width <= FUSED) {
      return output.forward(attendToItself(shape, joined, queries)); // (B, T, dModel)
    }
    Tensor q = query.forward(queries); // (B, T, H dK)
    Tensor k = key.forward(keys); // (B, S, G dK)
    Tensor v = value.forward(values); // (B, S, G dV)
    if (position != AttentionPosition.none()) {
      q = position.turn(split(q, config.heads()), 0); // (B, H, T, dK)
      k = position.turn(split(k, config.keyValueHeads()), 0); // (B, G, S, dK)
    }
    Tensor mixed =
        FusedAttention.run(shape, joined, Source.of(q), Source.of(k), Source.of(v)); // (B, T, H dV)
    return output.forward(mixed); // (B, T, dModel)
  }

  /** Queries, keys and values from one product, and read where they stand side by side. */
  private Tensor attendToItself(AttentionShape shape, int[] joined, Tensor x) {
    int t = shape.queries();
    int keysAt = config.heads() * config.dK();
    int valuesAt = keysAt + config.keyValueHeads() * config.dK();
    int width = valuesAt + config.keyValueHeads() * config.dV();
    AttentionShape sliced =
        shape.layouts(
            HeadLayout.slices(t, width, config.dK()),
            HeadLayout.slices(t, width, config.dK()),
            HeadLayout.slices(t, width, config.dV()),
            HeadLayout.sideBySide(config.heads(), t, config.dV()));
    Tensor all = Linear.sideBySide(x, query, key, value); // (B, T, H dK + G dK + G dV)
    return FusedAttention.run(
        sliced, joined, new Source(all, 0), new Source(all, keysAt), new Source(all, valuesAt));
  }

  /** Where the numbers of a head lie: side by side in a row, but behind each other once turned. */
  private AttentionShape shape(int batch, int t, int s) {
    int heads = config.heads();
    int shared = config.keyValueHeads();
    AttentionShape separate =
        AttentionShape.of(batch, heads, shared, t, s, config.dK(), config.dV());
    if (position == AttentionPosition.none()) {
      return separate.sideBySide();
    }
    return separate.layouts(
        HeadLayout.separate(heads, t, config.dK()),
        HeadLayout.separate(shared, s, config.dK()),
        HeadLayout.sideBySide(shared, s, config.dV()),
        HeadLayout.sideBySide(heads, t, config.dV()));
  }

  /**
   * Projects keys and values once, for queries that come later, as a decoder's do that attends to
   * the encoder again and again.
   *
   * @param keys K (B, S, dSource)
   * @param values V (B, S, dSource)
   * @return what {@link #recall} takes
   * @throws ShapeException if the shapes do not fit
   */
  public KeyValueCache remember(Tensor keys, Tensor values) {
    return remember(keys, values, KeyValueCache.empty());
  }

  /**
   * Attends to keys and values that were projected before.
   *
   * @param queries Q (B, T, dModel)
   * @param cache the result of {@link #remember}
   * @param mask true where a query may attend, see {@link #forward(Tensor, Tensor, Tensor, Mask)}
   * @return output (B, T, dModel) and weights (B, H, T, S)
   * @throws ShapeException if the shapes do not fit, or the cache is of other heads
   * @throws IllegalStateException if the cache is empty
   */
  public AttentionResult recall(Tensor queries, KeyValueCache cache, Mask mask) {
    return recall(queries, cache, 0, mask);
  }

  /**
   * Causal self-attention of new positions, which attend to themselves and to all before. Step by
   * step it gives what {@link #forward(Tensor, Tensor, Tensor, Mask)} gives at once under {@link
   * Mask#causal(int)}.
   *
   * @param x the new positions (B, T, dModel), often one
   * @param before the keys and values of all positions before
   * @return the result for the new positions, and the longer cache
   * @throws ShapeException if the shapes do not fit
   */
  public Step step(Tensor x, KeyValueCache before) {
    KeyValueCache cache = remember(x, x, before);
    Mask mask = x.size(1) == 1 ? Mask.none() : Mask.causal(x.size(1), cache.length());
    return new Step(recall(x, cache, before.length(), mask), cache);
  }

  private KeyValueCache remember(Tensor keys, Tensor values, KeyValueCache before) {
    requireSources(keys, values);
    Tensor k = split(key.forward(keys), config.keyValueHeads()); // (B, G, S, dK)
    Tensor v = split(value.forward(values), config.keyValueHeads()); // (B, G, S, dV)
    return before.append(position.turn(k, before.length()), v);
  }

  private void requireSources(Tensor keys, Tensor values) {
    AttentionShapes.requireSequences("keys", "S", keys, config.dSource());
    AttentionShapes.requireSequences("values", "S", values, config.dSource());
    AttentionShapes.requirePairs(keys, values);
  }

  private AttentionResult recall(Tensor queries, KeyValueCache seen, int first, Mask mask) {
    AttentionShapes.requireSequences("queries", "T", queries, config.dModel());
    AttentionShapes.requireCache(seen.keys(), seen.values(), config);
    AttentionShapes.requireEqualBatches(queries, seen.keys());
    Tensor q = split(query.forward(queries), config.heads()); // (B, H, T, dK)
    Tensor k = share(seen.keys()); // (B, H, S, dK)
    Tensor v = share(seen.values()); // (B, H, S, dV)
    AttentionResult heads = look(position.turn(q, first), k, v, first, perHead(mask));
    Tensor joined = merge(silence(heads.output())); // (B, T, H dV)
    return new AttentionResult(output.forward(joined), heads.weights());
  }

  /** What every head does by itself: equation 1 of the paper, with positions and dropout. */
  private AttentionResult look(Tensor q, Tensor k, Tensor v, int first, Mask mask) {
    Tensor scores = ScoreFunction.scaledDot().scores(q, k); // (B, H, T, S)
    Tensor placed = position.score(scores, q, first); // (B, H, T, S)
    Tensor weights = mask.hide(placed).softmax(-1); // (B, H, T, S)
    Tensor kept = dropout.forward(weights); // (B, H, T, S)
    Tensor mixed = position.mix(kept.matmul(v), kept, first); // (B, H, T, dV)
    return new AttentionResult(mixed, weights);
  }

  /** (B, T, heads d) to (B, heads, T, d). */
  private static Tensor split(Tensor x, int heads) {
    return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
  }

  /** (B, heads, T, d) to (B, T, heads d). */
  private static Tensor merge(Tensor x) {
    return x.transpose(1, 2).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
  }

  /** Repeats each head of keys or values for the queries that share it: (B, G, S, d) to H heads. */
  private Tensor share(Tensor x) {
    int repeats = config.heads() / config.keyValueHeads();
    if (repeats == 1) {
      return x;
    }
    return x.unsqueeze(2) // (B, G, 1, S, d)
        .expand(x.size(0), x.size(1), repeats, x.size(2), x.size(3)) // (B, G, H / G, S, d)
        .reshape(x.size(0), config.heads(), x.size(2), x.size(3));
  }

  private static Mask perHead(Mask mask) {
    return mask.shape().length == 3 ? mask.unsqueeze(1) : mask; // (B, 1, T, S)
  }

  /** Zeros in place of what ablated heads say. */
  private Tensor silence(Tensor heads) {
    if (ablated.isEmpty()) {
      return heads;
    }
    float[] loudness = new float[config.heads()];
    for (int head = 0; head < loudness.length; head++) {
      loudness[head] = ablated.contains(head) ? 0 : 1;
    }
    return heads.mul(Tensor.of(loudness, loudness.length, 1, 1));
  }

  /**
   * Silences heads, to see what the model loses: the output of such a head is zero before W_O.
   *
   * <p>Michel, Levy and Neubig (2019), "Are Sixteen Heads Really Better than One?", section 2.3.
   *
   * @param heads their numbers, from 0; all others speak again, so an empty set restores all
   * @throws IndexOutOfBoundsException if there is no such head
   */
  public void ablate(Set<Integer> heads) {
    for (int head : heads) {
      if (head < 0 || head >= config.heads()) {
        throw new IndexOutOfBoundsException(
            "ablate: there is no head "
                + head
                + "; heads run from 0 to "
                + (config.heads() - 1)
                + ".");
      }
    }
    ablated = Set.copyOf(heads);
  }

  /**
   * The heads that are silenced.
   *
   * @return their numbers, in order
   */
  public Set<Integer> ablated() {
    return new TreeSet<>(ablated);
  }

  /**
   * The settings.
   *
   * @return the settings
   */
  public MultiHeadConfig config() {
    return config;
  }

  /**
   * W_Q of all heads side by side.
   *
   * @return the map (dModel, H dK)
   */
  public Linear query() {
    return query;
  }

  /**
   * W_K of all heads side by side.
   *
   * @return the map (dSource, G dK)
   */
  public Linear key() {
    return key;
  }

  /**
   * W_V of all heads side by side.
   *
   * @return the map (dSource, G dV)
   */
  public Linear value() {
    return value;
  }

  /**
   * W_O.
   *
   * @return the map (H dV, dModel)
   */
  public Linear output() {
    return output;
  }
}
