package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of one theme of kernels: the readable ones, the ones of this JVM and a formula in
 * double agree, and nothing but the results changes.
 */
abstract class KernelCases {
  /** Around the widths of vectors, tiles and blocks. */
  static final int[] SIZES = {1, 2, 3, 5, 6, 7, 15, 16, 17, 31, 33, 63, 64, 65, 100, 257};

  /** Enough rows of {@link #WIDE} for a second thread. */
  static final int MANY = 300;

  static final int WIDE = 257;

  abstract Stream<KernelCase> cases();

  @TestFactory
  Stream<DynamicTest> followsItsFormula() {
    return cases().map(each -> DynamicTest.dynamicTest(each.name(), each::verify));
  }

  /** The sizes and some more. */
  static IntStream sizes(int... more) {
    return IntStream.concat(IntStream.of(SIZES), IntStream.of(more));
  }

  /** Rows for each size, a few of every width and many of one. */
  static Stream<int[]> matrices() {
    Stream<int[]> few = IntStream.range(0, SIZES.length).mapToObj(i -> size(1 + i % 5, SIZES[i]));
    return Stream.concat(few, Stream.of(size(0, 4), size(MANY, WIDE), size(MANY, 256)));
  }

  private static int[] size(int rows, int n) {
    return new int[] {rows, n};
  }
}
