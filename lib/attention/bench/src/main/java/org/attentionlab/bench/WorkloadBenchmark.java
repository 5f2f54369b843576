package org.attentionlab.bench;

import java.util.concurrent.TimeUnit;
import org.attentionlab.numerics.Parallel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every workload by itself; {@code compare.py} sets it beside PyTorch. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkloadBenchmark {
  /** What is run, and on how many threads. */
  @State(Scope.Benchmark)
  public static class Setting {
    /** See {@link Workload#of}. */
    @Param({
      "peak",
      "gemm 64 64 64",
      "gemm 128 128 128",
      "gemm 256 256 256",
      "gemm 1024 1024 1024",
      "gemm 512 256 64",
      "gemm 512 64 256",
      "gemm 1024 512 128",
      "gemm 1024 128 512",
      "attention 128",
      "attention 1024",
      "attention-backward 1024",
      "transformer",
      "bert",
      "seq2seq"
    })
    public String workload;

    /** Threads that work together. */
    @Param({"1"})
    public int threads;

    private Workload made;

    /** Makes the workload. */
    @Setup(Level.Trial)
    public void make() {
      Parallel.threads(threads);
      made = Workload.of(workload);
    }
  }

  /** One run. */
  @Benchmark
  public void run(Setting setting) {
    setting.made.run();
  }
}
