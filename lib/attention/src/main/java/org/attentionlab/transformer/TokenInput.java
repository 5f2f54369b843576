package org.attentionlab.transformer;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.position.InputPosition;
import org.attentionlab.tensor.Tensor;

/** From ids to the vectors that enter the first layer: embedding, scale, positions, dropout. */
final class TokenInput extends Layer {
  private final String owner;
  private final Embedding tokens;
  private final double scale;
  private final Optional<InputPosition> positions;
  private final Dropout dropout;

  /** The owner is named in errors. */
  TokenInput(
      RandomGenerator rng, String owner, Embedding tokens, StackConfig config, double scale) {
    this.owner = owner;
    this.tokens = child("tokens", tokens);
    this.scale = scale;
    this.positions = config.positions().onInput(rng, config.layer().dModel());
    if (positions.isPresent() && positions.get() instanceof Layer learned) {
      child("positions", learned);
    }
    this.dropout = child("dropout", new Dropout(rng, config.layer().dropout()));
  }

  /** The first token stands at a position that is above 0 where earlier ones were kept. */
  Tensor forward(int[][] ids, int first) {
    TokenIds.length(owner, ids);
    TokenIds.requireKnown(owner, ids, tokens.weight().size(0));
    Tensor embedded = tokens.forward(ids); // (B, T, dModel)
    Tensor scaled = scale == 1 ? embedded : embedded.mul(scale);
    Tensor placed = positions.map(known -> known.add(scaled, first)).orElse(scaled);
    return dropout.forward(placed); // (B, T, dModel)
  }
}
