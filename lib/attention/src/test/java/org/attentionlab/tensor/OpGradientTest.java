package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The backward of every operation agrees with central differences. */
class OpGradientTest {
  private static final double TOLERANCE = 5e-4;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"arithmetic", "functions", "reductions", "products", "layouts"})
  void gradientIsRight(String name, Function<Tensor[], Tensor> op, List<Tensor> inputs) {
    GradCheck.Report report = GradCheck.run(op, inputs.toArray(new Tensor[0]));

    assertTrue(report.passes(TOLERANCE), () -> name + ": " + report);
  }

  static Stream<Arguments> arithmetic() {
    Stream.Builder<Arguments> cases = Stream.builder();
    int[][][] shapes = {
      {{2, 3}, {2, 3}},
      {{2, 3, 4}, {4}},
      {{4}, {2, 3, 4}},
      {{2, 3, 4}, {3, 1}},
      {{2, 1, 4}, {3, 1}},
      {{2, 1, 1}, {1, 3, 2}},
      {{3, 1, 2, 1}, {4, 1, 3}},
      {{}, {2, 3}},
      {{2, 3}, {1, 1}},
      {{1}, {}},
      {{}, {}},
    };
    for (int[][] pair : shapes) {
      String both = Shape.format(pair[0]) + " " + Shape.format(pair[1]);
      List<Tensor> inputs = List.of(random(1, pair[0]), awayFromZero(2, pair[1]));
      cases.add(arguments("add " + both, op(in -> in[0].add(in[1])), inputs));
      cases.add(arguments("sub " + both, op(in -> in[0].sub(in[1])), inputs));
      cases.add(arguments("mul " + both, op(in -> in[0].mul(in[1])), inputs));
      cases.add(arguments("div " + both, op(in -> in[0].div(in[1])), inputs));
    }
    return cases.build();
  }

  static Stream<Arguments> functions() {
    Tensor any = random(3, 2, 5);
    Tensor positive = Tensor.uniform(new Random(4), 0.5f, 2, 2, 5);
    Tensor offKink = awayFromZero(5, 2, 5);
    return Stream.of(
        of("add number", x -> x.add(3), any),
        of("sub number", x -> x.sub(3), any),
        of("mul number", x -> x.mul(-3), any),
        of("div number", x -> x.div(-3), any),
        of("neg", Tensor::neg, any),
        of("exp", Tensor::exp, any),
        of("log", Tensor::log, positive),
        of("sqrt", Tensor::sqrt, positive),
        of("tanh", Tensor::tanh, any),
        of("sigmoid", Tensor::sigmoid, any),
        of("relu", Tensor::relu, offKink),
        of("pow 2", x -> x.pow(2), any),
        of("pow 3", x -> x.pow(3), any),
        of("pow 0", x -> x.pow(0), any),
        of("pow -0.5", x -> x.pow(-0.5f), positive),
        of("abs", Tensor::abs, offKink),
        of(
            "clamp",
            x -> x.clamp(-1, 1),
            Tensor.matrix(new float[][] {{-2, -0.9f, 0, 0.9f, 3}, {0.1f, 1.2f, -1.2f, 0.5f, 9}})),
        of("gelu", Tensor::gelu, any.mul(2)),
        of("geluTanh", Tensor::geluTanh, any.mul(2)),
        of("dropout", x -> x.dropout(new Random(1), 0.5), any),
        of("same input twice", x -> x.mul(x).add(x), any));
  }

  static Stream<Arguments> reductions() {
    Tensor x3 = random(6, 2, 3, 4);
    Stream.Builder<Arguments> cases = Stream.builder();
    for (int axis = -3; axis < 3; axis++) {
      int at = axis;
      for (boolean keep : new boolean[] {true, false}) {
        String where = " axis " + axis + (keep ? " kept" : "");
        cases.add(of("sum" + where, x -> x.sum(at, keep), x3));
        cases.add(of("mean" + where, x -> x.mean(at, keep), x3));
        cases.add(of("max" + where, x -> x.max(at, keep), spread(2, 3, 4)));
        cases.add(of("min" + where, x -> x.min(at, keep), spread(2, 3, 4)));
        cases.add(of("variance" + where, x -> x.variance(at, keep), x3));
      }
      cases.add(of("softmax axis " + axis, x -> x.softmax(at), x3));
      cases.add(of("softmax of size 1 axis " + axis, x -> x.softmax(at), random(15, 1, 1, 1)));
      cases.add(of("topK axis " + axis, x -> x.topK(2, at).values(), spread(2, 3, 4)));
      cases.add(of("gather axis " + axis, x -> x.gather(at, x.argmax(at)), spread(2, 3, 4)));
      cases.add(of("logSoftmax axis " + axis, x -> x.logSoftmax(at), x3));
    }
    int[] axes = {0, -1};
    cases.add(of("sum", Tensor::sum, x3));
    cases.add(of("mean", Tensor::mean, x3));
    cases.add(of("max", Tensor::max, spread(2, 3, 4)));
    cases.add(of("sum axes", x -> x.sum(axes, false), x3));
    cases.add(of("mean axes kept", x -> x.mean(axes, true), x3));
    cases.add(of("max axes", x -> x.max(axes, false), spread(2, 3, 4)));
    return cases.build();
  }

  static Stream<Arguments> products() {
    int[][][] shapes = {
      {{2, 3}, {3, 4}},
      {{1, 1}, {1, 1}},
      {{5, 7}, {7, 6}},
      {{2, 3, 4}, {4, 5}},
      {{4, 5}, {2, 5, 3}},
      {{2, 3, 4}, {2, 4, 5}},
      {{2, 1, 3, 4}, {5, 4, 2}},
      {{2, 1, 3, 2}, {1, 3, 2, 4}},
      {{3}, {3}},
      {{3}, {3, 4}},
      {{2, 3}, {3}},
      {{3}, {2, 3, 4}},
      {{2, 4, 3}, {3}},
    };
    return Stream.of(shapes)
        .map(
            pair ->
                arguments(
                    "matmul " + Shape.format(pair[0]) + " " + Shape.format(pair[1]),
                    op(in -> in[0].matmul(in[1])),
                    List.of(random(7, pair[0]), random(8, pair[1]))));
  }

  static Stream<Arguments> layouts() {
    Tensor x = random(9, 2, 3, 4);
    Tensor y = random(10, 2, 5, 4);
    Tensor condition = Tensor.of(new float[] {1, 0, 1, 0, 0, 1, 1, 1}, 2, 1, 4);
    return Stream.of(
        of("reshape", t -> t.reshape(4, -1), x),
        of("unsqueeze", t -> t.unsqueeze(-2), x),
        of("squeeze", t -> t.unsqueeze(1).squeeze(1), x),
        of("transpose", Tensor::transpose, x),
        of("transpose 0 1", t -> t.transpose(0, 1), x),
        of("transpose 2 0", t -> t.transpose(2, 0), x),
        of("transpose of four axes", t -> t.transpose(1, 3), random(11, 2, 3, 4, 5)),
        of("transpose 1 1", t -> t.transpose(1, 1).mul(1), x),
        of("permute", t -> t.permute(2, 0, 1), x),
        of("permute of four axes", t -> t.permute(-1, 1, 0, 2), random(11, 2, 3, 4, 5)),
        of("permute with size 1", t -> t.permute(1, 2, 0), random(11, 1, 3, 1)),
        of("flatten", t -> t.flatten(0, 1), x),
        of("split", t -> t.split(-1, 1, 3).get(1).mul(t.split(-1, 1, 3).get(0)), x),
        of("gather several", t -> t.gather(0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1), x),
        of("lookup", t -> t.lookup(new int[][] {{2, 0}, {2, 2}}), x.get(1)),
        of("slice 0", t -> t.slice(0, 1, 2), x),
        of("slice 1", t -> t.slice(1, 0, 2), x),
        of("slice -1", t -> t.slice(-1, 1, 3), x),
        of("get", t -> t.get(1), x),
        of("get deep", t -> t.get(1, 2), x),
        of("get number", t -> t.get(1, 2, 3), x),
        of("take 0", t -> t.take(0, 1, 1, 0), x),
        of("take 1", t -> t.take(1, 2, 0, 2, 2), x),
        of("take -1", t -> t.take(-1, 3), x),
        of("expand", t -> t.expand(5, 2, 3, 4), x),
        of("expand ones", t -> t.expand(2, 3, 4), random(12, 3, 1)),
        of("where", t -> t.where(condition, 7), x),
        arguments(
            "where of two",
            op(in -> in[0].where(condition, in[1])),
            List.of(random(16, 3, 1), random(17, 1, 4))),
        arguments(
            "concat", op(in -> Tensor.concat(1, List.of(in[0], in[1], in[0]))), List.of(x, y)),
        arguments("stack", op(in -> Tensor.stack(-1, List.of(in[0], in[1]))), List.of(x, x.exp())));
  }

  @Test
  void gradCheckFindsAWrongBackwardAndItsPlace() {
    Tensor x = random(13, 2, 3);
    Function<Tensor[], Tensor> squareWithOneSlopeMissing =
        in -> {
          float[] a = in[0].toArray();
          float[] y = new float[a.length];
          for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * a[i];
          }
          return Autograd.record(
              "wrong",
              in[0].shape(),
              y,
              g -> {
                for (int i = 0; i < a.length; i++) {
                  in[0].gradient()[i] += i == 4 ? 0 : 2 * a[i] * g[i];
                }
              },
              in[0]);
        };

    GradCheck.Report report = GradCheck.run(squareWithOneSlopeMissing, x);

    assertFalse(report.passes(1e-2));
    assertEquals(List.of(1, 1), report.index());
    assertEquals(0, report.backward());
    assertTrue(report.toString().startsWith("worst element: input 0 at [1, 1]: backward 0"));
  }

  @Test
  void gradCheckDoesNotPassNaN() {
    assertFalse(GradCheck.run(in -> in[0].log(), Tensor.vector(1, -1, 2)).passes(1e9));
  }

  private static Function<Tensor[], Tensor> op(Function<Tensor[], Tensor> op) {
    return op;
  }

  private static Arguments of(String name, Function<Tensor, Tensor> op, Tensor input) {
    return arguments(name, op(in -> op.apply(in[0])), List.of(input));
  }

  private static Tensor random(long seed, int... shape) {
    return Tensor.randn(new Random(seed), shape);
  }

  /** Between 0.5 and 2.5 in size, of both signs. */
  private static Tensor awayFromZero(long seed, int... shape) {
    float[] values = Tensor.uniform(new Random(seed), -2, 2, shape).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += Math.signum(values[i]) * 0.5f;
    }
    return Tensor.of(values, shape);
  }

  /** No two numbers so near that a step of the check changes which is the maximum. */
  private static Tensor spread(int... shape) {
    float[] values = new float[Shape.numel(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7 % values.length) * 0.1f;
    }
    return Tensor.of(values, shape);
  }
}
