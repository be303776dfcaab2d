"""Real Jinja2 as the peer of TemplateBenchmark: answers each line of stdin with one line.

    check I       the result of template I, as JSON
    render I N    seconds that N renders of the compiled template take
    parse I N     seconds that N compilations take, with nothing cached

A template that is one expression is rendered in both ways that Jinja2 has for it, and the faster one counts. The filters
that Jinja2 lacks are written as one would in Python.
"""

import base64
import datetime
import gc
import json
import sys
import time

import jinja2

env = jinja2.Environment()
env.filters["tojson"] = json.dumps
env.filters["b64encode"] = lambda text: base64.b64encode(text.encode()).decode()
env.filters["strftime"] = lambda text, layout: datetime.datetime.fromisoformat(text).strftime(layout)


def expression_of(source):
    body = source[2:-2].strip()
    alone = source.startswith("{{") and source.endswith("}}") and "{{" not in body and "}}" not in body
    return env.compile_expression(body) if alone else None


with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
for case in cases:
    case["ways"] = [env.from_string(case["template"]).render]
    expression = expression_of(case["template"])
    if expression is not None:
        case["ways"].append(expression)


def seconds(function, argument, count):
    repeats = range(count)
    start = time.perf_counter()
    for _ in repeats:
        function(argument)
    return time.perf_counter() - start


gc.disable()
for line in sys.stdin:
    words = line.split()
    case = cases[int(words[1])]
    if words[0] == "check":
        answer = json.dumps(case["ways"][-1](case["context"]))
    elif words[0] == "render":
        answer = min(seconds(way, case["context"], int(words[2])) for way in case["ways"])
    else:
        answer = seconds(env.compile, case["template"], int(words[2]))
    gc.collect()
    print(answer, flush=True)
