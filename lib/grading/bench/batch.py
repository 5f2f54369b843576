#!/usr/bin/env python3
"""Grades a generated class, measures it, and compares every line with what it must be.

    batch.py CLASS --out GRADES [--kills 5] [--seed 7] [--lab ./lab]

CLASS is what MixedClass wrote: submissions/ and expected.csv. With --kills the grader is killed
(SIGKILL) that often, when a random share of the results is there, and started again. Times of the
processor and the peak of memory are those of the grader with all its workers; they come from a
control group and need root.
"""

import argparse
import csv
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

POLL_SECONDS = 0.1


class Group:
    """A control group of either version for the processes of the run; without root it counts nothing."""

    def __init__(self):
        base = pathlib.Path("/sys/fs/cgroup")
        name = f"attention-lab-{os.getpid()}"
        second = (base / "cgroup.controllers").exists()
        self.folders = [base / name] if second else [base / c / name for c in ("cpuacct", "memory")]
        self.second = second
        try:
            for folder in self.folders:
                folder.mkdir()
        except OSError:
            self.folders = []

    def join(self):
        for folder in self.folders:
            (folder / "cgroup.procs").write_text(str(os.getpid()))

    def processes(self):
        return (self.folders[0] / "cgroup.procs").read_text().split() if self.folders else []

    def _number(self, place, name):
        try:
            return int(re.search(r"\d+", (self.folders[place] / name).read_text()).group())
        except (IndexError, OSError):
            return None

    def cpu_seconds(self):
        used = self._number(0, "cpu.stat") if self.second else self._number(0, "cpuacct.usage")
        return None if used is None else used / (1e6 if self.second else 1e9)

    def peak_megabytes(self):
        name = "memory.peak" if self.second else "memory.max_usage_in_bytes"
        used = self._number(-1, name)
        return None if used is None else used / 2**20

    def close(self):
        for folder in self.folders:
            folder.rmdir()


def traces():
    """What a grader might leave: temporary files and mounts."""
    files = pathlib.Path(tempfile.gettempdir()).glob("attention-lab-*")
    mounts = [line for line in pathlib.Path("/proc/mounts").read_text().splitlines() if "attention-lab" in line]
    return {str(file) for file in files} | set(mounts)


def results(out):
    folder = out / "results"
    return sum(file.suffix == ".json" for file in folder.iterdir()) if folder.is_dir() else 0


def resident_megabytes(pid):
    try:
        text = pathlib.Path(f"/proc/{pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024
    except (AttributeError, OSError):
        return 0


def run(command, group, out, kill_at):
    """Runs the grader to its end, or kills it when there are so many results; returns its peak."""
    grader = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=group.join)
    peak = 0
    while grader.poll() is None:
        peak = max(peak, resident_megabytes(grader.pid))
        if kill_at is not None and results(out) >= kill_at:
            grader.send_signal(signal.SIGKILL)
            grader.wait()
            while group.processes():
                time.sleep(POLL_SECONDS)
            print(f"killed at {results(out)} results", flush=True)
            return peak
        time.sleep(POLL_SECONDS)
    if grader.returncode != 0:
        sys.exit(f"the grader ended with {grader.returncode}")
    return peak


def rows(file):
    with open(file, newline="", encoding="utf-8") as text:
        return {row["student"]: row for row in csv.DictReader(text)}


def differences(expected, got):
    for student in sorted(expected.keys() | got.keys()):
        if student not in got or student not in expected:
            yield f"{student}: {'no line' if student not in got else 'a line too many'}"
            continue
        want = expected[student]
        points = [want[name] for name in want if name not in ("student", "status")]
        given = [got[student][name] for name in got[student] if re.match(r"\d+\.\d+ ", name)]
        status = got[student]["status"]
        if points != given or not re.fullmatch(want["status"], status, re.DOTALL):
            yield f"{student}: {points} {want['status']}, got {given} {status}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", metavar="CLASS", type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--lab", default="./lab")
    options = parser.parse_args()
    expected = rows(options.folder / "expected.csv")
    submissions = str(options.folder / "submissions")
    command = [options.lab, "grade", submissions, "--lesson", "02", "--out", str(options.out)]
    chance = random.Random(options.seed)
    kills = sorted(chance.sample(range(1, len(expected)), options.kills))
    before = traces()
    group = Group()
    start = time.monotonic()
    peak = max(run(command, group, options.out, kill_at) for kill_at in [*kills, None])
    wall = time.monotonic() - start
    count = len(expected)
    print(f"{count} submissions in {wall:.0f} s: {60 * count / wall:.0f} a minute")
    cpu = group.cpu_seconds()
    if cpu is not None:
        print(f"{cpu:.0f} s of processor time: {cpu / count:.2f} s each, {60 * count / cpu:.0f} a minute of one core")
        print(f"peak of grader and workers together: {group.peak_megabytes():.0f} MB")
    print(f"peak of the grader: {peak:.0f} MB")
    print(f"left behind: {sorted(traces() - before) + group.processes() or 'nothing'}")
    wrong = list(differences(expected, rows(options.out / "gradebook.csv")))
    print(f"{len(wrong)} of {count} lines are not as expected", *wrong, sep="\n")
    group.close()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
