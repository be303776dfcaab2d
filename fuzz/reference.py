"""What real Jinja2 makes of a template, as noetl's own tests take it: a value for one expression, text for all else."""

import base64
import contextlib
import json
import math
import re
import resource
import signal
import warnings

import jinja2
from jinja2.environment import TemplateExpression

ADDRESS = re.compile(
    r"(?i)0x[57][0-9a-f]{11}|<(function|method|bound|class|module|built-in|generator|cycler|[\w.]*\.)\S*"
)
SECONDS = 5
BYTES = 3 << 30


class Beyond(Exception):
    """The template wants more time or memory than this program gives it."""


def dumps(value, indent=None):
    return json.dumps(value, indent=indent)


addresses = []


def noted(value):
    """The printed value itself; takes note of one whose text is an address, which may be cut or counted later."""
    if not isinstance(value, (str, int, float, list, dict, tuple)) and " at 0x" in repr(value):
        addresses.append(value)
    return value


class Environment(jinja2.Environment):
    """With noetl's own rule: a key of a map wins over a method of the same name, also behind a dot."""

    def getattr(self, value, name):
        if isinstance(value, dict) and name in value:
            return value[name]
        return super().getattr(value, name)


def environment(undefined):
    made = Environment(undefined=undefined, finalize=noted)
    unruled = jinja2.Environment(undefined=undefined)
    made.filters.update(
        to_json=dumps,
        tojson=dumps,
        from_json=json.loads,
        b64encode=lambda value: base64.b64encode(str(value).encode()).decode(),
        b64decode=lambda value: base64.b64decode(str(value)).decode(),
        attr=lambda value, name: jinja2.filters.do_attr(unruled, value, name),
    )
    made.globals.update(now=lambda: "2025-06-17T01:18:13.000123", null=None)
    return made


ENVIRONMENTS = {True: environment(jinja2.StrictUndefined), False: environment(jinja2.ChainableUndefined)}


def plain(value):
    """The value as JSON holds it: other sequences are lists, undefined is null, keys are as json.dumps writes them."""
    if isinstance(value, jinja2.Undefined):
        str(value)
        return None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("no JSON number")
        return value
    if isinstance(value, dict):
        return {next(iter(json.loads(json.dumps({key: 0})))): plain(entry) for key, entry in value.items()}
    if (
        isinstance(value, (list, tuple, range))
        or hasattr(value, "__next__")
        or type(value).__name__.startswith("dict_")
    ):
        return [plain(item) for item in value]
    raise ValueError("no JSON value: " + type(value).__name__)


def render(case):
    env = ENVIRONMENTS[case["strict"]]
    template = case["template"]
    if re.fullmatch(r"\s*(\{\{\s*\}\}\s*)?", template):
        return ""  # noetl's own: a blank template and {{ }} are empty text
    if case.get("text"):
        return env.from_string(template).render(**case["context"])
    body = env.parse(template).body
    single = len(body) == 1 and isinstance(body[0], jinja2.nodes.Output) and len(body[0].nodes) == 1
    if not single or isinstance(body[0].nodes[0], jinja2.nodes.TemplateData):
        return env.from_string(template).render(**case["context"])
    result = jinja2.nodes.Assign(jinja2.nodes.Name("result", "store", lineno=1), body[0].nodes[0], lineno=1)
    made = env.from_string(jinja2.nodes.Template([result], lineno=1))
    return plain(TemplateExpression(made, undefined_to_none=False)(**case["context"]))


@contextlib.contextmanager
def bounded():
    """Ends what takes too long, and makes what takes too much memory fail."""

    def alarm(number, frame):
        raise Beyond("time")

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, resource.RLIM_INFINITY))
    signal.signal(signal.SIGALRM, alarm)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def outcome(case):
    """{"value"} or {"error"}; {"beyond"} for what this program gives no more time or memory."""
    addresses.clear()
    signal.alarm(SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = render(case)
        return {"address": True} if addresses else {"value": value}
    except (MemoryError, Beyond):
        return {"beyond": True}
    except Exception as failure:  # whatever Jinja2 fails with
        return {"error": type(failure).__name__ + ": " + str(failure)}
    finally:
        signal.alarm(0)
