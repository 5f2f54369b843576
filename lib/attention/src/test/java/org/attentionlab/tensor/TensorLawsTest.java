package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for tensors of any shape. */
class TensorLawsTest {
  /** Up to four axes of up to four, one of them perhaps empty. */
  @Provide
  Arbitrary<int[]> shapes() {
    return Arbitraries.integers().between(0, 4).array(int[].class).ofMinSize(0).ofMaxSize(4);
  }

  /** At least one axis, none empty. */
  @Provide
  Arbitrary<int[]> fullShapes() {
    return Arbitraries.integers().between(1, 4).array(int[].class).ofMinSize(1).ofMaxSize(4);
  }

  @Property
  void rowsOfSoftmaxSumToOne(@ForAll("fullShapes") int[] shape, @ForAll long seed) {
    int axis = axis(shape, seed);
    Tensor y = random(shape, seed).mul(10).softmax(axis);
    assertTrue(y.sum(axis, false).allClose(Tensor.ones(y.sum(axis, false).shape()), 1e-5));
    assertEquals(0, y.less(0).sum().item());
  }

  @Property
  void softmaxDoesNotSeeAShift(
      @ForAll("fullShapes") int[] shape,
      @ForAll long seed,
      @ForAll @FloatRange(min = -50, max = 50) float shift) {
    int axis = axis(shape, seed);
    Tensor x = random(shape, seed);
    assertTrue(x.add(shift).softmax(axis).allClose(x.softmax(axis), 1e-5));
    assertTrue(x.softmax(axis).log().allClose(x.logSoftmax(axis), 1e-4));
  }

  @Property
  void permutingTheInputPermutesTheOutput(@ForAll("fullShapes") int[] shape, @ForAll long seed) {
    int axis = axis(shape, seed);
    List<Integer> order = IntStream.range(0, shape[axis]).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    int[] picked = order.stream().mapToInt(Integer::intValue).toArray();
    Tensor x = random(shape, seed);
    assertTrue(
        x.take(axis, picked).softmax(axis).allClose(x.softmax(axis).take(axis, picked), 1e-6));
    assertTrue(x.take(axis, picked).sum(axis, true).allClose(x.sum(axis, true), 1e-5));
  }

  @Property
  void arithmeticBroadcastsAsIndicesSay(
      @ForAll("shapes") int[] shape,
      @ForAll long seed,
      @ForAll @IntRange(max = 4) int droppedLeft,
      @ForAll @IntRange(max = 4) int droppedRight) {
    Tensor a = random(thinned(shape, seed, droppedLeft), seed);
    Tensor b = random(thinned(shape, ~seed, droppedRight), seed + 1).add(0.1);
    agrees(a, b, a.add(b), Float::sum);
    agrees(a, b, a.sub(b), (x, y) -> x - y);
    agrees(a, b, a.mul(b), (x, y) -> x * y);
    agrees(a, b, a.div(b), (x, y) -> x / y);
    agrees(a, b, a.greater(b), (x, y) -> x > y ? 1f : 0f);
  }

  /** A slow walk over every element of the result. */
  private static void agrees(Tensor a, Tensor b, Tensor y, BinaryOperator<Float> oracle) {
    int[] shape = y.shape();
    float[] values = y.toArray();
    for (int place = 0; place < values.length; place++) {
      int[] index = Shape.index(place, shape);
      assertEquals(oracle.apply(pick(a, index), pick(b, index)), values[place]);
    }
  }

  private static float pick(Tensor x, int[] index) {
    int[] own = new int[x.rank()];
    for (int axis = 0; axis < own.length; axis++) {
      own[axis] = x.size(axis) == 1 ? 0 : index[index.length - own.length + axis];
    }
    return x.at(own);
  }

  /** Some sizes become 1, and some leading axes are left out. */
  private static int[] thinned(int[] shape, long seed, int dropped) {
    Random rng = new Random(seed);
    int[] result = Arrays.copyOfRange(shape, Math.min(dropped, shape.length), shape.length);
    for (int i = 0; i < result.length; i++) {
      result[i] = rng.nextInt(3) == 0 ? 1 : result[i];
    }
    return result;
  }

  @Property
  void broadcastGradientsHaveTheShapesOfTheInputs(
      @ForAll("shapes") int[] shape, @ForAll long seed, @ForAll @IntRange(max = 4) int dropped) {
    Tensor a = random(shape, seed).requiresGrad(true);
    Tensor b = random(thinned(shape, seed, dropped), seed + 1).requiresGrad(true);
    Tensor y = a.mul(b);
    Tensor weights = random(y.shape(), seed + 2);
    y.backward(weights);
    Tensor whole = weights.mul(a.detach()); // what b's gradient is summed from
    assertEquals(whole.sum().item(), b.grad().sum().item(), 1e-3);
    assertArrayEquals(b.shape(), b.grad().shape());
    assertTrue(a.grad().allClose(weights.mul(b.detach()), 1e-5));
  }

  @Property
  void reshapeAndBackIsTheSame(@ForAll("shapes") int[] shape, @ForAll long seed) {
    Tensor x = random(shape, seed);
    assertTrue(x.reshape(x.numel()).reshape(shape).allClose(x, 0));
    assertTrue(x.flatten().reshape(shape).allClose(x, 0));
  }

  @Property
  void permuteAndBackIsTheSame(@ForAll("shapes") int[] shape, @ForAll long seed) {
    List<Integer> order = IntStream.range(0, shape.length).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    int[] there = order.stream().mapToInt(Integer::intValue).toArray();
    int[] back = new int[there.length];
    for (int i = 0; i < there.length; i++) {
      back[there[i]] = i;
    }
    Tensor x = random(shape, seed);
    assertTrue(x.permute(there).permute(back).allClose(x, 0));
    if (shape.length > 1) {
      assertTrue(x.transpose().transpose().allClose(x, 0));
    }
  }

  @Property
  void cuttingAndJoiningIsTheSame(@ForAll("fullShapes") int[] shape, @ForAll long seed) {
    int axis = axis(shape, seed);
    int cut = new Random(seed).nextInt(shape[axis] + 1);
    Tensor x = random(shape, seed);
    assertTrue(Tensor.concat(axis, x.split(axis, cut, shape[axis] - cut)).allClose(x, 0));
    List<Tensor> slices =
        IntStream.range(0, shape[axis])
            .mapToObj(i -> x.slice(axis, i, i + 1).squeeze(axis))
            .toList();
    assertTrue(Tensor.stack(axis, slices).allClose(x, 0));
  }

  @Property
  void gradientOfASumIsTheSumOfGradients(@ForAll("fullShapes") int[] shape, @ForAll long seed) {
    Tensor x = random(shape, seed).requiresGrad(true);
    x.tanh().sum().add(x.mul(x).mean()).backward();
    Tensor together = x.grad();
    x.zeroGrad();
    x.tanh().sum().backward();
    x.mul(x).mean().backward();
    assertTrue(together.allClose(x.grad(), 1e-5));
  }

  @Property
  void matmulIsLinear(
      @ForAll @IntRange(min = 0, max = 5) int m,
      @ForAll @IntRange(min = 0, max = 5) int k,
      @ForAll @IntRange(min = 0, max = 5) int n,
      @ForAll long seed) {
    Tensor a = random(new int[] {2, m, k}, seed);
    Tensor b = random(new int[] {k, n}, seed + 1);
    Tensor c = random(new int[] {k, n}, seed + 2);
    assertTrue(a.matmul(b.add(c)).allClose(a.matmul(b).add(a.matmul(c)), 1e-4));
    assertTrue(a.matmul(b).transpose().allClose(b.transpose().matmul(a.transpose()), 1e-5));
  }

  @Property
  void aStepOfAWorkspaceChangesNoResult(@ForAll("fullShapes") int[] shape, @ForAll long seed) {
    Tensor x = random(shape, seed).requiresGrad(true);
    mixed(x).backward();
    float[] expected = x.grad().toArray();
    for (int i = 0; i < 3; i++) {
      x.zeroGrad();
      Workspace step = Workspace.step();
      mixed(x).backward();
      step.close();
      assertArrayEquals(expected, x.grad().toArray());
    }
  }

  private static Tensor mixed(Tensor x) {
    Tensor y = x.softmax(-1).add(x.max(0, true)).mul(x.reshape(x.shape()));
    Tensor z = y.where(x.greater(0), -1).transpose(0, -1).exp();
    return Tensor.concat(0, List.of(z, z.relu())).variance().add(y.sum());
  }

  private static int axis(int[] shape, long seed) {
    return Math.floorMod((int) seed, shape.length);
  }

  private static Tensor random(int[] shape, long seed) {
    return Tensor.randn(new Random(seed), shape);
  }
}
