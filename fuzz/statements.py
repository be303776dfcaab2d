"""Random templates: one expression, mixed text, statements, and broken variations of all of them."""
import re

import values
from grammar import Grammar

LOOP_WORDS = ["index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem", "nope"]
TEXTS = ["", "", " ", " ", "\n", "x", " a ", "\n  ", "text\n", "é😀", "<p>", "}", "%", "# ", "-", "line\n\n", "}}", "%}", "{ {", "\t", "\r\n", "'", "$", "  b\n  "]
PIECE = re.compile(r"\{%[-+]?|[-+]?%\}|\{\{-?|-?\}\}|\{#|#\}|'[^']*'|\"[^\"]*\"|\w+|\s+|[^\w\s]", re.S)


class Templates(Grammar):

    def template(self):
        roll = self.rng.random()
        if roll < 0.55:
            made = self.printed(self.rng.choice([1, 2, 2, 3, 3, 4]))
        elif roll < 0.7:
            made = "".join(self.mixed() for _ in range(self.rng.randint(1, 3)))
        else:
            made = "".join(self.piece(3) for _ in range(self.rng.randint(1, 3)))
        return self.broken(made) if self.chance(0.06) else made

    def mixed(self):
        return self.text() + self.printed(2) + self.text()

    def text(self):
        return self.rng.choice(TEXTS)

    def printed(self, depth):
        opening, closing = ("{{", "}}") if self.chance(0.93) else self.rng.choice([("{{-", "}}"), ("{{", "-}}"), ("{{-", "-}}"), ("{{", "-}}")])
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
        return self.rng.choice([
            self.branches, self.loop, self.loop, self.loop, self.assignment, self.assignment, self.block_assignment, self.scope, self.filter_block,
            self.macro, self.macro, self.call, self.raw, self.comment, self.escaping, self.mutation, self.mutation, self.counter, self.cycling,
            self.recursion, self.named_block, self.print_tag, lambda d: self.mixed(), lambda d: self.mixed()])(depth - 1)

    def body(self, depth):
        return "".join(self.piece(depth) if self.chance(0.5) else self.mixed() for _ in range(self.rng.choice([1, 1, 2])))

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
            over = self.rng.choice(["d.items()", "d | items", "nested", "d | dictsort", "users | groupby('age')", "[(1, 2), [3, 4]]", "strs", "e.items()"])
        else:
            over = self.expression(self.rng.choice(["list", "numbers", "texts", "rows", "any list"]), 1) if self.chance(0.9) else self.expression("any", 1)
        self.bound("x", "a", "b")
        condition = " if " + self.rng.choice(["x", "x is odd", "x > 1", "not x", "x is string", self.expression("bool", 1), "loop.first"]) if self.chance(0.25) else ""
        inner = self.body(depth)
        inner += "".join(self.loop_use() for _ in range(self.rng.choice([0, 1, 1, 2])))
        other = self.tag("else") + self.body(0) if self.chance(0.25) else ""
        return self.tag("for " + head + over + condition + (" recursive" if self.chance(0.03) else "")) + inner + other + self.tag("endfor")

    def loop_use(self):
        roll = self.rng.random()
        if roll < 0.6:
            return "{{ loop." + self.rng.choice(LOOP_WORDS) + self.rng.choice(["", "", " | default('-')", " | string"]) + " }}"
        return self.rng.choice([
            "{{ x }},", "{{ loop.changed(x) }}", "{{ 'c' if loop.changed(x, loop.first) }}", "{{ loop.cycle('o', 'e') }}", "{{ loop.cycle() }}", "{{ ', ' if not loop.last }}",
            "{% set n = n + 1 %}{{ n }}", "{% if loop.index > 2 %}{{ loop.index }}{% endif %}", "{{ loop.cycle(*nums) }}", "{% set outer = loop %}{% for y in [1, 2] %}{{ outer.index }}{{ loop.index }}{% endfor %}",
            "{{ loop | string | truncate(5) if false }}", "{{ loop(x) }}" if self.chance(0.2) else "", "{{ loop.length - loop.index0 == loop.revindex }}"])

    def recursion(self, depth):
        over = self.rng.choice(["tree", "tree | reverse", "tree[1:]", "tree | sort(attribute='v')"])
        return (self.tag("for t in " + over + self.rng.choice(["", "", " if t.v > 2"]) + " recursive") + "{{ t.v }}" + self.loop_use().replace("x", "t.v")
                + self.rng.choice(["{{ loop(t.kids) }}", "{% if t.kids %}[{{ loop(t.kids) | trim }}]{% endif %}", "({{ loop(t.kids) }})", "{{ loop.depth }}{{ loop(t.kids) }}"])
                + (self.tag("else") + "-" if self.chance(0.3) else "") + self.tag("endfor"))

    def assignment(self, depth):
        name = self.rng.choice(["x", "y", "n", "s", "a"])
        roll = self.rng.random()
        if roll < 0.12:
            made = self.tag("set a, b = " + self.rng.choice(["1, 2", "nested[0]", "'xy'", "d.items() | first", "(n, s)", "[1]", "b, a"])) + "{{ a }}{{ b }}"
        else:
            made = self.tag("set " + name + " = " + self.expression("any", 2)) + self.rng.choice(["", "{{ " + name + " }}"])
        self.bound("x", "y", "a")
        return made

    def block_assignment(self, depth):
        filters = self.rng.choice(["", "", " | upper", " | trim | replace('a', 'b')", " | indent(2)", " | list", " | length", " | default('z')"])
        inner = self.body(depth)
        self.bound("y")
        return self.tag("set y" + filters) + inner + self.tag("endset") + self.rng.choice(["{{ y }}", "[{{ y }}]", "{{ y | length }}", "{{ y is string }}", "{{ y ~ s }}"])

    def scope(self, depth):
        heads = ", ".join(name + " = " + self.expression("any", 1) for name in self.rng.sample(["a", "b", "n", "x"], self.rng.randint(0, 2)))
        self.bound("a", "x")
        return self.tag("with " + heads) + self.body(depth) + self.tag("endwith")

    def filter_block(self, depth):
        name = self.rng.choice(["upper", "trim", "replace('a', 'b')", "indent(2)", "wordwrap(10)", "title", "length", "e", "upper | lower", "reverse", "truncate(10)", "wordcount", "urlize", "striptags", "center(20)", "list", "default('q', true)"])
        return self.tag("filter " + name) + self.body(depth) + self.tag("endfilter")

    def macro(self, depth):
        parameters = self.rng.choice(["", "p", "p, q=2", "p, q=p", "p=1, q='z'", "p, q=n"])
        inner = self.rng.choice(["{{ p }}", "{{ p }}-{{ q }}", "{{ varargs }}", "{{ kwargs }}", "{{ caller() if caller }}", "{{ p | default('?') }}", "{{ p is defined }}", ""]) \
            + (self.body(depth) if self.chance(0.5) else "")
        arguments = ", ".join(self.rng.choice([self.expression("any", 1), self.expression("any", 0), "q=" + self.expression("any", 0), "zz=1" if self.chance(0.2) else "p=3", "*nums" if self.chance(0.1) else "1"])
                              for _ in range(self.rng.choice([0, 1, 1, 2, 3])))
        use = self.rng.choice(["{{ mac(%s) }}", "{{ mac(%s) }}", "{{ mac(%s) ~ '!' }}", "{{ mac(%s) | upper }}", "{{ mac(%s) | length }}", "{{ mac.name }}{{ mac.arguments }}{{ mac(%s) }}"])
        self.bound("p")
        return self.tag("macro mac(" + parameters + ")") + inner + self.tag("endmacro") + use.replace("%s", arguments)

    def call(self, depth):
        taken = self.rng.choice(["", "(v)", "(v, w=1)", "(v)"])
        given = self.rng.choice(["", "1", "p", "p, 2", "n, w=3"]) if self.chance(0.2) else {"": "", "(v)": "p", "(v, w=1)": "p, 2"}[taken]
        return (self.tag("macro wrap(p=5)") + "<{{ caller(" + given + ") }}>" + self.rng.choice(["", "{{ caller is defined }}", "{{ caller.name }}", "{{ caller.arguments }}"]) + self.tag("endmacro")
                + self.tag("call" + taken + " wrap(" + self.rng.choice(["", self.expression("any", 0)]) + ")") + self.rng.choice(["{{ v }}", "{{ v | default('-') }}", "in"]) + self.body(depth) + self.tag("endcall"))

    def raw(self, depth):
        return self.tag("raw") + self.rng.choice(["{{ x }}", " {% if %} ", "{# c #}", "\n a\n", self.text()]) + self.tag("endraw")

    def comment(self, depth):
        return self.text() + self.rng.choice(["{# c #}", "{#- c -#}", "{# {{ n }} #}", "{#-\n#}", "{#+ a +#}", "{##}", "{# c -#}", "{# a {# b #}"]) + self.text()

    def escaping(self, depth):
        use = self.rng.choice(["{{ html }}", "{{ html | e }}", "{{ html | safe }}", "{{ html ~ '<' }}", "{{ (html | safe) ~ s }}", "{{ [html] | join('<') }}", "{{ html | upper | e }}",
                               "{{ '<%s>' % html }}", "{{ ('<%s>' | safe) % html }}", "{{ html | replace('<', '>') }}", "{{ (html | e).upper() }}", "{{ strs }}", "{{ html | urlize }}", "{{ {'a': html} | xmlattr }}",
                               "{{ d | tojson }}", "{{ (html | safe).format(1) }}", "{{ html | striptags }}", "{{ (html | safe)[:3] }}", "{{ html | forceescape }}", "{{ (html | safe) + '<' }}", "{{ '<' + (html | safe) }}",
                               "{{ html | indent }}", "{{ (html | e) * 2 }}", "{{ strs | join(' ' | safe) }}", "{{ html | title }}", "{{ html is escaped }}", "{{ ('a<b' | safe).split('<') }}", "{{ '<' | safe | replace('<', '&') }}"])
        return self.tag("autoescape " + self.rng.choice(["true", "true", "true", "false", "yes", "n"])) + use + self.body(depth) + self.tag("endautoescape")

    def mutation(self, depth):
        name, calls = self.rng.choice([
            ("nums", ["append(1)", "extend(more)", "insert(1, 9)", "pop()", "pop(0)", "remove(1)", "sort()", "reverse()", "clear()", "sort(reverse=true)", "append(nums)", "extend(nums)"]),
            ("d", ["update(a=1)", "update({'z': 2})", "pop('a', 0)", "setdefault('q', [])", "popitem()", "clear()", "update(e)", "update([['k', 1]])", "pop('a')"]),
            ("e", ["update(d)", "setdefault('list', 5)"]), ("users", ["pop()", "append({'name': 'z'})", "reverse()"]), ("nested[0]", ["append(7)", "pop()"]), ("tree[0].kids", ["append(1)", "clear()"])])
        made = "".join(self.rng.choice(["{% set _ = ", "{% set _ = ", "{{ "]).replace("\0", "") + name + "." + call + "\0" for call in self.rng.sample(calls, self.rng.randint(1, 2)))
        made = re.sub(r"(\{% set [^\0]*)\0", r"\1 %}", re.sub(r"(\{\{ [^\0{]*)\0", r"\1 }}", made))
        alias = "{% set copy = " + name + self.rng.choice(["", "", ".copy()", "[:]", " | list"]) + " %}" if self.chance(0.3) else ""
        return alias + made + "{{ " + name + " }}" + ("{{ copy }}" if alias else "")

    def counter(self, depth):
        return (self.tag("set ns = namespace(" + self.rng.choice(["", "c=0", "{'c': 0}", "d", "c=0, f=[]"]) + ")") + self.tag("for x in " + self.rng.choice(["nums", "more", "range(3)"]))
                + self.tag("set ns.c = " + self.rng.choice(["ns.c + 1", "x", "ns.c ~ x", "loop.index"])) + self.tag("endfor") + self.rng.choice(["{{ ns.c }}", "{{ ns.c }}{{ ns.zz }}", "{{ ns.c is defined }}", "{{ ns['c'] }}"]))

    def cycling(self, depth):
        return self.rng.choice([
            "{% set c = cycler('a', 2, none) %}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.reset() }}{{ c.next() }}", "{% set j = joiner('|') %}{% for x in nums %}{{ j() }}{{ x }}{% endfor %}",
            "{% set c = cycler(*words) %}{% for x in more %}{{ c.next() }}{% endfor %}", "{{ joiner()() }}{% set j = joiner(sep='x') %}{{ j() }}{{ j() }}", "{{ range(*more) | list }}", "{{ dict(d, zz=1) }}{{ dict(nested) }}"])

    def named_block(self, depth):
        name = self.rng.choice(["one", "two", "three", "four"])
        return self.tag("block " + name + self.rng.choice(["", "", " scoped"])) + self.body(depth) + self.tag("endblock" + self.rng.choice(["", " " + name])) + self.rng.choice(["", "", "{{ self." + name + "() }}"])

    def print_tag(self, depth):
        return self.tag("print " + ", ".join(self.expression("any", 1) for _ in range(self.rng.randint(1, 2))))

    def broken(self, made):
        """The template with some of its tokens gone, doubled, swapped or replaced."""
        pieces = PIECE.findall(made)
        for _ in range(self.rng.choice([1, 1, 2])):
            if not pieces:
                break
            at = self.rng.randrange(len(pieces))
            other = self.rng.randrange(len(pieces))
            roll = self.rng.random()
            if roll < 0.35:
                del pieces[at]
            elif roll < 0.55:
                pieces.insert(at, pieces[at])
            elif roll < 0.75:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            else:
                pieces[at] = self.rng.choice(["(", ")", "[", "]", "{", "}", ",", ":", "|", ".", "is", "in", "not", "if", "else", "=", "==", "'", "*", "**", "~", "{{", "}}", "{%", "%}", "{#", "for", "set", "and", "!", "$", "@", "?", ";", "1", "x",
                                              "endif", "endfor", "none", "true", "1.5", ".5", "1a", "_x", "<>", "->", "&", "\\", "//", "recursive", "import", "not in", "is not"])
        return "".join(pieces)


def case(rng):
    """One template with its context."""
    made = {"template": Templates(rng).template(), "context": values.context(rng), "strict": rng.random() < 0.7}
    if rng.random() < 0.1:
        made["text"] = True
    return made
