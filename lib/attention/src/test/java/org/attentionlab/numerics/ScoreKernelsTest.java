package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class ScoreKernelsTest extends KernelCases {
  /** B, T, S and the width of the network. */
  private record Size(int batch, int queries, int keys, int hidden) {
    int pairs() {
      return batch * queries * keys;
    }

    /** The row of q that a pair looks from. */
    int query(int pair) {
      return pair / keys;
    }

    /** The row of k that a pair looks at. */
    int key(int pair) {
      return pair / (queries * keys) * keys + pair % keys;
    }
  }

  @Override
  Stream<KernelCase> cases() {
    Stream<Size> some =
        IntStream.range(0, SIZES.length)
            .mapToObj(i -> new Size(1 + i % 3, 1 + i % 4, 1 + i % 6, SIZES[i]));
    Stream<Size> more =
        Stream.of(
            new Size(0, 2, 3, 4),
            new Size(2, 3, 0, 4),
            new Size(9, 14, 6, 64),
            new Size(1, 60, 12, 48));
    return Stream.concat(some, more).flatMap(size -> Stream.of(scores(size), backward(size)));
  }

  private static KernelCase scores(Size size) {
    return new KernelCase(
        "additiveScores of " + size,
        (kernels, operands) -> {
          Operand q = operands.numbers(size.batch * size.queries, size.hidden, 0);
          Operand k = operands.numbers(size.batch * size.keys, size.hidden, 0);
          Operand v = operands.numbers(size.hidden);
          Operand tanh = operands.blank(size.pairs(), size.hidden, 0);
          Operand scores = operands.blank(size.pairs());
          kernels.additiveScores(
              size.batch,
              size.queries,
              size.keys,
              size.hidden,
              q.array,
              q.at,
              k.array,
              k.at,
              v.array,
              v.at,
              tanh.array,
              tanh.at,
              scores.array,
              scores.at);
          Operand.Formula t =
              (pair, d) -> Math.tanh(q.get(size.query(pair), d) + k.get(size.key(pair), d));
          tanh.holds(1e-6, t);
          scores.holds(
              1e-5,
              pair ->
                  IntStream.range(0, size.hidden).mapToDouble(d -> v.get(d) * t.at(pair, d)).sum());
        });
  }

  private static KernelCase backward(Size size) {
    return new KernelCase(
        "additiveScoresBackward of " + size,
        (kernels, operands) -> {
          Operand v = operands.numbers(size.hidden);
          Operand tanh =
              operands.given(
                  size.pairs(), size.hidden, 0, i -> 2 * operands.rng().nextDouble() - 1);
          Operand g = operands.numbers(size.pairs());
          Operand dq = operands.numbers(size.batch * size.queries, size.hidden, 0);
          Operand dk = operands.numbers(size.batch * size.keys, size.hidden, 0);
          Operand dv = operands.numbers(size.hidden);
          kernels.additiveScoresBackward(
              size.batch,
              size.queries,
              size.keys,
              size.hidden,
              v.array,
              v.at,
              tanh.array,
              tanh.at,
              g.array,
              g.at,
              dq.array,
              dq.at,
              dk.array,
              dk.at,
              dv.array,
              dv.at);
          double[][] ofQuery = new double[size.batch * size.queries][size.hidden];
          double[][] ofKey = new double[size.batch * size.keys][size.hidden];
          double[] ofVector = new double[size.hidden];
          for (int pair = 0; pair < size.pairs(); pair++) {
            for (int d = 0; d < size.hidden; d++) {
              double t = tanh.get(pair, d);
              double dz = g.get(pair) * v.get(d) * (1 - t * t);
              ofQuery[size.query(pair)][d] += dz;
              ofKey[size.key(pair)][d] += dz;
              ofVector[d] += g.get(pair) * t;
            }
          }
          dq.holds(2e-5, (i, d) -> dq.get(i, d) + ofQuery[i][d]);
          dk.holds(2e-5, (i, d) -> dk.get(i, d) + ofKey[i][d]);
          dv.holds(5e-5, d -> dv.get(d) + ofVector[d]);
        });
  }
}
