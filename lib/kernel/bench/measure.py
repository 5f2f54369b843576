#!/usr/bin/env python3
"""How fast installed Jupyter kernels are: start, memory, answers, end.

    python measure.py attentionlab ijava jjava python3 --rounds 5

Kernels take turns in rounds, so that a busy moment of the machine meets all of them; a figure is
the median of the rounds. Any kernel whose language knows 1+1 may be named. Needs jupyter_client
and psutil; other kernelspecs are found through JUPYTER_PATH.
"""

import argparse
import json
import queue
import statistics
import sys
import time

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE = 60
CELL = "1+1"
ANSWER = "2"


class Silence(Exception):
    """A kernel that does not answer."""


def shell_reply(client, request):
    """The reply to a request."""
    try:
        while True:
            reply = client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == request:
                return reply
    except queue.Empty:
        raise Silence(f"no reply to {CELL} within {PATIENCE} s") from None


def iopub_message(client):
    """The next message to all front ends."""
    try:
        return client.get_iopub_msg(timeout=PATIENCE)
    except queue.Empty:
        raise Silence(f"{CELL} does not come to its end within {PATIENCE} s") from None


def execute(client, code=CELL):
    """Runs a cell to its end; gives the time to the reply and the result."""
    start = time.perf_counter()
    request = client.execute(code)
    shell_reply(client, request)
    replied = time.perf_counter() - start
    result = None
    while True:
        message = iopub_message(client)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "execute_result":
            result = " ".join(str(value) for value in message["content"]["data"].values())
        if message["msg_type"] == "error":
            raise SystemExit(f"{code} failed: {message['content']}")
        if (
            message["msg_type"] == "status"
            and message["content"]["execution_state"] == "idle"
        ):
            break
    if result is None or ANSWER not in result:
        raise SystemExit(f"{code} gave {result}, not {ANSWER}")
    return replied


def memory(pid):
    """Resident memory of a process and all below it, in MB."""
    root = psutil.Process(pid)
    processes = [root, *root.children(recursive=True)]
    return sum(process.memory_info().rss for process in processes) / 1e6


def measure(name, cells, queued, settle, quiet):
    """One life of a kernel."""
    manager = KernelManager(kernel_name=name)
    where = open("/dev/null", "wb") if quiet else None
    figures = {}
    start = time.perf_counter()
    manager.start_kernel(stdout=where, stderr=where)
    try:
        client = manager.client()
        # The cell is sent at once and delivered as soon as the kernel listens. ZeroMQ would knock
        # every 100 ms, and wait_for_ready ask every second: too coarse for a start.
        client.context.setsockopt(zmq.RECONNECT_IVL, 5)
        client.start_channels()
        execute_first(client)
        figures["first"] = time.perf_counter() - start
        time.sleep(settle)
        figures["rss"] = memory(manager.provisioner.pid)
        times = sorted(execute(client) * 1000 for _ in range(cells))
        figures["reply"] = statistics.median(times)
        figures["p95"] = times[min(len(times) - 1, int(len(times) * 0.95))]
        begin = time.perf_counter()
        for _ in range(queued):
            execute(client)
        figures["queue"] = time.perf_counter() - begin
        begin = time.perf_counter()
        manager.shutdown_kernel()
        figures["shutdown"] = time.perf_counter() - begin
        client.stop_channels()
    finally:
        if manager.is_alive():
            manager.shutdown_kernel(now=True)
    return figures


def execute_first(client):
    """The first cell: iopub may miss its messages, so only the reply counts."""
    reply = shell_reply(client, client.execute(CELL))
    if reply["content"]["status"] != "ok":
        raise SystemExit(f"{CELL} failed: {reply['content']}")


def version(name):
    """What a table's row is called."""
    spec = KernelSpecManager().get_kernel_spec(name)
    return f"{spec.display_name} ({name})"


COLUMNS = [
    ("first", "first `1+1` s", "{:.2f}"),
    ("rss", "RSS MB", "{:.0f}"),
    ("reply", "reply to `1+1` ms", "{:.1f}"),
    ("p95", "p95 ms", "{:.1f}"),
    ("queue", "{queue} cells s", "{:.2f}"),
    ("shutdown", "shutdown s", "{:.2f}"),
]


def table(rounds, choose, queued):
    """The figures as Markdown, one kernel a row."""
    lines = [
        "| kernel | " + " | ".join(title.format(queue=queued) for _, title, _ in COLUMNS) + " |"
    ]
    lines.append("|---" * (len(COLUMNS) + 1) + "|")
    for name, figures in rounds.items():
        told = [f for f in figures if f]
        if not told:
            lines.append(f"| {version(name)} " + "| - " * len(COLUMNS) + "|")
            continue
        cells = [shape.format(choose(f[key] for f in told)) for key, _, shape in COLUMNS]
        lines.append(f"| {version(name)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def ratios(rounds, base):
    """The base kernel's figures over another's, round by round: median, smallest, greatest."""
    lines = [f"| {base} against | first `1+1` | RSS | reply | cells |", "|---|---|---|---|---|"]
    for name, figures in rounds.items():
        if name == base:
            continue
        cells = []
        for key in ("first", "rss", "reply", "queue"):
            each = [
                ours[key] / theirs[key]
                for ours, theirs in zip(rounds[base], figures)
                if ours and theirs
            ]
            if not each:
                cells.append("-")
                continue
            cells.append(f"{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernels", nargs="+", help="installed kernels; ratios are of the first")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cells", type=int, default=100, help="answered one by one")
    parser.add_argument("--queue", type=int, default=200, help="cells timed as a whole")
    parser.add_argument("--settle", type=float, default=1, help="seconds before memory is read")
    parser.add_argument("--json", help="write every figure of every round there")
    parser.add_argument("--stderr", action="store_true", help="show what the kernels write")
    options = parser.parse_args()
    known = KernelSpecManager().find_kernel_specs()
    for name in options.kernels:
        if name not in known:
            parser.error(f"no kernel {name}; installed: {', '.join(sorted(known))}")
    rounds = {name: [] for name in options.kernels}
    for number in range(options.rounds):
        # The order turns too: nobody always comes after the same neighbour.
        turn = number % len(options.kernels)
        for name in options.kernels[turn:] + options.kernels[:turn]:
            try:
                figures = measure(
                    name, options.cells, options.queue, options.settle, not options.stderr
                )
                shown = " ".join(f"{key} {value:.4g}" for key, value in figures.items())
            except Silence as silence:
                # The round counts for nobody who is compared with it.
                figures = None
                shown = f"left out, {silence}"
            rounds[name].append(figures)
            print(f"round {number + 1} {name}: {shown}", file=sys.stderr, flush=True)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rounds, file, indent=1)
    print(f"Median of {options.rounds} rounds:\n")
    print(table(rounds, statistics.median, options.queue))
    print("\nBest of the rounds:\n")
    print(table(rounds, min, options.queue))
    print("\nRatios round by round, median (smallest to greatest); below 1 is better:\n")
    print(ratios(rounds, options.kernels[0]))


if __name__ == "__main__":
    main()
