"""Random templates: one expression, mixed text, statements, and broken variations of all of them."""

import values
from blocks import Blocks
from breaking import broken
from grammar import Grammar
from lexical import LEXICAL

LOOP_WORDS = [
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem",
    "nope",
]
TEXTS = [
    "", "", " ", " ", "\n", "x", " a ", "\n  ", "text\n", "é😀", "<p>", "}", "%", "# ", "-", "line\n\n", "}}", "%}",
    "{ {", "\t", "\r\n", "'", "$", "  b\n  ",
]


class Templates(Grammar, Blocks):

    def template(self):
        roll = self.rng.random()
        if roll < 0.55:
            made = self.printed(self.rng.choice([1, 2, 2, 3, 3, 4]))
        elif roll < 0.62:
            made = "".join(self.lexical() for _ in range(self.rng.randint(1, 4)))
        elif roll < 0.7:
            made = "".join(self.mixed() for _ in range(self.rng.randint(1, 3)))
        else:
            made = "".join(self.piece(3) for _ in range(self.rng.randint(1, 3)))
        return broken(self.rng, made) if self.chance(0.06) else made

    def mixed(self):
        return self.text() + self.printed(2) + self.text()

    def lexical(self):
        """Where tags begin and end."""
        return self.rng.choice(LEXICAL)

    def text(self):
        return self.rng.choice(TEXTS)

    def printed(self, depth):
        opening, closing = (
            ("{{", "}}")
            if self.chance(0.93)
            else self.rng.choice([("{{-", "}}"), ("{{", "-}}"), ("{{-", "-}}"), ("{{", "-}}")])
        )
        space = self.rng.choice(["", " ", " ", " ", "\n"])
        kind = self.rng.choice(["any", "int", "float", "text", "bool", "list", "map", "numbers", "texts", "text"])
        return opening + (space or "") + self.expression(kind, depth, outermost=True) + (space or " ") + closing

    def tag(self, inner):
        opening = self.rng.choice(["{%-", "{%+"]) if self.chance(0.12) else "{%"
        closing = self.rng.choice(["-%}", "-%}", "+%}"]) if self.chance(0.12) else "%}"
        space = self.rng.choice([" ", " ", " ", "", "\n"])
        return opening + space + inner + (space or " ") + closing

    def piece(self, depth):
        if depth <= 0:
            return self.rng.choice([self.mixed, self.text, lambda: self.printed(1)])()
        return self.rng.choice(
            [
                self.branches, self.loop, self.loop, self.loop, self.assignment, self.assignment,
                self.block_assignment, self.scope, self.filter_block, self.macro, self.macro, self.call, self.raw,
                self.comment, self.escaping, self.mutation, self.mutation, self.counter, self.cycling, self.recursion,
                self.named_block, self.print_tag, lambda d: self.mixed(), lambda d: self.mixed(),
            ]
        )(depth - 1)

    def body(self, depth):
        return "".join(
            self.piece(depth) if self.chance(0.5) else self.mixed() for _ in range(self.rng.choice([1, 1, 2]))
        )

    def bound(self, *names):
        """The body's expressions know these names, of any kind."""
        for name in names:
            if name not in self.names["any"]:
                self.names["any"] += [name, name]

    def branches(self, depth):
        made = self.tag("if " + self.expression("any", 2)) + self.body(depth)
        if self.chance(0.3):
            made += self.tag("elif " + self.expression("bool", 1)) + self.body(depth)
        if self.chance(0.5):
            made += self.tag("else") + self.body(depth)
        return made + self.tag("endif")

    def loop(self, depth):
        head = self.rng.choice(["x in ", "x in ", "x in ", "a, b in ", "a, (b, x) in ", "(a, b) in ", "s in "])
        if head == "a, b in ":
            over = self.rng.choice(
                [
                    "d.items()", "d | items", "nested", "d | dictsort", "users | groupby('age')", "[(1, 2), [3, 4]]",
                    "strs", "e.items()",
                ]
            )
        else:
            over = (
                self.expression(self.rng.choice(["list", "numbers", "texts", "rows", "any list"]), 1)
                if self.chance(0.9)
                else self.expression("any", 1)
            )
        self.bound("x", "a", "b")
        condition = (
            " if "
            + self.rng.choice(
                ["x", "x is odd", "x > 1", "not x", "x is string", self.expression("bool", 1), "loop.first"]
            )
            if self.chance(0.25)
            else ""
        )
        inner = self.body(depth)
        inner += "".join(self.loop_use() for _ in range(self.rng.choice([0, 1, 1, 2])))
        other = self.tag("else") + self.body(0) if self.chance(0.25) else ""
        return (
            self.tag("for " + head + over + condition + (" recursive" if self.chance(0.03) else ""))
            + inner
            + other
            + self.tag("endfor")
        )

    def loop_use(self):
        roll = self.rng.random()
        if roll < 0.6:
            return (
                "{{ loop."
                + self.rng.choice(LOOP_WORDS)
                + self.rng.choice(["", "", " | default('-')", " | string"])
                + " }}"
            )
        return self.rng.choice(
            [
                "{{ x }},", "{{ loop.changed(x) }}", "{{ 'c' if loop.changed(x, loop.first) }}",
                "{{ loop.cycle('o', 'e') }}", "{{ loop.cycle() }}", "{{ ', ' if not loop.last }}",
                "{% set n = n + 1 %}{{ n }}", "{% if loop.index > 2 %}{{ loop.index }}{% endif %}",
                "{{ loop.cycle(*nums) }}",
                "{% set outer = loop %}{% for y in [1, 2] %}{{ outer.index }}{{ loop.index }}{% endfor %}",
                "{{ loop | string | truncate(5) if false }}",
                "{{ loop(x) }}" if self.chance(0.2) else "",
                "{{ loop.length - loop.index0 == loop.revindex }}",
            ]
        )

    def recursion(self, depth):
        over = self.rng.choice(["tree", "tree | reverse", "tree[1:]", "tree | sort(attribute='v')"])
        return (
            self.tag("for t in " + over + self.rng.choice(["", "", " if t.v > 2"]) + " recursive")
            + "{{ t.v }}"
            + self.loop_use().replace("x", "t.v")
            + self.rng.choice(
                [
                    "{{ loop(t.kids) }}", "{% if t.kids %}[{{ loop(t.kids) | trim }}]{% endif %}",
                    "({{ loop(t.kids) }})", "{{ loop.depth }}{{ loop(t.kids) }}",
                ]
            )
            + (self.tag("else") + "-" if self.chance(0.3) else "")
            + self.tag("endfor")
        )

    def assignment(self, depth):
        name = self.rng.choice(["x", "y", "n", "s", "a"])
        roll = self.rng.random()
        if roll < 0.12:
            made = (
                self.tag(
                    "set a, b = "
                    + self.rng.choice(["1, 2", "nested[0]", "'xy'", "d.items() | first", "(n, s)", "[1]", "b, a"])
                )
                + "{{ a }}{{ b }}"
            )
        else:
            made = self.tag("set " + name + " = " + self.expression("any", 2)) + self.rng.choice(
                ["", "{{ " + name + " }}"]
            )
        self.bound("x", "y", "a")
        return made

    def block_assignment(self, depth):
        filters = self.rng.choice(
            [
                "", "", " | upper", " | trim | replace('a', 'b')", " | indent(2)", " | list", " | length",
                " | default('z')",
            ]
        )
        inner = self.body(depth)
        self.bound("y")
        return (
            self.tag("set y" + filters)
            + inner
            + self.tag("endset")
            + self.rng.choice(["{{ y }}", "[{{ y }}]", "{{ y | length }}", "{{ y is string }}", "{{ y ~ s }}"])
        )

    def scope(self, depth):
        heads = ", ".join(
            name + " = " + self.expression("any", 1)
            for name in self.rng.sample(["a", "b", "n", "x"], self.rng.randint(0, 2))
        )
        self.bound("a", "x")
        return self.tag("with " + heads) + self.body(depth) + self.tag("endwith")

    def filter_block(self, depth):
        name = self.rng.choice(
            [
                "upper", "trim", "replace('a', 'b')", "indent(2)", "wordwrap(10)", "title", "length", "e",
                "upper | lower", "reverse", "truncate(10)", "wordcount", "urlize", "striptags", "center(20)", "list",
                "default('q', true)",
            ]
        )
        return self.tag("filter " + name) + self.body(depth) + self.tag("endfilter")


def case(rng):
    """One template with its context."""
    made = {"template": Templates(rng).template(), "context": values.context(rng), "strict": rng.random() < 0.7}
    if rng.random() < 0.1:
        made["text"] = True
    return made
