"""Makes random templates, renders them with real Jinja2 and with noetl, and reports where they differ.

    templates.py --engine COMMAND [--count N] [--seed N]

COMMAND reads lines like {"template", "context", "strict"} and answers {"value"} or {"error"} lines. Exits with 1 when
more than 0.5 % of the templates differ. Case I of seed S is always the same, whatever the count.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile

import reference
import report
import statements

ALLOWED_SHARE = 0.005


def arguments():
    parser = argparse.ArgumentParser(
        prog="./dev fuzz templates", description="renders random templates with Jinja2 and with noetl"
    )
    parser.add_argument("--engine", required=True, nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=10_000, help="how many templates (10000)")
    parser.add_argument("--seed", type=int, default=1, help="which templates (1)")
    parser.add_argument("--examples", type=int, default=3, help="how many differences of a class are shown (3)")
    return parser.parse_args()


def cases(seed, count):
    return [statements.case(random.Random(f"{seed}/{number}")) for number in range(count)]


def main():
    asked = arguments()
    made = cases(asked.seed, asked.count)
    with tempfile.TemporaryFile("w+") as lines, tempfile.TemporaryFile("w+") as answers:
        lines.writelines(json.dumps(case) + "\n" for case in made)
        lines.seek(0)
        engine = subprocess.Popen(asked.engine, stdin=lines, stdout=answers, text=True)
        with reference.bounded():
            expected = [reference.outcome(json.loads(json.dumps(case))) for case in made]
        status = engine.wait()
        answers.seek(0)
        actual = [json.loads(line) for line in answers]
    if len(actual) != len(made):
        sys.exit(f"fuzz: noetl answered {len(actual)} of {len(made)} templates and ended with {status}")
    summary = report.summary(asked, made, expected, actual)
    report.show(summary, asked.examples)
    sys.exit(1 if summary["share"] > ALLOWED_SHARE else 0)


if __name__ == "__main__":
    main()
