"""Random expressions: mostly of the kind that is asked for, so that most of them evaluate."""

import values
from operations import Operations
from particulars import Particulars
from vocabulary import FILTERS, INTRICATE, KINDS, METHODS, PERCENTS, SPECIFIERS

NARROWER = {
    "number": ["int", "int", "float", "bool"],
    "sized": ["text", "list", "map"],
    "list": ["numbers", "texts", "list", "rows", "any list", "text"],
    "maybe": ["undefined", "undefined", "any"],
}


class Grammar(Particulars, Operations):
    """Draws from `rng`; `names` tells which names there are of each kind."""

    def __init__(self, rng):
        self.rng = rng
        self.names = {kind: list(names) for kind, names in values.NAMES.items()}

    def chance(self, share):
        return self.rng.random() < share

    def expression(self, kind="any", depth=3, outermost=False):
        if self.chance(0.015):
            kind = self.rng.choice(KINDS)  # now and then of another kind than fits
        kind = self.rng.choice(NARROWER.get(kind, [kind]))
        if kind == "any":
            kind = self.rng.choice(KINDS[:-1] + ["any name", "any list"] + ["undefined"] * self.chance(0.2))
        if depth <= 0 or hasattr(self, "a_" + kind.replace(" ", "_")) or not outermost and self.chance(0.45):
            return self.atom(kind, depth)
        if self.chance(0.04):
            return self.soup()
        makers = [
            self.filtered, self.filtered, self.filtered, self.called, self.called, self.operation, self.operation,
            self.conditional,
        ]
        return self.rng.choice(makers)(kind, depth - 1)

    def operand(self, kind, depth):
        written = self.expression(kind, depth)
        simple = written.isidentifier() or written.isdigit() and len(written) < 3
        return written if simple or self.chance(0.04) else "(" + written + ")"

    def atom(self, kind, depth):
        special = getattr(self, "a_" + kind.replace(" ", "_"), None)
        if special:
            return special(depth)
        names = self.names.get(kind, [])
        if names and self.chance(0.6):
            return self.rng.choice(names)
        return getattr(self, kind + "_literal")(depth)

    def soup(self):
        """Operators in a row without parentheses."""
        words = [self.soup_operand()]
        for _ in range(self.rng.randint(1, 5)):
            operator = self.rng.choice(
                [
                    "+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">", "<=", ">=", "and", "or", "in",
                    "not in", "is", "is not", "if", "|",
                ]
            )
            if operator in ("is", "is not"):
                words += [
                    operator,
                    self.rng.choice(
                        ["odd", "string", "none", "defined", "in nums", "divisibleby 2", "eq 1", "sameas n", "number"]
                    ),
                ]
            elif operator == "|":
                words += [
                    operator,
                    self.rng.choice(
                        ["abs", "string", "int", "length", "default(1)", "round", "float", "list", "first"]
                    ),
                ]
            elif operator == "if":
                words += [operator, self.soup_operand()] + (["else", self.soup_operand()] if self.chance(0.8) else [])
            else:
                words += [operator, self.rng.choice(["2", "1", "0", "3"]) if operator == "**" else self.soup_operand()]
        return " ".join(words)

    def soup_operand(self):
        return self.rng.choice(["", "", "", "", "not ", "-", "+"]) + self.rng.choice(
            [
                "1", "2", "3", "0", "n", "f", "2.5", "yes", "no", "nums", "s", "'a'", "1", "n", "more[0]", "(n)",
                "[1, n]", "nope", "none", "d.a",
            ]
        )

    # literals

    def int_literal(self, depth):
        return ("-" if self.chance(0.15) else "") + values.integer_literal(self.rng)

    def float_literal(self, depth):
        return ("-" if self.chance(0.15) else "") + values.float_literal(self.rng)

    def text_literal(self, depth):
        return " ".join(values.text_literal(self.rng) for _ in range(2 if self.chance(0.03) else 1))

    def bool_literal(self, depth):
        return self.rng.choice(["true", "false", "True", "False"])

    def none_literal(self, depth):
        return self.rng.choice(["none", "None"])

    def undefined_literal(self, depth):
        return self.rng.choice(
            [
                "d.nope", "users[99]", "e['?']", "nope.a.b", "missing[0]", "s.nope", "('a' if false)", "n.foo",
                "nothing.x", "[][0]", "nope",
            ]
        )

    def items(self, kind, depth, opening="[", closing="]"):
        made = [self.expression(kind, depth - 1) for _ in range(self.rng.choice([0, 1, 2, 2, 3, 4]))]
        comma = "," if closing == ")" and len(made) == 1 or made and self.chance(0.05) else ""
        return opening + ", ".join(made) + comma + closing

    def list_literal(self, depth):
        return self.items("any", depth, *self.rng.choice(["[]", "[]", "()"]))

    def numbers_literal(self, depth):
        return (
            self.rng.choice(["range({})", "range(1, {})", "range({}, -1, -2)"]).format(self.rng.randint(0, 8))
            if self.chance(0.2)
            else self.items("number", depth, *self.rng.choice(["[]", "[]", "()"]))
        )

    def texts_literal(self, depth):
        return self.items("text", depth, *self.rng.choice(["[]", "[]", "()"]))

    def rows_literal(self, depth):
        return (
            "["
            + ", ".join(
                "{'name': " + self.expression("text", 0) + ", 'age': " + self.expression("number", 0) + "}"
                for _ in range(self.rng.randint(1, 3))
            )
            + "]"
        )

    def map_literal(self, depth):
        if self.chance(0.15):
            return (
                "dict("
                + ", ".join(
                    name + "=" + self.expression("any", depth - 1)
                    for name in self.rng.sample(["a", "b", "name", "items", "x1"], self.rng.randint(0, 3))
                )
                + ")"
            )
        keys = [
            (
                self.rng.choice(
                    [
                        values.text_literal(self.rng, self.rng.choice(values.KEYS)),
                        self.expression("text", 0),
                        str(self.rng.randint(0, 3)),
                    ]
                )
                if self.chance(0.9)
                else self.expression("any", 0)
            )
            for _ in range(self.rng.randint(0, 4))
        ]
        return "{" + ", ".join(key + ": " + self.expression("any", depth - 1) for key in keys) + "}"

    # what is built of other expressions

    def arguments(self, parameters, depth, named=0.15):
        if not parameters:
            return [self.expression("any", 0)] if self.chance(0.01) else []
        made, by_name, skipped = [], False, False
        for parameter in parameters.split():
            name, kind = parameter.split("=")
            if kind.endswith("?") and self.chance(0.5) or self.chance(0.01):
                skipped = True
                continue
            value = self.expression(kind.rstrip("?"), depth)
            by_name = by_name or skipped and named > 0.1 or self.chance(named)
            made.append(name + "=" + value if by_name and kind not in ("filter", "test") else value)
        if self.chance(0.005):
            made.append(self.rng.choice(["1", "zz=1", "*nums", "**d", "*[1]", "**{'a': 1}"]))
        return made

    def filtered(self, kind, depth):
        fitting = [
            name
            for name, (_, _, result) in FILTERS.items()
            if result == kind or result == "any" or kind in ("any name", "any list")
        ]
        if self.chance(0.4):
            fitting = [name for name in fitting if name in INTRICATE] or fitting
        name = self.rng.choice(fitting) if fitting else self.rng.choice(list(FILTERS))
        value, parameters, _ = FILTERS[name]
        if name == "format":
            return self.percent_filter(depth)
        arguments = self.arguments(parameters, depth - 1)
        bar = self.rng.choice(["|", " | ", " | "])
        behind = (
            " | list"
            if name
            in ("map", "select", "reject", "selectattr", "rejectattr", "unique", "batch", "slice", "reverse", "items")
            and self.chance(0.8)
            else ""
        )
        return (
            self.operand(value, depth)
            + bar
            + name
            + ("(" + ", ".join(arguments) + ")" if arguments or self.chance(0.1) else "")
            + behind
        )

    def percents(self):
        return self.rng.choice(["", "<", "é "]) + " ".join(
            self.rng.choice(PERCENTS) for _ in range(self.rng.randint(1, 2))
        )

    def percent_filter(self, depth):
        return (
            values.text_literal(self.rng, self.percents())
            + " | format("
            + ", ".join(self.expression(self.rng.choice(["number", "any"]), 0) for _ in range(self.rng.randint(1, 2)))
            + ")"
        )

    def called(self, kind, depth):
        choices = [
            (of, name, of_arguments)
            for of, methods in METHODS.items()
            for name, (of_arguments, result) in methods.items()
            if result == kind
        ]
        if not choices or self.chance(0.1):
            of = self.rng.choice(list(METHODS))
            name = self.rng.choice(list(METHODS[of]))
            choices = [(of, name, METHODS[of][name][0])]
        of, name, parameters = self.rng.choice(choices)
        if name == "format" and self.chance(0.9):
            return self.brace_format(depth)
        arguments = self.arguments(parameters, depth - 1, named=0.005)
        return self.operand("array" if of == "list" else of, depth) + "." + name + "(" + ", ".join(arguments) + ")"

    def brace_format(self, depth):
        fields = [
            self.rng.choice(["", "", "", "0", "1", "a", "a.b", "0[0]", "a[x]", "name", "0[a]", "b.real"])
            + self.rng.choice(SPECIFIERS)
            for _ in range(self.rng.randint(1, 3))
        ]
        pattern = self.rng.choice(["", "x ", "{{", "}}"]) + "|".join("{" + field + "}" for field in fields)
        arguments = [
            self.expression(self.rng.choice(["number", "number", "text", "any"]), 0)
            for _ in range(self.rng.randint(1, 3))
        ]
        arguments += [name + "=" + self.expression("any", 0) for name in ("a", "name") if self.chance(0.3)]
        safe = " | safe" if self.chance(0.03) else ""
        return (
            ("({}{})" if safe else "{}{}").format(values.text_literal(self.rng, pattern), safe)
            + ".format("
            + ", ".join(arguments)
            + ")"
        )

    def conditional(self, kind, depth):
        test = self.expression(self.rng.choice(["bool", "bool", "any"]), depth)
        written = self.expression(kind, depth) + " if " + test
        return written + " else " + self.expression(kind, depth) if self.chance(0.8) else written
