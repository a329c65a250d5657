#!/usr/bin/env python3
"""Starts the same program in several ways, in turns, and says what each start took: compare_starts.py RUNS NAME=COMMAND... [-- ARGUMENTS].
Fails if the first way takes more of the processor than the second by more than a tenth (median): what the clock says depends on what else the
machine does."""
import os
import statistics
import sys
import time

MOST = 1.10


def start(command):
    quiet = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_WRONLY, 0) for fd in (1, 2)]
    begun = time.monotonic()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"compare_starts: {' '.join(command)} ended with status {status}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime


def main():
    runs, rest = int(sys.argv[1]), sys.argv[2:]
    arguments = rest[rest.index("--") + 1:] if "--" in rest else []
    ways = [w.split("=", 1) for w in (rest[:rest.index("--")] if "--" in rest else rest)]
    took = {name: [] for name, _ in ways}
    for run in range(-1, runs):
        for name, command in ways if run % 2 else reversed(ways):
            result = start(command.split() + arguments)
            # The first brings files into memory.
            if run >= 0:
                took[name].append(result)
    cpu = {}
    for name, results in took.items():
        wall = [r[0] for r in results]
        used = [r[1] for r in results]
        cpu[name] = statistics.median(used)
        print(f"  {name}: {cpu[name]:.3f} s of the processor (least {min(used):.3f}), "
              f"{statistics.median(wall):.3f} s by the clock (least {min(wall):.3f})")
    first, second = ways[0][0], ways[1][0]
    if cpu[first] > MOST * cpu[second]:
        sys.exit(f"compare_starts: {first} starts slower than {second}")


main()
