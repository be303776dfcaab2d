"""Arguments of particular kinds: small numbers, attributes, patterns, names of filters and tests with their own arguments."""

import base64
import json

import values
from vocabulary import FILTERS, TESTS


class Particulars:
    """What `atom` draws for a kind that has a method `a_KIND`; a part of Grammar."""

    def a_any_name(self, depth):
        return self.rng.choice(self.rng.choice(list(self.names.values())))

    def a_any_list(self, depth):
        return self.rng.choice(
            [
                "mixed", "nested", "d.items()", "e.values()", "d", "d.keys()", "range(3)", "tree", "(1, 'a')", "s",
                "nums[1:]", "users | map(attribute='age')", "nums | batch(2)", "strs | map('upper')", "e", "[none, 1]",
                "nested | map('first')", "users | groupby('age')", "d | dictsort",
            ]
        )

    def a_array(self, depth):
        return self.rng.choice(
            [
                "nums", "more", "strs", "words", "mixed", "users", "nested", "nums[1:]", "strs[::-1]",
                self.items("any", 1),
                self.items("number", 1),
                "s.split()",
                "(d | list)",
            ]
        )

    def a_small(self, depth):
        return (
            str(self.rng.choice([0, 1, 2, 3, 4, 5, 8, 10, 15, 20, 30, -1]))
            if self.chance(0.95)
            else self.expression("any", 0)
        )

    def a_index(self, depth):
        return (
            str(self.rng.choice([0, 1, 2, 3, -1, -2, 5, 10, -10]))
            if self.chance(0.9)
            else self.rng.choice(["none", "n", "big", "true", "2**70", "-m"])
        )

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
        return (
            self.rng.choice(["('a', 'H')", "('',)", "()"])
            if self.chance(0.15)
            else self.rng.choice(["'H'", "'a'", "''", "'1'", self.expression("text", 0)])
        )

    def a_key(self, depth):
        return (
            values.text_literal(self.rng, self.rng.choice(values.KEYS))
            if self.chance(0.9)
            else self.expression("any", 0)
        )

    def a_word(self, depth):
        return repr(self.rng.choice(list(FILTERS) + list(TESTS) + ["nope"]))

    def a_attribute(self, depth):
        return self.rng.choice(
            [
                "'name'", "'age'", "'age'", "'tags'", "'at.x'", "'tags.0'", "0", "'0'", "'nope'", "'name,age'", "'v'",
                "'items'", "1", "'a'", "-1", "none",
            ]
        )

    def a_member(self, depth):
        return self.rng.choice(["'upper'", "'items'", "'name'", "'real'", "'append'", "'a'", "'imag'"])

    def a_filter(self, depth):
        if self.chance(0.25):
            return (
                "attribute="
                + self.a_attribute(depth)
                + (", default=" + self.expression("any", 0) if self.chance(0.3) else "")
            )
        name = self.rng.choice(list(FILTERS))
        return ", ".join([repr(name)] + self.arguments(FILTERS[name][1], 0))

    def a_test(self, depth):
        name = self.rng.choice(list(TESTS) + ["==", "!=", "<", ">=", ">", "<="])
        return ", ".join(
            [repr(name)] + (self.arguments(TESTS[name], 0) if name in TESTS else [self.expression("any", 0)])
        )

    def a_json(self, depth):
        made = json.dumps(values.value(self.rng), ensure_ascii=self.chance(0.5))
        return values.text_literal(
            self.rng,
            (
                made
                if self.chance(0.9)
                else self.rng.choice(
                    [
                        "", "{", "[1,]", "nul", "1 2", "'a'", " [1 ] ", "01", "-", "1e5", "1E400", "NaN", '"\\u00e9"',
                        '"a\tb"',
                    ]
                )
            ),
        )

    def a_base64(self, depth):
        return values.text_literal(
            self.rng,
            (
                base64.b64encode(values.text(self.rng).encode()).decode()
                if self.chance(0.9)
                else self.rng.choice(["", "abc", "a", "YQ=", "YQ==\n", "Y Q==", "é", "/w==", "YQ==YQ=="])
            ),
        )

    def a_format(self, depth):
        return values.text_literal(self.rng, self.percents()) if self.chance(0.9) else self.expression("text", depth)
