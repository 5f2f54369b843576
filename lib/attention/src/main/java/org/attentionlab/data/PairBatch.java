package org.attentionlab.data;

import java.util.List;
import org.attentionlab.text.Padding;
import org.attentionlab.text.Shifted;

/**
 * Sources and targets as an encoder-decoder is trained on them.
 *
 * <pre>
 * var batch = codec.batch(pairs);
 * var logits = model.forward(batch.source(), batch.lengths(), batch.shifted());     // (B, T, V)
 * var loss = CrossEntropy.mean().ignoring(Vocabulary.PAD).loss(logits, batch.target());
 * </pre>
 *
 * <p>Legend: B pairs, S ids of the longest source, T of the longest target with its end.
 *
 * @param source ids (B, S), 0 after the end of each
 * @param lengths of the sources (B)
 * @param shifted the targets as the decoder reads them (B, T): {@code [BOS]} first, no {@code
 *     [EOS]}
 * @param target the targets as it should write them (B, T): {@code [EOS]} last; 0 where nothing is
 *     asked
 */
@SuppressWarnings("ArrayRecordComponent") // tables of numbers; nobody compares them
public record PairBatch(int[][] source, int[] lengths, int[][] shifted, int[][] target) {

  /**
   * Fills up both sides.
   *
   * @param sources B sequences of ids
   * @param targets B sequences between {@code [BOS]} and {@code [EOS]}
   * @return the batch
   * @throws IllegalArgumentException if the numbers differ, a target has no two ids, or a sequence
   *     holds the padding's id 0
   */
  public static PairBatch of(List<int[]> sources, List<int[]> targets) {
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "PairBatch: " + sources.size() + " sources and " + targets.size() + " targets.");
    }
    Padding source = Padding.of(sources);
    Shifted target = Shifted.of(targets);
    return new PairBatch(source.ids(), source.lengths(), target.read(), target.next());
  }
}
