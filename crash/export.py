"""Kills exports, fills their disk, takes their quota and sets two on one target.

    export.py [--kills N] [--rounds N] [--step KIB] [--seed N]

Whatever happens, there must be under the target's name, at that moment and afterwards, nothing, the file that was there before,
or a whole new one that `noetl verify` has proven; and after the next export that succeeds nothing else in the target's folder.
Run by `./dev crash export`, which builds noetl and makes the stores. Ends with `N passed, M failed`.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from disturbance import (STATES, Export, Failure, fill, kill_group, mount, others_in, require_new, require_nothing_beside,
                         state_of)

KIB = 1024


class Suite:
    def __init__(self, work, seed):
        self.work = work
        self.seed = seed
        self.random = random.Random(seed)
        self.passed = 0
        self.failed = 0
        self.large = Export(work / "large.duckdb", "snappy", work)
        self.small = Export(work / "small.duckdb", "zstd", work)

    def check(self, what, action):
        try:
            outcome = action()
            self.passed += 1
            return outcome
        except Failure as failure:
            self.failed += 1
            print(f"FAILED seed {self.seed}, {what}: {failure}", flush=True)
            return None

    def folder(self, name, before):
        """An empty folder, and a target in it that holds `before`, if there is to be an older file."""
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        target = folder / "export.parquet"
        if before is not None:
            target.write_bytes(before)
        return folder, target

    # Kills

    def kills(self, count):
        tally = dict.fromkeys(STATES, 0)
        with_leftovers = 0
        folder, target = self.folder("killed", None)
        for number in range(count):
            before = self.small.bytes if number % 2 else None
            beside = len(others_in(folder, target.name))
            state = self.check(f"kill {number}", lambda: self.kill(target, before))
            if state is not None:
                tally[state] += 1
            if len(others_in(folder, target.name)) > beside:
                with_leftovers += 1
            if number % 5 == 4 or number == count - 1:
                self.check(f"the export after kill {number}", lambda: self.export_after(folder, target))
        print(f"{count} kills: the target was absent {tally['absent']} times, the old file {tally['old']}, a proven new one"
              f" {tally['new']}; after {with_leftovers} something lay beside it, and nothing after the next export", flush=True)

    def kill(self, target, before):
        target.unlink(missing_ok=True)
        if before is not None:
            target.write_bytes(before)
        process = self.large.start(target)
        try:
            process.wait(timeout=self.random.uniform(0, 1.25 * self.large.seconds))
        except subprocess.TimeoutExpired:
            pass
        kill_group(process)
        state = state_of(target, before, [self.large.bytes])
        if before is not None and state == "absent":
            raise Failure("the older file is gone")
        if process.returncode == 0 and state != "new":
            raise Failure(f"the export claimed success, and the target is {state}")
        return state

    def export_after(self, folder, target):
        result = self.small.run(target)
        if result.returncode != 0:
            raise Failure(f"it failed: {result.stderr.strip()}")
        if state_of(target, None, [self.small.bytes]) != "new":
            raise Failure("it claimed success, and the target is absent")
        require_nothing_beside(folder, target.name)

    # Full disks and quotas

    def full_disks(self, step):
        disk = self.work / "disk"
        disk.mkdir()
        size = 2 * len(self.large.bytes) + len(self.small.bytes) + 64 * step
        mount(disk, size)
        try:
            self.every_step("full disk", step, lambda room, before: self.full_disk(disk, room, before))
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def full_disk(self, disk, room, before):
        for entry in disk.iterdir():
            entry.unlink()
        target = disk / "export.parquet"
        if before is not None:
            target.write_bytes(before)
        fill(disk / "filler", room)
        result = self.large.run(target)
        state = self.refused_or_whole(result, target, before)
        if state != "new":
            (disk / "filler").unlink()
            self.export_after(disk, target)
        return state

    def quotas(self, step):
        self.every_step("quota", step, self.quota)

    def quota(self, room, before):
        folder, target = self.folder("quota", before)
        result = self.large.run(target, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
        state = self.refused_or_whole(result, target, before)
        if state != "new":
            self.export_after(folder, target)
        return state

    def every_step(self, what, step, action):
        tally = dict.fromkeys(STATES, 0)
        rooms = range(0, len(self.large.bytes) + 2 * step, step)
        for number, room in enumerate(rooms):
            before = self.small.bytes if number % 2 else None
            state = self.check(f"{what} after {room // KIB} KiB", lambda: action(room, before))
            if state is not None:
                tally[state] += 1
        self.check(f"{what} with room enough", lambda: require_new(action(2 * len(self.large.bytes), None)))
        print(f"{what} at every {step // KIB} KiB of {len(self.large.bytes) // KIB}: the target was absent {tally['absent']} times,"
              f" the old file {tally['old']}, a proven new one {tally['new']}", flush=True)

    def refused_or_whole(self, result, target, before):
        state = state_of(target, before, [self.large.bytes])
        if result.returncode == 0 and state != "new":
            raise Failure(f"the export claimed success, and the target is {state}")
        if result.returncode != 0:
            if state == "new" or (before is not None and state == "absent"):
                raise Failure(f"the export failed, and the target is {state}")
            if result.returncode != 3 or len(result.stderr.strip().splitlines()) != 1:
                raise Failure(f"the export ended with {result.returncode} and said: {result.stderr.strip()}")
            left = others_in(target.parent, target.name, "filler")
            if left:
                raise Failure(f"a failed export left behind {', '.join(left)}")
        return state

    # Two exports to one target

    def races(self, rounds):
        winners = {"first": 0, "second": 0}
        for number in range(rounds):
            winner = self.check(f"race {number}", lambda: self.race(number))
            if winner is not None:
                winners[winner] += 1
        print(f"{rounds} times two exports to one target: it was whole whenever it was there, at the end {winners['first']} times"
              f" the first's and {winners['second']} the second's", flush=True)

    def race(self, number):
        """Every third round neither may replace a file, every third one of the two is killed."""
        clobber = [] if number % 3 else ["--no-clobber"]
        killing = number % 3 == 1
        old = b"no Parquet, but not ours to lose" if number % 3 == 2 else None
        folder, target = self.folder("raced", old)
        exports = [self.large, self.small]
        self.random.shuffle(exports)
        processes = [exports[0].start(target, *clobber)]
        delay = self.random.uniform(0, 0.3)
        time.sleep(delay)
        processes.append(exports[1].start(target, *clobber))
        end = time.monotonic() + (self.random.uniform(0, self.large.seconds) if killing else 60)
        while any(process.poll() is None for process in processes) and time.monotonic() < end:
            state_of(target, old, [export.bytes for export in exports])
            time.sleep(0.002)
        if killing:
            kill_group(processes[0])
        for process in processes:
            process.wait(timeout=120)
        return self.winner(folder, target, exports, processes, clobber, killing)

    def winner(self, folder, target, exports, processes, clobber, killing):
        succeeded = [process.returncode == 0 for process in processes]
        if clobber and sum(succeeded) != 1:
            raise Failure(f"of two exports that may not replace a file {sum(succeeded)} succeeded")
        if not clobber and not succeeded[1] or not clobber and not killing and not succeeded[0]:
            raise Failure(f"one failed: {' '.join(process.stderr.read() for process in processes)}")
        if state_of(target, None, [export.bytes for export in exports]) != "new":
            raise Failure("there is no file at the end")
        first = target.read_bytes() == exports[0].bytes
        if clobber and first != succeeded[0]:
            raise Failure("the file is the one of the export that was refused")
        if killing:
            self.export_after(folder, target)
        else:
            require_nothing_beside(folder, target.name)
        return "first" if first else "second"


def own_namespace():
    """Whoever is not root may still mount in a namespace of his own."""
    if os.geteuid() != 0 and "NOETL_CRASH_NAMESPACE" not in os.environ:
        os.environ["NOETL_CRASH_NAMESPACE"] = "1"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--mount", sys.executable, *sys.argv])


def arguments():
    parser = argparse.ArgumentParser(prog="./dev crash export", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=300, help="how many exports are killed (default: 300)")
    parser.add_argument("--rounds", type=int, default=60, help="how often two exports meet (default: 60)")
    parser.add_argument("--step", type=int, default=64, help="disks and quotas grow by so many KiB (default: 64)")
    parser.add_argument("--seed", type=int, default=1, help="what the moments follow from (default: 1)")
    parser.add_argument("--work", type=Path, required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    own_namespace()
    options = arguments()
    suite = Suite(options.work, options.seed)
    print(f"an undisturbed export takes {suite.large.seconds:.2f} s and has {len(suite.large.bytes) // KIB} KiB; seed"
          f" {options.seed}", flush=True)
    suite.kills(options.kills)
    suite.full_disks(options.step * KIB)
    suite.quotas(options.step * KIB)
    suite.races(options.rounds)
    print(json.dumps({"seed": options.seed, "kills": options.kills, "step_kib": options.step, "races": options.rounds,
                      "passed": suite.passed, "failed": suite.failed}))
    print(f"{suite.passed} passed, {suite.failed} failed")
    return 0 if suite.failed == 0 and suite.passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
