#!/usr/bin/env python3
"""The library beside PyTorch and NumPy: both sides take turns in one run.

    ./mvnw -Pbench -pl lib/attention,lib/attention/bench -DskipTests -DskipBench package
    python3 lib/attention/bench/compare.py [products|attention|training|start|memory ...]

Needs torch and numpy. Each line is a workload: the median over the rounds of each side's median
run, the ratio of the two, the smallest and greatest ratio of a round; --rounds shows all of them.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TRAININGS = ("transformer", "bert", "seq2seq")
SQUARES = ("64 64 64", "128 128 128", "256 256 256", "1024 1024 1024")
COURSE = ("512 64 64", "512 256 64", "512 64 256", "512 64 128", "640 192 64", "1280 192 64",
          "1024 128 128", "1024 512 128", "1024 128 512", "1024 512 512")


class Java:
    """A JVM that does what Contest.java says."""

    def __init__(self, options):
        home = os.environ.get("JAVA_HOME")
        java = os.path.join(home, "bin", "java") if home else "java"
        jars = f"{HERE}/target/classes{os.pathsep}{HERE}/target/lib/*"
        command = [java, *options, "-cp", jars, "org.attentionlab.bench.Contest"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            sys.exit(f"compare: Java gave no answer to: {line}")
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Bench:
    def __init__(self, arguments):
        import torch

        import peer

        self.torch = torch
        self.peer = peer
        self.arguments = arguments
        self.options = ["--add-modules", "jdk.incubator.vector", "-Xmx4g", *arguments.java.split()]

    def java(self, threads):
        java = Java(self.options)
        java.ask(f"threads {threads}")
        self.torch.set_num_threads(threads)
        return java

    def duel(self, java, name, peer_name=None, millis=400, warm=1500):
        """Rounds in turns; medians of both sides in ms, and the ratio of each round."""
        run = self.peer.make(peer_name or name)
        java.ask(f"make {name}")
        java.ask(f"round {warm}")
        self.peer.one_round(run, min(warm, 500))
        pairs = []
        for _ in range(self.arguments.repeat):
            ours = float(java.ask(f"round {millis}"))
            pairs.append((ours, self.peer.one_round(run, millis)))
        ratios = [theirs / ours for ours, theirs in pairs]
        if self.arguments.rounds:
            print("   rounds", name, " ".join(f"{a:.3f}/{b:.3f}" for a, b in pairs))
        ours, theirs = (statistics.median(side) for side in zip(*pairs))
        return ours, theirs, ratios

    def show(self, name, threads, ours, theirs, ratios, more=""):
        print(f"{name:26} {threads} thr  ours {ours:9.3f} ms   theirs {theirs:9.3f} ms   "
              f"ratio {statistics.median(ratios):5.2f} ({min(ratios):.2f} to {max(ratios):.2f}){more}",
              flush=True)

    def products(self):
        threads = self.arguments.threads
        java = self.java(threads)
        java.ask("make peak")
        java.ask("round 800")
        peak_flops = float(java.ask("flops"))
        for sizes in SQUARES + COURSE:
            java.ask("make peak")
            peak = peak_flops / float(java.ask("round 200")) / 1e6  # of one thread
            for rival in ("gemm", "numpy"):
                result = self.duel(java, f"gemm {sizes}", f"{rival} {sizes}", 150, 600)
                rate = float(java.ask("flops")) / result[0] / 1e6
                share = f", {100 * rate / peak:5.1f} % of {peak:.0f}" if threads == 1 else ""
                self.show(f"{'mm' if rival == 'gemm' else rival} {sizes}", threads, *result,
                          f"  {rate:6.1f} GFLOP/s{share}")
        java.close()

    def attention(self):
        threads = self.arguments.threads
        java = self.java(threads)
        for n in (128, 512, 1024, 2048, 4096):
            for name in ("attention", "attention-backward"):
                self.show(f"{name} {n}", threads, *self.duel(java, f"{name} {n}"))
        java.close()

    def training(self):
        threads = self.arguments.threads
        for name in TRAININGS:
            java = self.java(threads)
            self.show(name, threads, *self.duel(java, name, millis=1500, warm=4000))
            java.close()

    def start(self):
        """Fresh processes: the first 50 steps once the kernels are compiled, which happens in the
        background of a notebook's first cells, and the whole from the start of the process."""
        fresh = ("import sys, time, peer, torch; torch.set_num_threads(int(sys.argv[2])); "
                 "run = peer.make(sys.argv[1]); print(*[peer.timed(run) for _ in range(50)])")
        threads = self.arguments.threads
        for name in TRAININGS:
            pairs, wholes, warm, steady = [], [], [], []
            for _ in range(self.arguments.repeat):
                began = time.perf_counter()
                java = self.java(threads)
                warm.append(float(java.ask("warm")))
                java.ask(f"make {name}")
                ours = [float(t) for t in java.ask("each 50").split()]
                our_whole = (time.perf_counter() - began) * 1e3
                java.ask("round 1500")
                goal = 1.25 * float(java.ask("round 500"))
                java.close()
                late = [i for i in range(46) if statistics.median(ours[i : i + 5]) > goal]
                steady.append(sum(ours[: late[-1] + 1 if late else 0]))
                began = time.perf_counter()
                out = subprocess.run([sys.executable, "-c", fresh, name, str(threads)],
                                     cwd=HERE, capture_output=True, text=True, check=True)
                wholes.append((our_whole, (time.perf_counter() - began) * 1e3))
                pairs.append((sum(ours), sum(float(t) for t in out.stdout.split())))
            for what, rounds, more in (
                    ("first 50 of", pairs, f"  steady after {statistics.median(steady):.0f} ms"),
                    ("process, 50 of", wholes, f"  kernels {statistics.median(warm):.0f} ms")):
                ratios = [theirs / ours for ours, theirs in rounds]
                ours, theirs = (statistics.median(side) for side in zip(*rounds))
                self.show(f"{what} {name}", threads, ours, theirs, ratios, more)

    def memory(self):
        """Bytes allocated by a steady step, and collections in 400 of them."""
        for name in TRAININGS:
            java = self.java(self.arguments.threads)
            java.ask(f"make {name}")
            java.ask("round 4000")
            allocated, collections = java.ask("memory 400").split()
            print(f"{name:26} {int(allocated) / 1024:.0f} kB a step, {collections} collections "
                  "in 400 steps", flush=True)
            java.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*",
                        default=["products", "attention", "training", "start", "memory"])
    parser.add_argument("--threads", type=int, default=1, help="of either side")
    parser.add_argument("--repeat", type=int, default=7, help="rounds of each side")
    parser.add_argument("--rounds", action="store_true", help="show every round")
    parser.add_argument("--java", default="", help="more options for the JVM")
    arguments = parser.parse_args()
    # NumPy's library takes the number of threads from here, once, when it is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(arguments.threads)
    bench = Bench(arguments)
    for what in arguments.what:
        getattr(bench, what)()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
