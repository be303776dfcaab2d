"""One export with what it is to be, what may be under its target's name, and the means to disturb it."""

import hashlib
import os
import signal
import subprocess
import time
from pathlib import Path

NOETL = Path(__file__).resolve().parent.parent / "noetl"
STATES = ("absent", "old", "new")


class Failure(Exception):
    """Something that must never happen has happened."""


class Export:
    """A store with one execution, and what its export is to be, byte for byte."""

    def __init__(self, store, compression, work):
        self.store = store
        self.compression = compression
        reference = work / f"{store.stem}.reference.parquet"
        self._timed(reference)
        self.seconds = max(self._timed(reference) for _ in range(2))
        self.bytes = reference.read_bytes()
        require_proven(reference)

    def _timed(self, target):
        began = time.monotonic()
        result = self.run(target)
        if result.returncode != 0:
            raise SystemExit(f"crash: an export that nothing disturbs failed: {result.stderr}")
        return time.monotonic() - began

    def command(self, target, *more):
        return [str(NOETL), "export", "--execution", "last", "--duckdb", str(self.store), "--to", str(target),
                "--compression", self.compression, *more]

    def run(self, target, *more, **options):
        return subprocess.run(self.command(target, *more), capture_output=True, text=True, check=False, **options)

    def start(self, target, *more):
        return subprocess.Popen(self.command(target, *more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                start_new_session=True)


def require_proven(file):
    result = subprocess.run([str(NOETL), "verify", str(file)], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise Failure(f"a file is there and not proven: {(result.stdout + result.stderr).strip()}")


def state_of(target, before, after):
    """What is under the target's name: one of STATES. Bytes that are not known must prove good at least."""
    try:
        found = target.read_bytes()
    except FileNotFoundError:
        return "absent"
    if before is not None and found == before:
        return "old"
    if found not in after:
        require_proven(target)
        raise Failure(f"a proven file is there that is neither the old one nor the new one, sha256 {hashlib.sha256(found).hexdigest()}")
    return "new"


def require_new(state):
    if state != "new":
        raise Failure(f"the export failed, and the target is {state}")


def others_in(folder, *known):
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in known)


def require_nothing_beside(folder, *known):
    left = others_in(folder, *known)
    if left:
        raise Failure(f"left behind after an export that succeeded: {', '.join(left)}")


def kill_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def mount(folder, size):
    result = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, text=True,
                            check=False)
    if result.returncode != 0:
        raise SystemExit(f"crash: a small disk could not be mounted to be filled: {result.stderr.strip()}; run it as root, or where"
                         " users may make namespaces (unshare --user)")


def fill(file, room):
    """Leaves so many bytes on the disk."""
    with open(file, "wb") as filler:
        while True:
            disk = os.statvfs(file.parent)
            surplus = disk.f_bavail * disk.f_frsize - room
            if surplus <= 0:
                return
            filler.write(bytes(min(surplus, 1 << 20)))
            filler.flush()
