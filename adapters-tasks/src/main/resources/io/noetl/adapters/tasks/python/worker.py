"""The worker side of noetl's python tasks: answers requests on a pipe until the pipe ends.

A frame is its length (4 bytes, big endian) and that many bytes of JSON. The first frame that is sent is
{"ready": [major, minor, micro]}; after it every request gets one answer:

{"op": "inspect", "code": …, "line": …}
    {"parameters": [[name, required] …], "others": bool} or {"problem": …, "line": …, "column": …}
{"op": "run", "code": …, "line": …, "name": …, "arguments": {…}}
    {"value": …} or {"error": …, "line": …, "traceback": …}, either with "stdout" and "stderr" when there is any

"line" is the line of the playbook at which the code begins. Code is compiled with as many empty lines before it, so that
every line number that Python tells is one of the playbook. Runs on CPython 3.8 and newer, with the standard library only.
"""

import builtins
import io
import json
import os
import select
import signal
import sys
import _thread

OUTPUT_LIMIT = 64 * 1024
ANSWER_LIMIT = 64 * 1024 * 1024
CACHE_LIMIT = 256
MODULE = "noetl_task"
ONLY_AST = 0x400
TAKES_KEYWORDS = 0x08


class Capture(io.BytesIO):
    """Keeps the first bytes of what is written and counts the rest."""

    def __init__(self, descriptor):
        super().__init__()
        self.descriptor = descriptor
        self.dropped = 0

    def write(self, data):
        size = memoryview(data).nbytes
        room = OUTPUT_LIMIT - self.tell()
        if size > room:
            self.dropped += size - max(room, 0)
            data = memoryview(data).cast("B")[: max(room, 0)]
        super().write(data)
        return size

    def fileno(self):
        return self.descriptor

    def take(self):
        data = self.getvalue()
        dropped = self.dropped
        self.seek(0)
        self.truncate()
        self.dropped = 0
        text = data.decode("utf-8", "ignore" if dropped else "replace")
        return text + "\n… (%d more bytes dropped)" % dropped if dropped else text


def stream(descriptor):
    return io.TextIOWrapper(
        Capture(descriptor), encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True
    )


class NotJson(Exception):
    """A result that is outside the JSON model; the message says where and what."""


class Wrong(Exception):
    """A call that cannot be made; the message says why."""


def check_json(value, path, parents):
    """Raises NotJson at the first place of the value that json.dumps refuses."""
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int):
        try:
            int.__repr__(value)
        except ValueError:
            raise NotJson("%s: an integer of more than 4300 digits" % path) from None
        return
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            name = "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
            raise NotJson("%s: %s is not JSON" % (path, name))
        return
    if not isinstance(value, (dict, list, tuple)):
        kind = type(value)
        name = kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
        raise NotJson("%s: a value of type %s is not JSON" % (path, name))
    if id(value) in parents:
        raise NotJson("%s: contains itself" % path)
    if len(parents) >= 512:
        raise NotJson("%s: nested deeper than 512 levels" % path[:60])
    check_children(value, path, parents | {id(value)})


def check_children(value, path, parents):
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, (str, int, float, type(None))):
                raise NotJson("%s: a key of type %s is not JSON" % (path, type(key).__qualname__))
            plain = isinstance(key, str) and key.isidentifier()
            check_json(item, path + "." + key if plain else "%s[%r]" % (path, key), parents)
    else:
        for index, item in enumerate(value):
            check_json(item, "%s[%d]" % (path, index), parents)


def to_json(value):
    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":"))
    except Exception as problem:
        try:
            check_json(value, "result", frozenset())
        except RecursionError:
            raise NotJson("result: nested too deeply") from None
        raise NotJson("result: %s: %s" % (type(problem).__name__, problem)) from None


def compile_quietly(text, filename, flags):
    """Compiles without printing warnings about the code, which would come at its first call only."""
    stderr, sys.stderr = sys.stderr, None
    try:
        return compile(text, filename, "exec", flags, True)
    finally:
        sys.stderr = stderr


class Code:
    """One text of code, compiled so that its lines are those of the playbook."""

    def __init__(self, text, line, name):
        self.text = text
        self.line = line
        self.name = name
        self.filename = "<task %s>" % name
        self.code = compile_quietly("\n" * (line - 1) + text, self.filename, 0)

    def remember_source(self):
        """Lets tracebacks show the lines of the code."""
        import linecache

        lines = ("\n" * (self.line - 1) + self.text).splitlines(True)
        linecache.cache[self.filename] = (len(self.text), None, lines, self.filename)


CACHE = {}


def compiled(text, line, name):
    key = (text, line, name)
    code = CACHE.get(key)
    if code is None:
        code = Code(text, line, name)
        if len(CACHE) >= CACHE_LIMIT:
            CACHE.pop(next(iter(CACHE)))
        CACHE[key] = code
    return code


def definition(body):
    """What binds `main` at the top level of a module: its definition, True when unknown, or None for nothing."""
    found = None
    for node in body:
        kind = type(node).__name__
        if kind in ("FunctionDef", "AsyncFunctionDef"):
            if node.name == "main":
                found = node
        elif kind == "ClassDef":
            found = True if node.name == "main" else found
        elif kind in ("Import", "ImportFrom"):
            names = [(alias.asname or alias.name) for alias in node.names]
            found = True if "main" in names or "*" in names else found
        elif kind in ("Assign", "AnnAssign", "AugAssign"):
            targets = node.targets if kind == "Assign" else [node.target]
            found = True if any(getattr(target, "id", "") == "main" for target in targets) else found
        else:
            blocks = [getattr(node, part, None) or [] for part in ("body", "orelse", "finalbody")]
            blocks += [inner.body for part in ("handlers", "cases") for inner in getattr(node, part, None) or []]
            for block in blocks:
                nested = definition(block)
                found = found if nested is None else nested
    return found


def parameters(node):
    arguments = node.args
    named = getattr(arguments, "posonlyargs", []) + arguments.args
    optional = len(named) - len(arguments.defaults)
    found = [[argument.arg, index < optional] for index, argument in enumerate(named)]
    found += [[argument.arg, default is None] for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults)]
    return {"parameters": found, "others": arguments.kwarg is not None}


def inspect_code(request):
    text, line = request["code"], request["line"]
    try:
        compile_quietly(text, "<code>", 0)
        tree = compile_quietly(text, "<code>", ONLY_AST)
    except SyntaxError as problem:
        at = problem.lineno or 1
        return {
            "problem": "%s: %s" % (type(problem).__name__, problem.msg),
            "line": line + at - 1,
            "column": max(problem.offset or 1, 1),
        }
    except (ValueError, RecursionError, MemoryError) as problem:
        return {"problem": "%s: %s" % (type(problem).__name__, problem), "line": line, "column": 1}
    node = definition(tree.body)
    if node is None:
        return {"problem": "the code defines no function 'main'", "line": line, "column": 1}
    return {"parameters": [], "others": True} if node is True else parameters(node)


def call(main, arguments):
    if type(main) is not type(call) or hasattr(main, "__wrapped__"):
        return main(**arguments)
    code = main.__code__
    names = code.co_varnames
    optional = code.co_argcount - len(main.__defaults__ or ())
    missing = [name for name in names[:optional] if name not in arguments]
    keyword_only = names[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    defaults = main.__kwdefaults__ or ()
    missing += [name for name in keyword_only if name not in arguments and name not in defaults]
    if missing:
        raise Wrong("main needs " + ", ".join("'%s'" % name for name in missing) + ", which it was not given")
    if not code.co_flags & TAKES_KEYWORDS:
        known = names[: code.co_argcount + code.co_kwonlyargcount]
        others = [name for name in arguments if name not in known]
        if others:
            raise Wrong("main takes no " + ", ".join("'%s'" % name for name in others))
    if not code.co_posonlyargcount:
        return main(**arguments)
    return call_by_position(main, arguments, names[: code.co_posonlyargcount])


def call_by_position(main, arguments, names):
    named = dict(arguments)
    given = []
    for name in names:
        if name not in named:
            break
        given.append(named.pop(name))
    return main(*given, **{name: value for name, value in named.items() if name not in names})


def awaited(awaitable):
    import asyncio

    async def wait():
        return await awaitable

    return asyncio.run(wait())


def describe(problem, code):
    """What an exception is to noetl: one line, the innermost line of the code it passed, and the traceback."""
    import traceback

    code.remember_source()
    trace = problem.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != code.filename:
        trace = trace.tb_next
    line = None
    step = trace
    while step is not None:
        if step.tb_frame.f_code.co_filename == code.filename:
            line = step.tb_lineno
        step = step.tb_next
    if line is None and isinstance(problem, SyntaxError) and problem.filename == code.filename:
        line = problem.lineno
    text = "".join(traceback.format_exception(type(problem), problem, trace))
    last = "".join(traceback.format_exception_only(type(problem), problem))
    return {"error": first_line(problem, last), "line": line, "traceback": text}


def first_line(problem, formatted):
    if isinstance(problem, SyntaxError):
        return "%s: %s" % (type(problem).__name__, problem.msg)
    lines = [line.strip() for line in formatted.splitlines() if line.strip()]
    return lines[0] if lines else type(problem).__name__


def run_code(request):
    name = request["name"]
    try:
        code = compiled(request["code"], request["line"], name)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        at = getattr(problem, "lineno", None)
        message = "%s: %s" % (type(problem).__name__, getattr(problem, "msg", problem))
        return json.dumps({"error": message, "line": at})
    module = type(sys)(MODULE)
    module.__dict__["__builtins__"] = builtins
    sys.modules[MODULE] = module
    try:
        exec(code.code, module.__dict__)
        main = module.__dict__.get("main")
        if main is None:
            raise Wrong("the code defines no function 'main'")
        result = call(main, request["arguments"])
        if hasattr(result, "__await__"):
            result = awaited(result)
        text = to_json(result)
        if len(text) > ANSWER_LIMIT:
            raise NotJson("result: %d bytes of JSON, more than the %d that are allowed" % (len(text), ANSWER_LIMIT))
        return '{"value":' + text + "}"
    except (NotJson, Wrong) as problem:
        return json.dumps({"error": str(problem)})
    except BaseException as problem:
        return json.dumps(describe(problem, code))


class Worker:
    def __init__(self):
        self.requests = os.dup(0)
        self.answers = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)
        os.close(nothing)
        self.pid = os.getpid()
        self.home = os.getcwd()
        self.out = self.err = None

    def prepare(self):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            os.setsid()
        except OSError:
            pass
        sys.argv = [""]
        sys.path.insert(0, self.home)
        self.path = list(sys.path)
        _thread.start_new_thread(self.watch, ())

    def watch(self):
        """Ends the process group as soon as nobody can send requests any more, also while a task runs."""
        poll = select.poll()
        poll.register(self.requests, 0)
        while True:
            events = poll.poll()
            if os.getpid() != self.pid:
                return
            if events:
                self.end()

    def end(self):
        if os.getpgrp() == self.pid:
            os.killpg(self.pid, signal.SIGKILL)
        os._exit(0)

    def read(self, size):
        parts = []
        while size:
            part = os.read(self.requests, min(size, 1 << 20))
            if not part:
                self.end()
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send(self, text):
        data = text.encode("utf-8", "surrogatepass")
        data = memoryview(len(data).to_bytes(4, "big") + data)
        while data:
            data = data[os.write(self.answers, data) :]

    def begin(self):
        if self.out is None or self.out.closed:
            self.out = stream(1)
        if self.err is None or self.err.closed:
            self.err = stream(2)
        self.out.buffer.take()
        self.err.buffer.take()
        sys.stdout, sys.stderr = self.out, self.err
        sys.path[:] = self.path
        try:
            os.chdir(self.home)
        except OSError:
            pass

    def run(self, request):
        self.begin()
        answer = run_code(request)
        if os.getpid() != self.pid:
            os._exit(0)
        for name, captured in (("stdout", self.out), ("stderr", self.err)):
            if not captured.closed:
                captured.flush()
                text = captured.buffer.take()
                if text:
                    answer = '%s,"%s":%s}' % (answer[:-1], name, json.dumps(text))
        return answer

    def serve(self):
        self.send(json.dumps({"ready": sys.version_info[:3]}))
        while True:
            request = json.loads(self.read(int.from_bytes(self.read(4), "big")))
            answer = json.dumps(inspect_code(request)) if request["op"] == "inspect" else self.run(request)
            self.send(answer)


worker = Worker()
worker.prepare()
worker.serve()
