"""Compares the two sides and sorts what differs into classes."""

import collections
import json
import re

from reference import ADDRESS

# What docs/templates.md lists as differing on purpose: the messages of noetl and of Jinja2 that tell of it, and what it is.
DOCUMENTED = [
    (
        r"'from_json' found no JSON: (unexpected '[NI-]|a number beyond the range)",
        r"",
        "NaN, Infinity and numbers beyond a double are no JSON",
    ),
    (r"", r"NameError: name '(inf|nan)' is not defined", "Jinja2 cannot compile a constant that is infinite"),
]

KEPT = ("seed", "count", "disagreements", "share", "classes")


def canonical(value):
    """Equal for the same JSON: 1, 1.0 and true differ, and so do 0.0 and -0.0 and the order of keys."""
    return json.dumps(value)


def refused(case, actual):
    """A lenient rendering makes null of what fails."""
    return "error" in actual or not case["strict"] and actual["value"] is None


def difference(case, expected, actual):
    """The class of a difference, "" where both agree, or None where the two cannot be compared."""
    if (
        "beyond" in expected
        or "address" in expected
        or "limit of" in " ".join([actual.get("error", ""), *actual.get("warnings", [])])
    ):
        return None
    if documented(expected, actual):
        return None
    if "error" in expected:
        return "" if refused(case, actual) else "only jinja2 fails: " + pattern(expected["error"])
    if ADDRESS.search(canonical(expected["value"])):
        return None
    if "error" in actual:
        return "only noetl fails: " + pattern(actual["error"])
    if canonical(expected["value"]) == canonical(actual["value"]):
        return ""
    if not case["strict"] and actual["value"] is None:
        return "only noetl fails, leniently"
    return "another " + ("text" if isinstance(expected["value"], str) else "value")


def documented(expected, actual):
    ours = " ".join([actual.get("error", ""), *actual.get("warnings", [])])
    return any(
        ours and re.search(noetl, ours) if noetl else re.match(jinja2, expected.get("error", ""))
        for noetl, jinja2, _ in DOCUMENTED
    )


def pattern(message):
    """The message without what is particular to one template."""
    message = message.splitlines()[0] if message else ""
    message = re.sub(r"'[^']*'|\"[^\"]*\"", "'…'", message)
    return re.sub(r"\d+", "0", message)[:100]


def summary(asked, made, expected, actual):
    differing = collections.defaultdict(list)
    counts = collections.Counter()
    for number, (case, wanted, found) in enumerate(zip(made, expected, actual)):
        name = difference(case, wanted, found)
        counts["both fail" if name == "" and "error" in wanted else "not comparable" if name is None else "agree"] += 1
        if name:
            differing[name].append((number, case, wanted, found))
    disagreements = sum(map(len, differing.values()))
    ordered = dict(sorted(differing.items(), key=lambda item: -len(item[1])))
    return {
        "seed": asked.seed,
        "count": asked.count,
        "disagreements": disagreements,
        "share": disagreements / max(1, asked.count),
        "classes": {name: len(found) for name, found in ordered.items()},
        "differing": ordered,
        "counts": counts,
    }


def show(made, examples):
    for name, found in made["differing"].items():
        print(f"\n{name}: {len(found)}")
        for number, case, wanted, actual in sorted(found, key=lambda one: len(one[1]["template"]))[:examples]:
            print(
                f"  case {number}, {'strict' if case['strict'] else 'lenient'}{', text' if case.get('text') else ''}: {case['template']!r}"
            )
            print(f"    with    {json.dumps(read(case), ensure_ascii=False)[:400]}")
            print(f"    jinja2  {json.dumps(wanted, ensure_ascii=False)[:400]}")
            print(f"    noetl   {json.dumps(actual, ensure_ascii=False)[:400]}")
    counts = made["counts"]
    print(
        f"\n{made['count']} templates, seed {made['seed']}: {made['disagreements']} differ ({made['share']:.3%}); both fail on {counts['both fail']}, "
        f"{counts['not comparable']} cannot be compared (addresses, limits, documented differences)"
    )
    print(json.dumps({key: made[key] for key in KEPT}, ensure_ascii=False))


def read(case):
    """The names that the template mentions, with what they hold."""
    return {name: value for name, value in case["context"].items() if re.search(rf"\b{name}\b", case["template"])}
