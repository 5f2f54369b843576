package org.attentionlab.bench;

import java.util.Arrays;

/** Something to be timed, made by its name so that Java and Python time the same. */
public interface Workload {
  /** Does it once. */
  void run();

  /**
   * Multiplications and additions of one run, to reckon GFLOP/s by.
   *
   * @return how many, or 0 where that says nothing
   */
  default double flops() {
    return 0;
  }

  /**
   * Makes a workload.
   *
   * <pre>
   * peak                     multiply-adds in registers
   * gemm 64 256 128          C = A B with m, n, k
   * attention 1024           4 heads of 64, N queries and keys, forward
   * attention-backward 1024  forward and backward
   * transformer, bert, seq2seq   a training step
   * </pre>
   *
   * @param name as above
   * @return the workload
   * @throws IllegalArgumentException if there is none of this name
   */
  static Workload of(String name) {
    String[] words = name.split(" ");
    int[] sizes = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
    return switch (words[0]) {
      case "peak" -> new Peak();
      case "gemm" -> new Product(sizes[0], sizes[1], sizes[2]);
      case "attention" -> new TiledPass(sizes[0], false);
      case "attention-backward" -> new TiledPass(sizes[0], true);
      case "transformer" -> TrainingStep.transformer();
      case "bert" -> TrainingStep.bert();
      case "seq2seq" -> TrainingStep.seq2seq();
      default -> throw new IllegalArgumentException("There is no workload " + name + ".");
    };
  }
}
