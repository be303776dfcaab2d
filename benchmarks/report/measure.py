"""Runs `noetl report` on a Parquet file and on a store, and prints the medians as JSON.

    python3 measure.py ROUNDS EVENTS FOLDER NOETL

FOLDER holds log.parquet and log.duckdb. Seconds are those of the whole process; memory is the largest resident set.
"""

import json
import os
import statistics
import subprocess
import sys
import time

rounds, events, folder, noetl = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]


def measure(*source):
    begun = time.monotonic()
    process = subprocess.Popen([noetl, "report", *source, "--output-dir", folder + "/report", "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("measure.py: noetl report " + " ".join(source) + " failed")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(*source):
    seconds, processor, megabytes = zip(*(measure(*source) for _ in range(rounds)))
    return {
        "seconds": round(statistics.median(seconds), 2),
        "processor_seconds": round(statistics.median(processor), 2),
        "megabytes": round(statistics.median(megabytes)),
    }


print(json.dumps({
    "events": events,
    "parquet": medians("--input", folder + "/log.parquet"),
    "store": medians("--duckdb", folder + "/log.duckdb", "--execution", "last"),
    "page_bytes": os.path.getsize(folder + "/report/execution_report.html"),
}))
