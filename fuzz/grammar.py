"""Random expressions: mostly of the kind that is asked for, so that most of them evaluate."""
import base64
import json

import values
from vocabulary import FILTERS, INTRICATE, METHODS, TESTED, TESTS

KINDS = ["int", "float", "text", "bool", "numbers", "texts", "list", "map", "rows", "none", "any"]
NARROWER = {"number": ["int", "int", "float", "bool"], "sized": ["text", "list", "map"], "list": ["numbers", "texts", "list", "rows", "any list", "text"],
            "maybe": ["undefined", "undefined", "any"]}
COMPARISONS = ["==", "!=", "<", "<=", ">", ">="]
SPECIFIERS = ["", ":>8", ":<5", ":^7", ":*^9", ":05", ":.2f", ":8.3f", ":e", ":.3g", ":G", ":%", ":,", ":_", ":,.1f", ":x", ":#x", ":X", ":b", ":#010b", ":o",
              ":c", ":+d", ": d", ":=+6", ":d", ":s", ":.3", ":10.2", "!r", "!s", "!r:>9", ":n", ":g", ":#g", ":-", ":{}", ":é^6", ":.0e", ":,d", ":_x",
              ":<<5", ":z.1f", ":q", ":.2d", ":,s", "!a", "!x", ":05s", ":.0f", ":#.0f", ":E", ":.0%", ":012,.2f", ":=5", ":+s"]
PERCENTS = ["%s", "%r", "%d", "%i", "%5d", "%-6s|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%#o", "%e", "%.2e", "%f", "%.1f", "%8.3f", "%g", "%G", "%.3g",
            "%c", "%%", "%.2s", "%a", "%5.1f|", "%-+8.2f|", "%03.0f", "%u", "%*d", "%.*f", "%ld", "%q", "%#g", "%F", "%E", "%(a)s", "%(name)5s", "%5%", "%.3d"]


class Grammar:
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
        makers = [self.filtered, self.filtered, self.filtered, self.called, self.called, self.operation, self.operation, self.conditional]
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
        return self.rng.choice(["d.nope", "users[99]", "e['?']", "nope.a.b", "missing[0]", "s.nope", "('a' if false)", "n.foo", "nothing.x", "[][0]", "nope"])

    def items(self, kind, depth, opening="[", closing="]"):
        made = [self.expression(kind, depth - 1) for _ in range(self.rng.choice([0, 1, 2, 2, 3, 4]))]
        comma = "," if closing == ")" and len(made) == 1 or made and self.chance(0.05) else ""
        return opening + ", ".join(made) + comma + closing

    def list_literal(self, depth):
        return self.items("any", depth, *self.rng.choice(["[]", "[]", "()"]))

    def numbers_literal(self, depth):
        return self.rng.choice(["range({})", "range(1, {})", "range({}, -1, -2)"]).format(self.rng.randint(0, 8)) if self.chance(0.2) \
            else self.items("number", depth, *self.rng.choice(["[]", "[]", "()"]))

    def texts_literal(self, depth):
        return self.items("text", depth, *self.rng.choice(["[]", "[]", "()"]))

    def rows_literal(self, depth):
        return "[" + ", ".join("{'name': " + self.expression("text", 0) + ", 'age': " + self.expression("number", 0) + "}" for _ in range(self.rng.randint(1, 3))) + "]"

    def map_literal(self, depth):
        if self.chance(0.15):
            return "dict(" + ", ".join(name + "=" + self.expression("any", depth - 1) for name in self.rng.sample(["a", "b", "name", "items", "x1"], self.rng.randint(0, 3))) + ")"
        keys = [self.rng.choice([values.text_literal(self.rng, self.rng.choice(values.KEYS)), self.expression("text", 0), str(self.rng.randint(0, 3))])
                if self.chance(0.9) else self.expression("any", 0) for _ in range(self.rng.randint(0, 4))]
        return "{" + ", ".join(key + ": " + self.expression("any", depth - 1) for key in keys) + "}"

    # kinds of arguments

    def a_any_name(self, depth):
        return self.rng.choice(self.rng.choice(list(self.names.values())))

    def a_any_list(self, depth):
        return self.rng.choice(["mixed", "nested", "d.items()", "e.values()", "d", "d.keys()", "range(3)", "tree", "(1, 'a')", "s", "nums[1:]", "users | map(attribute='age')",
                                "nums | batch(2)", "strs | map('upper')", "e", "[none, 1]", "nested | map('first')", "users | groupby('age')", "d | dictsort"])

    def a_array(self, depth):
        return self.rng.choice(["nums", "more", "strs", "words", "mixed", "users", "nested", "nums[1:]", "strs[::-1]", self.items("any", 1), self.items("number", 1), "s.split()", "(d | list)"])

    def a_small(self, depth):
        return str(self.rng.choice([0, 1, 2, 3, 4, 5, 8, 10, 15, 20, 30, -1])) if self.chance(0.95) else self.expression("any", 0)

    def a_index(self, depth):
        return str(self.rng.choice([0, 1, 2, 3, -1, -2, 5, 10, -10])) if self.chance(0.9) else self.rng.choice(["none", "n", "big", "true", "2**70", "-m"])

    def a_digits(self, depth):
        return str(self.rng.choice([0, 1, 2, 3, 4, -1, -2, -5, 15, 17, 300]))

    def a_indent(self, depth):
        return self.rng.choice(["0", "1", "2", "4", "'> '", "''", "none", "'--'", "n", "-2", "true"])

    def a_base(self, depth):
        return self.rng.choice(["2", "8", "10", "16", "0", "36", "1"])

    def a_by(self, depth):
        return self.rng.choice(["'key'", "'value'", "'value'", "'other'"])

    def a_method(self, depth):
        return self.rng.choice(["'common'", "'ceil'", "'floor'", "'floor'", "'up'"])

    def a_schemes(self, depth):
        return self.rng.choice(["['ftp:']", "['tel:', 'x-y://']", "[]", "none", "['bad']"])

    def a_char(self, depth):
        return self.rng.choice(["'*'", "'.'", "'é'", "' '", "'ab'", "''", "'😀'"])

    def a_encoding(self, depth):
        return self.rng.choice(["'utf-8'", "'utf8'", "'ascii'", "'latin-1'"])

    def a_affix(self, depth):
        return self.rng.choice(["('a', 'H')", "('',)", "()"]) if self.chance(0.15) else self.rng.choice(["'H'", "'a'", "''", "'1'", self.expression("text", 0)])

    def a_key(self, depth):
        return values.text_literal(self.rng, self.rng.choice(values.KEYS)) if self.chance(0.9) else self.expression("any", 0)

    def a_word(self, depth):
        return repr(self.rng.choice(list(FILTERS) + list(TESTS) + ["nope"]))

    def a_attribute(self, depth):
        return self.rng.choice(["'name'", "'age'", "'age'", "'tags'", "'at.x'", "'tags.0'", "0", "'0'", "'nope'", "'name,age'", "'v'", "'items'", "1", "'a'", "-1", "none"])

    def a_member(self, depth):
        return self.rng.choice(["'upper'", "'items'", "'name'", "'real'", "'append'", "'a'", "'imag'"])

    def a_filter(self, depth):
        if self.chance(0.25):
            return "attribute=" + self.a_attribute(depth) + (", default=" + self.expression("any", 0) if self.chance(0.3) else "")
        name = self.rng.choice(list(FILTERS))
        return ", ".join([repr(name)] + self.arguments(FILTERS[name][1], 0))

    def a_test(self, depth):
        name = self.rng.choice(list(TESTS) + ["==", "!=", "<", ">=", ">", "<="])
        return ", ".join([repr(name)] + (self.arguments(TESTS[name], 0) if name in TESTS else [self.expression("any", 0)]))

    def a_json(self, depth):
        made = json.dumps(values.value(self.rng), ensure_ascii=self.chance(0.5))
        return values.text_literal(self.rng, made if self.chance(0.9) else self.rng.choice(["", "{", "[1,]", "nul", "1 2", "'a'", " [1 ] ", "01", "-", "1e5", "1E400", "NaN", "\"\\u00e9\"", "\"a\tb\""]))

    def a_base64(self, depth):
        return values.text_literal(self.rng, base64.b64encode(values.text(self.rng).encode()).decode() if self.chance(0.9) else self.rng.choice(["", "abc", "a", "YQ=", "YQ==\n", "Y Q==", "é", "/w==", "YQ==YQ=="]))

    def a_format(self, depth):
        return values.text_literal(self.rng, self.percents()) if self.chance(0.9) else self.expression("text", depth)

    # what is built of other expressions

    def arguments(self, parameters, depth):
        if not parameters:
            return [self.expression("any", 0)] if self.chance(0.01) else []
        made, named, skipped = [], False, False
        for parameter in parameters.split():
            name, kind = parameter.split("=")
            if kind.endswith("?") and self.chance(0.5) or self.chance(0.01):
                skipped = True
                continue
            value = self.expression(kind.rstrip("?"), depth)
            named = named or skipped or kind not in ("filter", "test") and self.chance(0.15)
            made.append(name + "=" + value if named and kind not in ("filter", "test", "attribute") else value)
        if self.chance(0.005):
            made.append(self.rng.choice(["1", "zz=1", "*nums", "**d", "*[1]", "**{'a': 1}"]))
        return made

    def filtered(self, kind, depth):
        fitting = [name for name, (_, _, result) in FILTERS.items() if result == kind or result == "any" or kind in ("any name", "any list")]
        if self.chance(0.4):
            fitting = [name for name in fitting if name in INTRICATE] or fitting
        name = self.rng.choice(fitting) if fitting else self.rng.choice(list(FILTERS))
        value, parameters, _ = FILTERS[name]
        if name == "format":
            return self.percent_filter(depth)
        arguments = self.arguments(parameters, depth - 1)
        bar = self.rng.choice(["|", " | ", " | "])
        behind = " | list" if name in ("map", "select", "reject", "selectattr", "rejectattr", "unique", "batch", "slice", "reverse", "items") and self.chance(0.8) else ""
        return self.operand(value, depth) + bar + name + ("(" + ", ".join(arguments) + ")" if arguments or self.chance(0.1) else "") + behind

    def percents(self):
        return self.rng.choice(["", "<", "é "]) + " ".join(self.rng.choice(PERCENTS) for _ in range(self.rng.randint(1, 2)))

    def percent_filter(self, depth):
        return values.text_literal(self.rng, self.percents()) + " | format(" + ", ".join(self.expression(self.rng.choice(["number", "any"]), 0) for _ in range(self.rng.randint(1, 2))) + ")"

    def called(self, kind, depth):
        choices = [(of, name, of_arguments) for of, methods in METHODS.items() for name, (of_arguments, result) in methods.items() if result == kind]
        if not choices or self.chance(0.1):
            of = self.rng.choice(list(METHODS))
            name = self.rng.choice(list(METHODS[of]))
            choices = [(of, name, METHODS[of][name][0])]
        of, name, parameters = self.rng.choice(choices)
        if name == "format" and self.chance(0.9):
            return self.brace_format(depth)
        arguments = [a.split("=", 1)[1] if a.split("=", 1)[0].isidentifier() and self.chance(0.97) and "=" in a else a for a in self.arguments(parameters, depth - 1)]
        return self.operand("array" if of == "list" else of, depth) + "." + name + "(" + ", ".join(arguments) + ")"

    def brace_format(self, depth):
        fields = [self.rng.choice(["", "", "", "0", "1", "a", "a.b", "0[0]", "a[x]", "name", "0[a]", "b.real"]) + self.rng.choice(SPECIFIERS) for _ in range(self.rng.randint(1, 3))]
        pattern = self.rng.choice(["", "x ", "{{", "}}"]) + "|".join("{" + field + "}" for field in fields)
        arguments = [self.expression(self.rng.choice(["number", "number", "text", "any"]), 0) for _ in range(self.rng.randint(1, 3))]
        arguments += [name + "=" + self.expression("any", 0) for name in ("a", "name") if self.chance(0.3)]
        safe = " | safe" if self.chance(0.03) else ""
        return ("({}{})" if safe else "{}{}").format(values.text_literal(self.rng, pattern), safe) + ".format(" + ", ".join(arguments) + ")"

    def conditional(self, kind, depth):
        test = self.expression(self.rng.choice(["bool", "bool", "any"]), depth)
        written = self.expression(kind, depth) + " if " + test
        return written + " else " + self.expression(kind, depth) if self.chance(0.8) else written

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
            return self.operand("map", depth) + self.rng.choice([".{}", ".{}", "['{}']"]).format(self.rng.choice(["a", "b", "name", "items", "keys", "count"])) + self.rng.choice(["", " | default(0)"])
        if roll < 0.4:
            return self.rng.choice(["users", "nested", "tree"]) + self.rng.choice(["[0]", ".0", "[-1]", "[n]"]) + self.rng.choice([".name", ".age", "['at'].x", ".at['x']", "[0]", ".tags[-1]", ".kids", ".v", ".1"])
        of = self.rng.choice(["list", "text", "numbers", "texts"]) if kind not in ("numbers", "texts", "text", "rows") else kind
        return self.operand(of, depth) + (self.slice(depth) if kind in KINDS[4:9] + ["text"] or self.chance(0.3) else "[" + self.a_index(depth) + "]")

    def slice(self, depth):
        parts = [self.a_index(depth) if self.chance(0.6) else "" for _ in range(self.rng.choice([2, 2, 3]))]
        return "[" + ":".join(parts) + "]"

    def arithmetic(self, left, right, depth, operators):
        operator = self.rng.choice(operators)
        if operator == "**":
            return self.operand(left, depth) + "**" + self.rng.choice(["0", "1", "2", "3", "-1", "0.5", "-2", "5", "10", "2.0", "true"])
        return self.operand(left, depth) + self.rng.choice([operator, " " + operator + " "]) + self.operand(right, depth)

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
        right = self.rng.choice([self.operand("any", depth), "(" + self.expression("any", 0) + ", " + self.expression("number", 0) + ")", self.expression("number", 0), "(" + self.expression("number", 0) + ",)", "d", "e"])
        return values.text_literal(self.rng, self.percents()) + " % " + right

    def o_bool(self, depth):
        roll = self.rng.random()
        if roll < 0.3:
            kind = self.rng.choice(["number", "number", "text", "numbers", "any"])
            return "".join([self.operand(kind, depth)] + [" " + self.rng.choice(COMPARISONS) + " " + self.operand(kind, depth) for _ in range(self.rng.choice([1, 1, 2, 3]))])
        if roll < 0.45:
            return self.operand("any", depth) + self.rng.choice([" in ", " not in "]) + self.operand(self.rng.choice(["list", "map", "text"]), depth)
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
        return value + (" " + arguments[0] if len(arguments) == 1 and "=" not in arguments[0][:8] and self.chance(0.4) else "(" + ", ".join(arguments) + ")")

    def o_numbers(self, depth):
        return self.operand("array", depth) + self.rng.choice([" + ", "+"]) + self.operand("array", depth) if self.chance(0.6) else self.operand("numbers", depth) + " * " + self.a_small(depth)

    def o_texts(self, depth):
        return self.o_numbers(depth)

    def o_list(self, depth):
        return self.o_numbers(depth)
