"""Runs patterns through Python's re and writes what comes out, as regex_cases.json holds it.

    python3 make_regex_cases.py > regex_cases.json              (the hand-written patterns and 1,600 random ones)
    python3 make_regex_cases.py --random 100000 --seed 7        (random ones alone)

A case is {"pattern", "flags", "text"} with "matches": the spans of the groups of every match that finditer yields, in code
points, null for a group that matched nothing; and "replacement" with "replaced" or "replacement_error". A pattern that is
refused has "error" instead. Random patterns come from a seed, so that the file is the same each time.
"""
import argparse
import json
import random
import re
import sys
import warnings

warnings.simplefilter("ignore")

# pattern ⇥ text ⇥ replacement ⇥ flags; \n, \t and \\ as Python has them in the text, patterns are raw
WRITTEN = r"""
abc	xxabcabc	[\g<0>]
a.c	abc a\nc	-
(?s)a.c	abc a\nc	-
^a	a\na	b
^a	a\na	b	m
a$	a\na\n	b
a$	a\na\n	b	m
\Aa	a\na	b	m
a\Z	a\na	b	m
a\Z	a\n	b
(\w+) (\w+)	John Smith	\2, \1
(?P<k>\w)=(?P<v>\d)	x=1 y=2	\g<v>:\g<k>
(a)|(b)	ab	<\1\2>
(a)|(b)|c	abc	<\1|\2>
x*	axb	-
x*	abxd	-
x*?	axb	-
x+?	xxx	-
x{2}	xxxxx	-
x{2,}	xxxxx	-
x{,2}	xxxxx	-
x{1,2}?	xxxxx	-
x{0}	xx	-
x{}	x{}	-
x{a}	x{a}	-
x{1	x{1	-
x{,}	xxx	-
(ab)*	ababx	<\1>
(ab)*?x	ababx	<\1>
(?:ab|a)*	abaab	-
(a|ab)(c|bcd)(d*)	abcd	\1,\2,\3
a++b	aaab	-
a*+a	aaa	-
a?+a	a	-
a{1,2}+a	aaa	-
(?:ab)++c	ababc	-
(?:a|ab){2}+	abab	-
(?>a|ab)c	abc ac	-
(?>a*)ab	aaab	-
(?>(a+))b	aab	<\1>
a(?=b)	abac	x
a(?!b)	abac	x
(?<=a)b	ab cb	x
(?<!a)b	ab cb b	x
(?<=ab|cd)x	abx cdx efx	-
(?<=(a))b	ab	\1
(?<=^a)b	ab\nab	-	m
(?=(a+))a*b\1	aaabaaa	-
(?!(a))b	b	<\1>
(a)?(?(1)b|c)	ab c b	-
(<)?(\w+@\w+)(?(1)>)	<user@host> user@host <user@host	-
(?P<q>')?a(?(q)'|x)	'a' ax a	-
(?(1)a|b)(c)?	bc	-
(a)(b)?(?(2)c|d)	abc ad	-
((?(1)a|b))*	bab	-
(a)\1	aa ab	-
(?P<n>a)(?P=n)	aa ab	-
(a*)\1	aaaa	-
(?i)(a)\1	aA	-
(?:(a)|b)*\1	abab	-
(?:(a)|(b)|c)*	abc	<\1\2>
(?:(a)|b)*	ab	<\1>
(a|b)*	ab	<\1>
((a)|b)*	ab	<\1\2>
(a*)*	b	<\1>
(a*)+	b	<\1>
(a|)+	ab	<\1>
(?:a|b|)*?c	abc	-
(|a)*	aa	<\1>
(|a)+?	aa	<\1>
(?i)straße	STRAßE Straße	-
(?i)ſ	s S ſ	-
(?i)[ſ]	s S ſ	-
(?i)k	k K K	-
(?i)[a-z]+	aKZſı	-
(?i)[^k]	k K K x	-
(?i)ς	σ ς Σ	-
(?i)σ+	σςΣ	-
(?i)[а-в]	В в ᲀ	-
(?ia)k	k K K	-
(?ia)[a-z]+	AK	-
(?i:a)b	ab Ab AB	-
(?-i:a)b	ab Ab AB aB	-	i
(?i)a(?-i:b)c	ABC AbC	-
(?im-s:^a.)	A\nAb	-	s
(?a:\w+)\w	aé	-
(?u:\w+)	aé	-
\w+	añ_1 ½ ² Ⅷ 一 -	-
(?a)\w+	añ_1	-
\d+	12 ٣٤ ²	-
(?a)\d+	12 ٣٤	-
\s	a\x1c\x85\u2003b	-
(?a)\s	a\x1c\x0b b	-
\D\S\W	ab-1	-
[\d\s]+	a1 2b	-
[^\d\s]+	a1 2b	-
[\W]	a-b	-
[\w-]+	a-b c	-
[a-]+	a-b	-
[-a]+	a-b	-
[]a]+	a]b	-
[^]a]+	a]bc	-
[^^]	^a	-
[a^]	^a	-
[a\]b]+	a]b	-
[\b]	a\x08b	-
[\x41-\x43]+	ABCD	-
[\101]	AB	-
[\u00e9\U0001f600]	é😀	-
[😀-😂]+	x😁😂	-
.	😀	<\g<0>>
(?<=😀)a	😀a	-
a*?	😀a	-
\bfoo\b	foo food foo_ (foo)	-
\Boo	foo oo	-
\b		-
\B		-
$	a\n	-
$	a\n\n	-	m
^	a\nb\n	-	m
^*	a	-
\x41\u0042\U00000043\103\0	ABCC\x00	-
\N{EM DASH}	a—b	-
\07\a\f\v\t\r\n	\x07\x07\x0c\x0b\t\r\n	-
(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10	abcdefghijj	\10
(a)\01	a\x01	-
(a)\101	aA	-
\400	x	-
\8	x	-
(?x) a b # comment	ab	-
(?x) a\ b [ ]	a b 	-
(?x: a ) b	a b	-
(?-x: a )b	 a b	-	x
(?x)a (?#c) *	aaa	-
a(?#comment)*	aaa	-
(?#c)*	x	-
(?x)\#	#	-
(?x)(?-x:#)	#	-
(?i)(?m)^a	b\nA	-
a|(?i)b	ab	-
a(?i)b	ab	-
(?z)	a	-
(?i	a	-
(?i-	a	-
(?-	a	-
(?-z:a)	a	-
(?-i)	a	-
(?i-i:a)	a	-
(?L)a	a	-
(?au)a	a	-
(?a-u:b)	a	-
(?i1:a)	a	-
(?-i1:a)	a	-
(?-1:a)	a	-
(	a	-
)	a	-
a)	a	-
(a	a	-
(?:a	a	-
(?	a	-
(?P	a	-
(?P<	a	-
(?P<>a)	a	-
(?P<1>a)	a	-
(?P<a b>a)	a	-
(?P<n>a)(?P<n>b)	a	-
(?P<n	a	-
(?P=	a	-
(?P=x)	a	-
(?P=1)	a	-
(?P<n>(?P=n))	a	-
(?Px)	a	-
(?<a)	a	-
(?<	a	-
(?^a)	a	-
(?#a	a	-
(?=a	a	-
(?<=a*)b	a	-
(?<=a|bc)d	a	-
(?<=a{2})b	aab	-
(?<=a{1,2})b	aab	-
(?<=(a)\1)b	aab	-
(a)(?<=\1)b	ab	-
(?<=(?P<n>a)(?P=n))b	aab	-
(?<=(?(1)a|b))c(d)	acd	-
(a)(?<=(?(1)a|b))c	ac	-
(?(0)a)	a	-
(?(2)a)	a	-
(?(x)a)	a	-
(?(1	a	-
(?()a)	a	-
(?(1.5)a)	a	-
(a)(?(1)b|c|d)	a	-
(a)(?(1)b	a	-
(a\1)	a	-
\1	a	-
(a)\2	a	-
(a)\12	a	-
*	a	-
+a	a	-
?	a	-
{2}	a	-
{	{	-
a{	a{	-
a**	a	-
a*?*	a	-
a+++	a	-
a{2}{3}	a	-
a|*	a	-
(*)	a	-
(?:*)	a	-
^*	a	-
\b+	a	-
$?	a	-
(?:^)*	a	-
(?=a)*	a	-
(?=a)+a	a	-
a{3,2}	a	-
a{99999999999}	a	-
a{1,4294967295}	a	-
a{4294967294}	a	-
[	a	-
[a	a	-
[]	a	-
[^]	a	-
[a-	a	-
[b-a]	a	-
[\d-a]	a	-
[a-\d]	a	-
[a-\n]	a	-
[z-\x41]	a	-
[\q]	a	-
[\xg]	a	-
[\u12]	a	-
[\400]	a	-
[\8]	a	-
[\B]	a	-
\	a	-
a\	a	-
[\	a	-
\q	a	-
\c	a	-
\x1	a	-
\xzz	a	-
\u12	a	-
\U0001	a	-
\U00110000	a	-
\N	a	-
\N{	a	-
\N{}	a	-
\N{no such thing}	a	-
\-\!\%\é	-!%é	-
a	a	\
a	a	\1
(a)	a	\2
(a)	a	\12
(a)	a	\g
(a)	a	\g<
(a)	a	\g<>
(a)	a	\g<1
(a)	a	\g<x>
(a)	a	\g<2>
(a)	a	\g<1>\g<01>\g<0>
(a)	a	\g<a b>
(a)	a	\g<-1>
(a)	a	\q
(a)	a	\n\t\r\a\b\f\v\\
(a)	a	\0\07\101\377
(a)	a	\400
(a)	a	\18
(a)	a	\.\-\é
(a)	a	\x41
(a)(b)?	a	[\2]
a\nb)	a	-
(?x)a\n  b )	a	-
"""


def written():
    for line in WRITTEN.strip("\n").split("\n"):
        fields = line.split("\t") + ["", ""]
        pattern, text, replacement, flags = fields[:4]
        if pattern in ("a\\nb)", "(?x)a\\n  b )"):
            pattern = pattern.replace("\\n", "\n")
        yield pattern, flags, text.encode("latin1", "backslashreplace").decode("unicode_escape"), replacement


class Patterns:
    """Random patterns of a small alphabet, so that they match often."""

    LETTERS = ["a", "b", "A", "B", "c", "1", "_", " ", "é", "\\n", "😀", "-", "ſ", "s", "k"]

    def __init__(self, random):
        self.random = random

    def pattern(self):
        self.groups = 0
        self.names = []
        self.open = []
        prefix = self.random.choice(["", "", "", "", "", "(?i)", "(?s)", "(?m)", "(?x)", "(?a)", "(?im)"])
        pattern = prefix + self.alternation(self.random.choice([1, 2, 2, 3]))
        if self.random.random() < 0.07:
            pattern = self.broken(pattern)
        return pattern

    def broken(self, pattern):
        at = self.random.randrange(len(pattern) + 1)
        what = self.random.randrange(3)
        if what == 0:
            return pattern[:at] + pattern[at + 1:]
        if what == 1:
            return pattern[:at] + self.random.choice("()[]{}*+?|\\^$-:<>=!P#,1i") + pattern[at:]
        return pattern[:at]

    def alternation(self, depth):
        count = self.random.choice([1, 1, 1, 2, 2, 3])
        return "|".join(self.sequence(depth) for _ in range(count))

    def sequence(self, depth):
        return "".join(self.quantified(depth) for _ in range(self.random.choice([0, 1, 1, 2, 2, 3, 4])))

    def quantified(self, depth):
        atom = self.atom(depth)
        if self.random.random() < 0.4:
            atom += self.random.choice(["*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,2}", "{,2}", "{2,}",
                                        "{1,2}?", "{0,2}+", "{0}", "{1,3}"])
        return atom

    def atom(self, depth):
        choice = self.random.random()
        if depth == 0 or choice < 0.45:
            return self.letter()
        if choice < 0.55:
            return self.set()
        if choice < 0.60:
            return self.random.choice(["^", "$", "\\b", "\\B", "\\A", "\\Z"])
        if choice < 0.66 and self.groups:
            number = self.random.randint(1, self.groups)
            if self.random.random() < 0.3:
                return "(?(%d)%s|%s)" % (number, self.sequence(depth - 1), self.sequence(depth - 1))
            return "(?P=%s)" % self.random.choice(self.names) if self.names and choice < 0.62 else "\\%d" % number
        return self.group(depth - 1)

    def letter(self):
        choice = self.random.random()
        if choice < 0.7:
            return self.random.choice(self.LETTERS)
        return self.random.choice([".", ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\x61", "\\u00e9", "\\."])

    def set(self):
        members = self.random.choices(["a", "b", "c", "a-c", "A-B", "1", "\\d", "\\w", "\\s", "\\W", "é", " ", "_", "\\n", "-",
                                       "😀", "0-9", "ſ", "s"], k=self.random.choice([1, 1, 2, 3]))
        return "[" + self.random.choice(["", "", "^"]) + "".join(members) + "]"

    def group(self, depth):
        kind = self.random.choice(["(", "(", "(", "(", "(?:", "(?:", "(?P<", "(?>", "(?=", "(?!", "(?<=", "(?<!", "(?i:", "(?-i:",
                                   "(?s:", "(?m:"])
        if kind in ("(?<=", "(?<!") and self.random.random() < 0.8:
            return kind + "".join(self.letter() for _ in range(self.random.choice([1, 1, 2]))) + ")"
        if kind == "(?P<":
            name = "n%d" % len(self.names)
            body = self.numbered(depth)
            self.names.append(name)
            return kind + name + ">" + body + ")"
        body = self.numbered(depth) if kind == "(" else self.alternation(depth)
        return kind + body + ")"

    def numbered(self, depth):
        # numbers are given where groups open, so those within come later; a wrong guess is a case of its own
        body = self.alternation(depth)
        self.groups += 1
        return body

    def text(self):
        return "".join(self.random.choices(["a", "b", "A", "B", "c", "1", "_", " ", "é", "\n", "😀", "-", "ſ", "s", "S", "k", "K", "a",
                                            "b", "a"], k=self.random.choice([0, 1, 2, 3, 4, 5, 6, 8, 10])))

    def replacement(self):
        return "".join(self.random.choices(["x", "[\\g<0>]", "\\1", "<\\g<1>>", "\\2", "\\g<n0>", "\\n", "\\\\", "-", "\\.", "\\q",
                                            "\\08", "\\101"], [9, 5, 5, 3, 2, 1, 2, 1, 4, 1, 0.3, 1, 1],
                                           k=self.random.choice([0, 1, 2, 3])))


def drawn(count, seed):
    patterns = Patterns(random.Random(seed))
    for _ in range(count):
        pattern = patterns.pattern()
        flags = patterns.random.choice(["", "", "", "i", "m", "im"])
        yield pattern, flags, patterns.text(), patterns.replacement()


def flag_bits(letters):
    bits = 0
    for letter in letters:
        bits |= {"i": re.I, "m": re.M, "s": re.S, "x": re.X, "a": re.A}[letter]
    return bits


def case(pattern, flags, text, replacement):
    result = {"pattern": pattern, "flags": flags, "text": text}
    try:
        compiled = re.compile(pattern, flag_bits(flags))
    except (re.error, OverflowError) as error:
        result["error"] = str(error)
        return result
    result["matches"] = [
        [list(match.span(group)) if match.span(group)[0] >= 0 else None for group in range(compiled.groups + 1)]
        for match in compiled.finditer(text)]
    result["replacement"] = replacement
    try:
        result["replaced"] = compiled.sub(replacement, text)
    except (re.error, IndexError) as error:
        result["replacement_error"] = str(error)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    cases = list(drawn(options.random, options.seed)) if options.random else list(written()) + list(drawn(1600, 3))
    lines = [json.dumps(case(*each), ensure_ascii=False) for each in cases]
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
