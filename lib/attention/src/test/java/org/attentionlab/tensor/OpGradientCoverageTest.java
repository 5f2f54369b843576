package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public operation that gives tensors passes a gradient check, and does so on views of its
 * inputs too: transposed, cut out of something larger, expanded from something smaller.
 */
class OpGradientCoverageTest {
  private static final double TOLERANCE = 1e-3;

  /** What gives a tensor and passes no gradient on. */
  private static final Set<String> WITHOUT_GRADIENT =
      Set.of(
          "arange(int)",
          "detach()",
          "eye(int)",
          "full(float, int[])",
          "grad()",
          "matrix(float[][])",
          "of(float[], int[])",
          "oneHot(int[], int)",
          "oneHot(int[][], int)",
          "ones(int[])",
          "randn(RandomGenerator, int[])",
          "requiresGrad(boolean)",
          "scalar(float)",
          "uniform(RandomGenerator, float, float, int[])",
          "vector(float[])",
          "zeros(int[])",
          "equalTo(double)",
          "equalTo(Tensor)",
          "greater(double)",
          "greater(Tensor)",
          "greaterEqual(double)",
          "greaterEqual(Tensor)",
          "less(double)",
          "less(Tensor)",
          "lessEqual(double)",
          "lessEqual(Tensor)",
          "notEqualTo(double)",
          "notEqualTo(Tensor)");

  /** An argument that is no input, such as a condition. */
  private record Constant(Tensor value) {}

  /** An argument that is made anew for each call. */
  private record Fresh(Supplier<?> maker) {
    Object make() {
      return maker.get();
    }
  }

  /** How the inputs of an operation come to be: a smaller or larger leaf, and the way back. */
  private enum View {
    AS_IT_IS,
    TRANSPOSED,
    CUT_OUT,
    EXPANDED;

    Tensor leaf(Tensor x) {
      return switch (this) {
        case AS_IT_IS -> x;
        case TRANSPOSED -> x.rank() < 2 ? x : x.transpose(0, -1);
        case CUT_OUT -> x.rank() < 1 ? x : Tensor.concat(-1, List.of(x, x, x));
        case EXPANDED -> x.rank() < 1 ? x : x.slice(0, 0, 1);
      };
    }

    Tensor back(Tensor leaf, int... shape) {
      int last = shape.length - 1;
      return switch (this) {
        case AS_IT_IS -> leaf;
        case TRANSPOSED -> shape.length < 2 ? leaf : leaf.transpose(0, -1);
        case CUT_OUT -> shape.length < 1 ? leaf : leaf.slice(-1, shape[last], 2 * shape[last]);
        case EXPANDED -> shape.length < 1 ? leaf : leaf.expand(shape);
      };
    }
  }

  /**
   * A call of a public operation.
   *
   * @param smooth whether equal numbers are no kink, so that they may be expanded
   * @param arguments the tensor first where the operation is one of a tensor
   */
  private record Call(Method method, boolean smooth, List<Object> arguments) {
    String name() {
      String given =
          arguments.stream().map(Call::shown).collect(Collectors.joining(", ", " of (", ")"));
      return signature(method) + given;
    }

    private static String shown(Object argument) {
      if (argument instanceof Tensor x) {
        return x.shapeString();
      }
      if (argument instanceof int[] numbers) {
        return Arrays.toString(numbers);
      }
      return argument instanceof Number || argument instanceof Boolean
          ? argument.toString()
          : argument.getClass().getSimpleName();
    }

    /** The tensors that gradients are asked of. */
    List<Tensor> inputs() {
      return arguments.stream()
          .flatMap(
              argument -> {
                if (argument instanceof List<?> parts) {
                  return parts.stream().map(Tensor.class::cast);
                }
                return argument instanceof Tensor x ? Stream.of(x) : Stream.of();
              })
          .toList();
    }

    /** Calls with other tensors in place of the inputs. */
    Tensor with(List<Tensor> inputs) {
      List<Tensor> left = new ArrayList<>(inputs);
      List<Object> given = new ArrayList<>();
      for (Object argument : arguments) {
        given.add(replaced(argument, left));
      }
      Object receiver = Modifier.isStatic(method.getModifiers()) ? null : given.remove(0);
      try {
        return joined(method.invoke(receiver, given.toArray()));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(name(), e);
      }
    }

    private static Object replaced(Object argument, List<Tensor> left) {
      if (argument instanceof Tensor) {
        return left.remove(0);
      }
      if (argument instanceof List<?> parts) {
        return parts.stream().map(part -> left.remove(0)).toList();
      }
      if (argument instanceof Constant constant) {
        return constant.value;
      }
      return argument instanceof Fresh fresh ? fresh.make() : argument;
    }

    /** One tensor of all that an operation gives. */
    private static Tensor joined(Object result) {
      if (result instanceof TopK top) {
        return top.values();
      }
      if (result instanceof List<?> parts) {
        return Tensor.concat(0, parts.stream().map(part -> ((Tensor) part).flatten()).toList());
      }
      return (Tensor) result;
    }

    void check(View view) {
      List<Tensor> inputs = inputs();
      Tensor[] leaves = inputs.stream().map(view::leaf).toArray(Tensor[]::new);
      GradCheck.Report report =
          GradCheck.run(
              in -> {
                List<Tensor> seen = new ArrayList<>();
                for (int i = 0; i < in.length; i++) {
                  seen.add(view.back(in[i], inputs.get(i).shape()));
                }
                return with(seen);
              },
              leaves);
      assertTrue(report.passes(TOLERANCE), () -> name() + " " + view + ": " + report);
    }
  }

  @TestFactory
  Stream<DynamicTest> gradientIsRightOnViewsToo() {
    return calls().stream()
        .flatMap(
            call ->
                Arrays.stream(View.values())
                    .filter(view -> call.smooth || view != View.EXPANDED)
                    .map(
                        view ->
                            DynamicTest.dynamicTest(
                                call.name() + " " + view, () -> call.check(view))));
  }

  @Test
  void everyOperationIsChecked() {
    Set<String> missing = new TreeSet<>(operations().keySet());
    missing.removeAll(WITHOUT_GRADIENT);
    calls().forEach(call -> missing.remove(signature(call.method)));
    assertEquals(Set.of(), missing, "no call in the list below");
  }

  @Test
  void whatPassesNoGradientIsThere() {
    Set<String> gone = new TreeSet<>(WITHOUT_GRADIENT);
    gone.removeAll(operations().keySet());
    assertEquals(Set.of(), gone, "in the list, but no operation");
  }

  /** All public methods that give a tensor, or several, by their signature. */
  private static Map<String, Method> operations() {
    Map<String, Method> all = new LinkedHashMap<>();
    for (Method method : Tensor.class.getMethods()) {
      Class<?> type = method.getReturnType();
      if (type == Tensor.class || type == TopK.class || type == List.class) {
        all.put(signature(method), method);
      }
    }
    return all;
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static Call smooth(String signature, Object... arguments) {
    return new Call(operations().get(signature), true, List.of(arguments));
  }

  private static Call kinked(String signature, Object... arguments) {
    return new Call(operations().get(signature), false, List.of(arguments));
  }

  private static List<Call> calls() {
    return Stream.of(pairs(), functions(), reductions(), products(), layouts(), picks(), losses())
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Call> pairs() {
    int[][][] shapes = {
      {{2, 3}, {2, 3}},
      {{2, 3, 4}, {3, 1}},
      {{2, 1, 4}, {3, 1}},
      {{3, 1, 2}, {4, 1, 3, 1}},
      {{}, {2, 3}},
      {{5}, {}},
      {{1, 3}, {2, 2, 1}}
    };
    return Stream.of(shapes)
        .flatMap(
            pair -> {
              Tensor x = random(1, pair[0]);
              Tensor y = awayFromZero(2, pair[1]);
              return Stream.of("add", "sub", "mul", "div")
                  .map(name -> smooth(name + "(Tensor)", x, y));
            });
  }

  private static Stream<Call> functions() {
    Tensor any = random(3, 2, 3, 4);
    Tensor positive = Tensor.uniform(new Random(4), 0.5f, 2, 2, 3, 4);
    Tensor offKink = awayFromZero(5, 2, 3, 4);
    return Stream.of(
        smooth("add(double)", any, 3.0),
        smooth("sub(double)", any, 3.0),
        smooth("mul(double)", any, -3.0),
        smooth("div(double)", any, -3.0),
        smooth("neg()", any),
        smooth("exp()", any),
        smooth("log()", positive),
        smooth("sqrt()", positive),
        smooth("pow(double)", positive, -1.5),
        smooth("abs()", offKink),
        smooth("clamp(double, double)", offKink.mul(0.9), -1.3, 1.3),
        smooth("tanh()", any),
        smooth("sigmoid()", any),
        smooth("relu()", offKink),
        smooth("gelu()", any),
        smooth("geluTanh()", any),
        smooth("dropout(RandomGenerator, double)", any, fresh(() -> new Random(7)), 0.4),
        smooth("layerNorm(Tensor, Tensor, double)", any, random(6, 4), random(7, 4), 1e-5),
        smooth("rmsNorm(Tensor, double)", random(8, 4, 3), random(9, 3), 1e-5));
  }

  private static Fresh fresh(Supplier<?> maker) {
    return new Fresh(maker);
  }

  private static Stream<Call> reductions() {
    Tensor any = random(10, 2, 3, 4);
    Tensor apart = apart(2, 3, 4);
    Stream.Builder<Call> calls = Stream.builder();
    for (int axis = -3; axis < 3; axis++) {
      for (boolean keep : new boolean[] {true, false}) {
        calls.add(smooth("sum(int, boolean)", any, axis, keep));
        calls.add(smooth("mean(int, boolean)", any, axis, keep));
        calls.add(smooth("variance(int, boolean)", any, axis, keep));
        calls.add(kinked("max(int, boolean)", apart, axis, keep));
        calls.add(kinked("min(int, boolean)", apart, axis, keep));
      }
      calls.add(smooth("softmax(int)", any, axis));
      calls.add(smooth("logSoftmax(int)", any, axis));
      calls.add(kinked("topK(int, int)", apart, 2, axis));
    }
    for (int[] axes : new int[][] {{0, -1}, {-2}, {2, 0, 1}, {}}) {
      for (boolean keep : new boolean[] {true, false}) {
        calls.add(smooth("sum(int[], boolean)", any, axes, keep));
        calls.add(smooth("mean(int[], boolean)", any, axes, keep));
        calls.add(kinked("max(int[], boolean)", apart, axes, keep));
      }
    }
    calls.add(smooth("sum()", any));
    calls.add(smooth("mean()", any));
    calls.add(smooth("variance()", any));
    calls.add(kinked("max()", apart));
    calls.add(kinked("min()", apart));
    return calls.build();
  }

  private static Stream<Call> products() {
    int[][][] shapes = {
      {{2, 3}, {3, 4}},
      {{2, 3, 4}, {4, 2}},
      {{3, 4}, {2, 4, 3}},
      {{2, 1, 2, 3}, {3, 3, 2}},
      {{3}, {3}},
      {{3}, {2, 3, 2}},
      {{2, 4, 3}, {3}}
    };
    return Stream.of(shapes)
        .map(pair -> smooth("matmul(Tensor)", random(11, pair[0]), random(12, pair[1])));
  }

  private static Stream<Call> layouts() {
    Tensor x = random(13, 2, 3, 4);
    return Stream.of(
        smooth("reshape(int[])", x, new int[] {4, -1}),
        smooth("unsqueeze(int)", x, -1),
        smooth("unsqueeze(int)", x, 1),
        smooth("squeeze(int)", random(14, 2, 1, 3), -2),
        smooth("transpose()", x),
        smooth("transpose(int, int)", x, -3, -1),
        smooth("transpose(int, int)", x, 1, 0),
        smooth("permute(int[])", x, new int[] {-1, 0, 1}),
        smooth("flatten(int, int)", x, -2, -1),
        smooth("flatten(int, int)", x, 0, 1),
        smooth("flatten()", x),
        smooth("expand(int[])", random(15, 3, 1), new int[] {2, 3, 4}),
        smooth("expand(int[])", random(16), new int[] {2, 2}),
        smooth("concat(int, List)", -2, List.of(x, random(17, 2, 1, 4), x)),
        smooth("concat(int, List)", 0, List.of(x, random(17, 1, 3, 4))),
        smooth("stack(int, List)", -1, List.of(x, random(18, 2, 3, 4))),
        smooth("stack(int, List)", 0, List.of(x, random(18, 2, 3, 4), x)));
  }

  private static Stream<Call> picks() {
    Tensor x = random(19, 2, 3, 4);
    Constant condition = new Constant(Tensor.of(new float[] {1, 0, 1, 0, 0, 1}, 2, 3, 1));
    return Stream.of(
        smooth("slice(int, int, int)", x, -2, 1, 3),
        smooth("slice(int, int, int)", x, 0, 1, 2),
        smooth("get(int[])", x, new int[] {1}),
        smooth("get(int[])", x, new int[] {0, 2, 1}),
        smooth("take(int, int[])", x, -1, new int[] {3, 0, 3, 3}),
        smooth("take(int, int[])", x, 0, new int[] {1, 1}),
        smooth("gather(int, int[])", x, -1, new int[] {0, 3, 3, 2, 1, 0}),
        smooth("gather(int, int[])", x, 1, new int[] {0, 2, 2, 1, 1, 0, 0, 2}),
        smooth("where(Tensor, float)", x, condition, 7f),
        smooth("where(Tensor, Tensor)", random(20, 3, 4), condition, random(21, 2, 1, 4)),
        smooth("where(Tensor, Tensor)", random(20, 4), condition, random(21)),
        smooth("split(int, int[])", x, -1, new int[] {1, 3}),
        smooth("split(int, int[])", x, 1, new int[] {2, 0, 1}),
        smooth("lookup(int[])", random(22, 4, 3), new int[] {2, 0, 2}),
        smooth("lookup(int[][])", random(22, 4, 3), new int[][] {{3, 3}, {1, 3}}));
  }

  private static Stream<Call> losses() {
    return Stream.of(
        smooth("crossEntropy(int[])", random(23, 3, 4), new int[] {2, 0, 3}),
        smooth("crossEntropy(int[][])", random(24, 2, 3, 4), new int[][] {{2, 0, 3}, {1, 1, 0}}));
  }

  private static Tensor random(long seed, int... shape) {
    return Tensor.randn(new Random(seed), shape);
  }

  /** Between 0.5 and 2.5 in size, of both signs. */
  private static Tensor awayFromZero(long seed, int... shape) {
    Tensor x = Tensor.uniform(new Random(seed), 0.5f, 2.5f, shape);
    return x.mul(Tensor.randn(new Random(seed), shape).greater(0).mul(2).sub(1));
  }

  /** No two numbers so near that a step of the check changes which is the greatest. */
  private static Tensor apart(int... shape) {
    int n = Shape.numel(shape);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (i * 7 % n) * 0.1f;
    }
    return Tensor.of(values, shape);
  }
}
