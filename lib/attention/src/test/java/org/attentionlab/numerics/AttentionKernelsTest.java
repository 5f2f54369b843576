package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class AttentionKernelsTest extends KernelCases {
  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  /**
   * What attention is over.
   *
   * @param size factor of queries and keys, so that scores reach a thousand
   */
  private record Sight(String name, AttentionShape shape, double size) {}

  @Override
  Stream<KernelCase> cases() {
    return sights().flatMap(sight -> Stream.of(forward(sight), backward(sight)));
  }

  private static Stream<Sight> sights() {
    Stream<Sight> sizes =
        IntStream.range(0, SIZES.length)
            .boxed()
            .flatMap(
                i -> {
                  int t = SIZES[i];
                  int s = SIZES[(i * 5 + 2) % SIZES.length];
                  int dK = 1 + i * 3 % 20;
                  int dV = 1 + i * 7 % 18;
                  AttentionShape shape = AttentionShape.of(2, 2, 1 + i % 2, t, s, dK, dV);
                  return Stream.of(
                      new Sight("all", shape, 1),
                      new Sight("side by side", shape.sideBySide(), 1),
                      new Sight("causal", shape.causal(i % 4), 1),
                      new Sight("lengths", shape.lengths(0, (s + 1) / 2), 1),
                      new Sight("huge scores", shape.scale(-1), 30));
                });
    return Stream.concat(sizes, special());
  }

  private static Stream<Sight> special() {
    AttentionShape one = AttentionShape.of(1, 1, 150, 250, 16);
    AttentionShape many = AttentionShape.of(3, 6, 2, 45, 70, 8, 12);
    int[] counts = IntStream.range(0, 3 * 45).map(i -> i * 37 % 71).toArray();
    return Stream.of(
        new Sight("a head for two threads", one, 1),
        new Sight("a causal head for two threads", one.causal(130), 1),
        new Sight("each query its own keys", many.visible(counts, 45, 1), 1),
        new Sight("each sequence its own keys", many.visible(new int[] {3, 0, 70}, 1, 0), 1),
        new Sight(
            "all masks side by side",
            many.sideBySide().causal(20).lengths(70, 1, 33).visible(counts, 0, 1),
            1),
        new Sight("hidden at first", many.causal(-5), 1),
        new Sight("no keys", AttentionShape.of(2, 1, 3, 0, 4), 1),
        new Sight("no queries", AttentionShape.of(2, 1, 0, 3, 4), 1));
  }

  /** The place of a number in an array of heads. */
  private static int at(HeadLayout layout, int b, int h, int row, int d) {
    return layout.at(b, h) + row * layout.rowStep() + d;
  }

  /** Dense attention of one head, in double. */
  private static final class Dense {
    final double[][] weights;
    final double[] logSums;
    private final AttentionShape shape;
    private final int b;
    private final int h;
    private final int keyHead;

    Dense(AttentionShape shape, int b, int h, Operand q, Operand k) {
      this.shape = shape;
      this.b = b;
      this.h = h;
      keyHead = h / (shape.heads / shape.keyHeads);
      weights = new double[shape.queries][shape.keys];
      logSums = new double[shape.queries];
      for (int t = 0; t < shape.queries; t++) {
        weigh(t, q, k);
      }
    }

    private void weigh(int t, Operand q, Operand k) {
      int seen = shape.visible(b, t);
      double max = NOTHING;
      for (int s = 0; s < seen; s++) {
        double score = 0;
        for (int d = 0; d < shape.dK; d++) {
          score += q.get(q(t, d)) * k.get(k(s, d));
        }
        weights[t][s] = shape.scale * score;
        max = Math.max(max, weights[t][s]);
      }
      double sum = 0;
      for (int s = 0; s < seen; s++) {
        weights[t][s] = Math.exp(weights[t][s] - max);
        sum += weights[t][s];
      }
      for (int s = 0; s < seen; s++) {
        weights[t][s] /= sum;
      }
      logSums[t] = seen == 0 ? NOTHING : max + Math.log(sum);
    }

    int q(int t, int d) {
      return at(shape.q, b, h, t, d);
    }

    int k(int s, int d) {
      return at(shape.k, b, keyHead, s, d);
    }

    int v(int s, int d) {
      return at(shape.v, b, keyHead, s, d);
    }

    int out(int t, int d) {
      return at(shape.out, b, h, t, d);
    }

    int row(int t) {
      return (b * shape.heads + h) * shape.queries + t;
    }

    double output(Operand v, int t, int d) {
      double sum = 0;
      for (int s = 0; s < shape.keys; s++) {
        sum += weights[t][s] * v.get(v(s, d));
      }
      return sum;
    }
  }

  private static Stream<Dense> heads(AttentionShape shape, Operand q, Operand k) {
    return IntStream.range(0, shape.batch * shape.heads)
        .mapToObj(i -> new Dense(shape, i / shape.heads, i % shape.heads, q, k));
  }

  private static Operand numbers(Operands operands, int n, double size) {
    return operands.given(1, n, 0, i -> size * operands.rng().nextGaussian());
  }

  private static int keys(AttentionShape shape) {
    return shape.batch * shape.keyHeads * shape.keys;
  }

  private static KernelCase forward(Sight sight) {
    AttentionShape shape = sight.shape;
    return new KernelCase(
        sight.name + " " + shape,
        (kernels, operands) -> {
          Operand q = numbers(operands, shape.rows() * shape.dK, sight.size);
          Operand k = numbers(operands, keys(shape) * shape.dK, sight.size);
          Operand v = operands.numbers(keys(shape) * shape.dV);
          Operand out = operands.blank(shape.outputSize());
          Operand logSum = operands.blank(shape.rows());
          kernels.attention(
              shape,
              q.array,
              q.at,
              k.array,
              k.at,
              v.array,
              v.at,
              out.array,
              out.at,
              logSum.array,
              logSum.at);
          double[] outputs = new double[shape.outputSize()];
          double[] logSums = new double[shape.rows()];
          heads(shape, q, k)
              .forEach(
                  head -> {
                    for (int t = 0; t < shape.queries; t++) {
                      logSums[head.row(t)] = head.logSums[t];
                      for (int d = 0; d < shape.dV; d++) {
                        outputs[head.out(t, d)] = head.output(v, t, d);
                      }
                    }
                  });
          // A score of a thousand has an error of 1e-4, and its weight the same.
          double error = sight.size > 1 ? 5e-3 : 1e-5;
          out.holds(error, i -> outputs[i]);
          logSum.holds(1e-5, i -> logSums[i]);
        });
  }

  private static KernelCase backward(Sight sight) {
    AttentionShape shape = sight.shape;
    return new KernelCase(
        "backward of " + sight.name + " " + shape,
        (kernels, operands) -> {
          Operand q = numbers(operands, shape.rows() * shape.dK, 1);
          Operand k = numbers(operands, keys(shape) * shape.dK, 1);
          Operand v = operands.numbers(keys(shape) * shape.dV);
          double[] outputs = new double[shape.outputSize()];
          double[] logSums = new double[shape.rows()];
          Operand g = operands.numbers(shape.outputSize());
          double[] toQ = new double[shape.rows() * shape.dK];
          double[] toK = new double[keys(shape) * shape.dK];
          double[] toV = new double[keys(shape) * shape.dV];
          heads(shape, q, k)
              .forEach(
                  head -> {
                    for (int t = 0; t < shape.queries; t++) {
                      logSums[head.row(t)] = head.logSums[t];
                      double along = 0;
                      for (int d = 0; d < shape.dV; d++) {
                        int place = head.out(t, d);
                        outputs[place] = head.output(v, t, d);
                        along += g.get(place) * outputs[place];
                      }
                      for (int s = 0; s < shape.keys; s++) {
                        double p = head.weights[t][s];
                        double slope = -along;
                        for (int d = 0; d < shape.dV; d++) {
                          toV[head.v(s, d)] += p * g.get(head.out(t, d));
                          slope += g.get(head.out(t, d)) * v.get(head.v(s, d));
                        }
                        double ds = shape.scale * p * slope;
                        for (int d = 0; d < shape.dK; d++) {
                          toQ[head.q(t, d)] += ds * k.get(head.k(s, d));
                          toK[head.k(s, d)] += ds * q.get(head.q(t, d));
                        }
                      }
                    }
                  });
          Operand out = operands.given(1, outputs.length, 0, i -> outputs[i]);
          Operand logSum = operands.given(1, logSums.length, 0, i -> logSums[i]);
          Operand dq = operands.numbers(toQ.length);
          Operand dk = operands.numbers(toK.length);
          Operand dv = operands.numbers(toV.length);
          kernels.attentionBackward(
              shape,
              q.array,
              q.at,
              k.array,
              k.at,
              v.array,
              v.at,
              out.array,
              out.at,
              logSum.array,
              logSum.at,
              g.array,
              g.at,
              dq.array,
              dq.at,
              dk.array,
              dk.at,
              dv.array,
              dv.at);
          dq.holds(1e-4, i -> dq.get(i) + toQ[i]);
          dk.holds(1e-4, i -> dk.get(i) + toK[i]);
          dv.holds(1e-4, i -> dv.get(i) + toV[i]);
        });
  }
}
