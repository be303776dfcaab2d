"""Expressions with operators: arithmetic, comparisons, tests, subscripts."""

import values
from vocabulary import COMPARISONS, KINDS, TESTED, TESTS


class Operations:
    """What `operation` draws for each kind; a part of Grammar."""

    def operation(self, kind, depth):
        maker = getattr(self, "o_" + kind, None)
        if maker is None:
            return self.subscripted(kind, depth)
        return maker(depth) if self.chance(0.8) else self.rng.choice([self.logic, self.subscripted])(kind, depth)

    def logic(self, kind, depth):
        return self.operand(kind, depth) + self.rng.choice([" or ", " and "]) + self.operand(kind, depth)

    def subscripted(self, kind, depth):
        roll = self.rng.random()
        if roll < 0.25:
            return (
                self.operand("map", depth)
                + self.rng.choice([".{}", ".{}", "['{}']"]).format(
                    self.rng.choice(["a", "b", "name", "items", "keys", "count"])
                )
                + self.rng.choice(["", " | default(0)"])
            )
        if roll < 0.4:
            return (
                self.rng.choice(["users", "nested", "tree"])
                + self.rng.choice(["[0]", ".0", "[-1]", "[n]"])
                + self.rng.choice([".name", ".age", "['at'].x", ".at['x']", "[0]", ".tags[-1]", ".kids", ".v", ".1"])
            )
        of = (
            self.rng.choice(["list", "text", "numbers", "texts"])
            if kind not in ("numbers", "texts", "text", "rows")
            else kind
        )
        return self.operand(of, depth) + (
            self.slice(depth) if kind in KINDS[4:9] + ["text"] or self.chance(0.3) else "[" + self.a_index(depth) + "]"
        )

    def slice(self, depth):
        parts = [self.a_index(depth) if self.chance(0.6) else "" for _ in range(self.rng.choice([2, 2, 3]))]
        return "[" + ":".join(parts) + "]"

    def arithmetic(self, left, right, depth, operators):
        operator = self.rng.choice(operators)
        if operator == "**":
            return (
                self.operand(left, depth)
                + "**"
                + self.rng.choice(["0", "1", "2", "3", "-1", "0.5", "-2", "5", "10", "2.0", "true"])
            )
        return (
            self.operand(left, depth) + self.rng.choice([operator, " " + operator + " "]) + self.operand(right, depth)
        )

    def o_int(self, depth):
        if self.chance(0.15):
            return self.rng.choice(["-", "+", "- -", "-+"]) + self.operand("int", depth)
        return self.arithmetic("int", "int", depth, ["+", "-", "*", "//", "%", "**", "+", "-"])

    def o_float(self, depth):
        if self.chance(0.15):
            return self.rng.choice(["-", "+"]) + self.operand("float", depth)
        return self.arithmetic("number", "float", depth, ["+", "-", "*", "/", "/", "//", "%", "**"])

    def o_text(self, depth):
        roll = self.rng.random()
        if roll < 0.35:
            return self.operand("any", depth) + " ~ " + self.operand("any", depth)
        if roll < 0.55:
            return self.operand("text", depth) + " + " + self.operand("text", depth)
        if roll < 0.65:
            return self.operand("text", depth) + " * " + self.a_small(depth)
        right = self.rng.choice(
            [
                self.operand("any", depth),
                "(" + self.expression("any", 0) + ", " + self.expression("number", 0) + ")",
                self.expression("number", 0),
                "(" + self.expression("number", 0) + ",)",
                "d",
                "e",
            ]
        )
        return values.text_literal(self.rng, self.percents()) + " % " + right

    def o_bool(self, depth):
        roll = self.rng.random()
        if roll < 0.3:
            kind = self.rng.choice(["number", "number", "text", "numbers", "any"])
            return "".join(
                [self.operand(kind, depth)]
                + [
                    " " + self.rng.choice(COMPARISONS) + " " + self.operand(kind, depth)
                    for _ in range(self.rng.choice([1, 1, 2, 3]))
                ]
            )
        if roll < 0.45:
            return (
                self.operand("any", depth)
                + self.rng.choice([" in ", " not in "])
                + self.operand(self.rng.choice(["list", "map", "text"]), depth)
            )
        if roll < 0.55:
            return "not " + self.operand("any", depth)
        if roll < 0.65:
            return self.logic("bool", depth)
        return self.tested(depth)

    def tested(self, depth):
        name = self.rng.choice(list(TESTS))
        arguments = self.arguments(TESTS[name], 0)
        value = self.operand(TESTED.get(name, "any"), depth) + self.rng.choice([" is ", " is ", " is not "]) + name
        if not arguments:
            return value
        return value + (
            " " + arguments[0]
            if len(arguments) == 1 and "=" not in arguments[0][:8] and self.chance(0.4)
            else "(" + ", ".join(arguments) + ")"
        )

    def o_numbers(self, depth):
        return (
            self.operand("array", depth) + self.rng.choice([" + ", "+"]) + self.operand("array", depth)
            if self.chance(0.6)
            else self.operand("numbers", depth) + " * " + self.a_small(depth)
        )

    def o_texts(self, depth):
        return self.o_numbers(depth)

    def o_list(self, depth):
        return self.o_numbers(depth)
