"""Random contexts, and literals in every notation that Jinja2 reads."""

import json

# Characters that printing, measuring and changing case treat in a way of their own; all are in every Unicode since 9.
ODD_TEXT = [
    "é", "e\u0301", "ß", "İ", "ı", "ŉ", "ﬁ", "ǆ", "ǅ", "Σ", "ὈΔΥΣΣΕΎΣ", "😀", "👩‍💻", "🇵🇱", "\u200b", "\u00a0", "\u2028",
    "\x85", "\x1c", "\ufeff", "½", "²", "Ⅷ", "١٢", "十", "ʰ", "a\tb", "\r\n", "\x0b", "\x00", "\x7f", "\xad", "ᾳ", "Ω",
    "zażółć", "日本語 テキスト",
]
WORDS = [
    "a", "b", "A", "abc", "Hello World", "hello", "x y  z", "o'clock", "it's", 'say "hi"', "both'\"",
    "<b>bold</b> & more", "a,b,,c", " padded ", "l1\nl2\n\nl3\n", "\n", " ", "", "true", "None", "12", "-5", "+7",
    "0x1f", "3.14", "1e3", " 42 ", "1_000", "inf", "nan", "2024-02-29T12:30:00", "key=value", "path/to/file.txt",
    "%s and %d", "{} {0}", "{name}", "100%", "a-b_c.d", "http://example.com/a?b=c&d",
    "mail bob@example.org, www.site.net.", "The quick brown fox jumps over the lazy dog", "AbC dEf",
    "&lt;tag&gt; &amp; &#39;", "<p>one\n two</p><!-- no -->", "{{ n }}", "{% if %}", "\\n", "C:\\dir", "aaa", "abcabc",
    "ÀÉÎ", "ends.", "https://a.b.org/c?d=(e)", "(www.example.com) <www.a.net>, see ftp://x.y/z.",
    "mailto:a@b.cd http://[::1]/ http://10.0.0.1:80/x", "a.b.com/x#y; bob@b.co", "<a href='x'>y</a>  z",
    "a<!-- b --> c <<b>>", "&copy; &amp &#x41; &nope; &#65", "< b", "a > b", "1,234.5", "0b101", "0o17", "1_0.5e3",
    "１２", "-0", "Infinity",
    "The quick brown fox jumps over the lazy dog. " * 3,
    "semi-automatic\tback-and-forth  well--known\n\nnext paragraph is-a long-hyphenated-line of text " * 2,
    "word " * 30,
    "averyveryverylongwordindeed short", "well-known, semi-automatic co-op", "tab\there", "items", "keys", "bananas",
]
INTEGERS = [
    0, 1, 2, 3, 4, 5, 7, 10, 12, 42, 99, 100, 255, 1000, 1023, 1024, 65535, 1234567, 999950,
    2**31 - 1,
    2**31,
    2**53,
    2**53 + 1,
    2**63 - 1,
    2**63, 2**64, 10**18, 10**21, 10**30, 12345678901234567890,
]
FLOATS = [
    0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 1.0, 3.14159, 0.1, 0.3, 1e16, 1e15, 1e22, 1e-7, 1e-5, 0.0001, 123456789.123, 2.675,
    1e300, 5e-324, 1.7976931348623157e308, -7.25, 99.995, 1e100, 42.55, 1234.5678, 9007199254740993.0,
]
KEYS = [
    "a", "b", "c", "name", "age", "items", "keys", "values", "get", "x y", "", "0", "1", "é", "A", "count", "list",
    "status", "B",
]


def integer(rng, small=0.7):
    value = rng.randint(0, 9) if rng.random() < small else rng.choice(INTEGERS)
    return -value if rng.random() < 0.25 else value


def floating(rng):
    value = rng.choice(FLOATS) if rng.random() < 0.7 else round(rng.uniform(-1000, 1000), rng.randint(0, 6))
    return -value if rng.random() < 0.2 else value


def text(rng):
    roll = rng.random()
    if roll < 0.65:
        return rng.choice(WORDS)
    if roll < 0.85:
        return rng.choice(ODD_TEXT)
    return "".join(rng.choice(WORDS + ODD_TEXT) for _ in range(rng.randint(2, 4)))


def scalar(rng):
    return rng.choice([integer, floating, text, text, integer, lambda r: r.random() < 0.5, lambda r: None])(rng)


def value(rng, depth=2):
    roll = rng.random()
    if depth == 0 or roll < 0.6:
        return scalar(rng)
    if roll < 0.8:
        return [value(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    return mapping(rng, lambda r: value(r, depth - 1))


def mapping(rng, make):
    return {
        key: make(rng)
        for key in rng.sample(KEYS, rng.randint(0, 4)) + [key for key in ("a", "b", "name") if rng.random() < 0.6]
    }


def numbers(rng):
    make = rng.choice([integer, floating, lambda r: r.randint(0, 5), lambda r: r.choice([integer, floating])(r)])
    return [make(rng) for _ in range(rng.choice([0, 1, 2, 3, 5, 8]))]


def rows(rng):
    def row():
        entry = {
            "name": rng.choice(["bob", "Alice", "carol", "Bob", text(rng)]),
            "age": rng.choice([30, 25, 30, integer(rng)]),
            "tags": [rng.choice("abc") for _ in range(rng.randint(0, 2))],
            "at": {"x": rng.randint(0, 2)},
        }
        if rng.random() < 0.1:
            del entry[rng.choice(list(entry))]
        return entry

    return [row() for _ in range(rng.choice([0, 1, 2, 2, 3, 4]))]


def tree(rng, depth=2):
    return [
        {"v": rng.randint(0, 9), "kids": tree(rng, depth - 1) if depth else []}
        for _ in range(rng.choice([0, 1, 2, 2, 3]))
    ]


# What the names of a context hold.
NAMES = {
    "int": ["n", "m", "big"],
    "float": ["f", "g"],
    "text": ["s", "t", "html"],
    "bool": ["yes", "no"],
    "none": ["nothing"],
    "numbers": ["nums", "more"],
    "texts": ["strs", "words"],
    "list": ["mixed", "nested"],
    "map": ["d", "e"],
    "rows": ["users"],
    "tree": ["tree"],
    "undefined": ["nope", "missing"],
    "any": ["any1", "any2"],
}


def context(rng):
    made = {
        "n": rng.randint(0, 9),
        "m": integer(rng),
        "big": integer(rng, 0.0),
        "f": floating(rng),
        "g": floating(rng),
        "s": text(rng),
        "t": text(rng),
        "html": rng.choice(["<b>\"x\" & 'y'</b>", "<i>", text(rng)]),
        "yes": True,
        "no": False,
        "nothing": None,
        "nums": numbers(rng),
        "more": [rng.randint(-5, 9) for _ in range(rng.randint(0, 5))],
        "strs": [text(rng) for _ in range(rng.randint(0, 4))],
        "words": rng.choice([["b", "A", "a"], ["x", "X", "y"], ["one", "two"], [""], []]),
        "mixed": [scalar(rng) for _ in range(rng.randint(0, 4))],
        "nested": [[rng.randint(0, 3), rng.choice("ab")] for _ in range(rng.choice([0, 1, 2, 3]))],
        "d": mapping(rng, scalar),
        "e": mapping(rng, value),
        "users": rows(rng),
        "tree": tree(rng),
        "any1": value(rng),
        "any2": value(rng, 3),
    }
    return json.loads(json.dumps(made))


def integer_literal(rng):
    number = rng.randint(0, 12) if rng.random() < 0.85 else rng.choice(INTEGERS)
    roll = rng.random()
    if roll < 0.88:
        return str(number)
    return rng.choice([hex, oct, bin, "{:_}".format, "0X{:X}".format, "0_{}".format, "0x_{:x}".format, "00{}".format])(
        number
    )


def float_literal(rng):
    if rng.random() < 0.1:
        return rng.choice(["1e3", "1E-2", "1_0.5", "1.5e+3", "2e0", "0.0", "1_0e1_0", "1.", ".5", "1.e3", "1__0.0"])
    return repr(abs(floating(rng)))


def text_literal(rng, content=None):
    content = text(rng) if content is None else content
    quote = rng.choice("'\"")
    escapes = {"\\": "\\\\", quote: "\\" + quote}
    if rng.random() < 0.6:
        escapes.update({"\n": "\\n", "\r": "\\r", "\t": "\\t", "\x00": "\\x00"})
    written = "".join(escapes.get(c, c) for c in content)
    if rng.random() < 0.04:
        written += rng.choice(
            [
                "\\x41", "\\u00e9", "\\U0001F600", "\\101", "\\q", "\\N{BULLET}", "\\a", "\\\n", "\\8", "\\x4",
                "\\N{NO SUCH}", "\\'",
            ]
        )
    return quote + written + quote
