"""Random macros, calls, blocks, escaping and changes of containers."""
import re


class Blocks:
    """What Templates draws beside loops, conditions and assignments; a part of it."""

    def macro(self, depth):
        parameters = self.rng.choice(["", "p", "p, q=2", "p, q=p", "p=1, q='z'", "p, q=n"])
        inner = self.rng.choice(
            [
                "{{ p }}", "{{ p }}-{{ q }}", "{{ varargs }}", "{{ kwargs }}", "{{ caller() if caller }}",
                "{{ p | default('?') }}", "{{ p is defined }}", "",
            ]
        ) + (self.body(depth) if self.chance(0.5) else "")
        arguments = ", ".join(
            self.rng.choice(
                [
                    self.expression("any", 1),
                    self.expression("any", 0),
                    "q=" + self.expression("any", 0),
                    "zz=1" if self.chance(0.2) else "p=3",
                    "*nums" if self.chance(0.1) else "1",
                ]
            )
            for _ in range(self.rng.choice([0, 1, 1, 2, 3]))
        )
        use = self.rng.choice(
            [
                "{{ mac(%s) }}", "{{ mac(%s) }}", "{{ mac(%s) ~ '!' }}", "{{ mac(%s) | upper }}",
                "{{ mac(%s) | length }}", "{{ mac.name }}{{ mac.arguments }}{{ mac(%s) }}",
            ]
        )
        self.bound("p")
        return self.tag("macro mac(" + parameters + ")") + inner + self.tag("endmacro") + use.replace("%s", arguments)

    def call(self, depth):
        taken = self.rng.choice(["", "(v)", "(v, w=1)", "(v)"])
        given = (
            self.rng.choice(["", "1", "p", "p, 2", "n, w=3"])
            if self.chance(0.2)
            else {"": "", "(v)": "p", "(v, w=1)": "p, 2"}[taken]
        )
        return (
            self.tag("macro wrap(p=5)")
            + "<{{ caller("
            + given
            + ") }}>"
            + self.rng.choice(["", "{{ caller is defined }}", "{{ caller.name }}", "{{ caller.arguments }}"])
            + self.tag("endmacro")
            + self.tag("call" + taken + " wrap(" + self.rng.choice(["", self.expression("any", 0)]) + ")")
            + self.rng.choice(["{{ v }}", "{{ v | default('-') }}", "in"])
            + self.body(depth)
            + self.tag("endcall")
        )

    def raw(self, depth):
        return (
            self.tag("raw")
            + self.rng.choice(["{{ x }}", " {% if %} ", "{# c #}", "\n a\n", self.text()])
            + self.tag("endraw")
        )

    def comment(self, depth):
        return (
            self.text()
            + self.rng.choice(
                ["{# c #}", "{#- c -#}", "{# {{ n }} #}", "{#-\n#}", "{#+ a +#}", "{##}", "{# c -#}", "{# a {# b #}"]
            )
            + self.text()
        )

    def escaping(self, depth):
        use = self.rng.choice(
            [
                "{{ html }}", "{{ html | e }}", "{{ html | safe }}", "{{ html ~ '<' }}", "{{ (html | safe) ~ s }}",
                "{{ [html] | join('<') }}", "{{ html | upper | e }}", "{{ '<%s>' % html }}",
                "{{ ('<%s>' | safe) % html }}", "{{ html | replace('<', '>') }}", "{{ (html | e).upper() }}",
                "{{ strs }}", "{{ html | urlize }}", "{{ {'a': html} | xmlattr }}", "{{ d | tojson }}",
                "{{ (html | safe).format(1) }}", "{{ html | striptags }}", "{{ (html | safe)[:3] }}",
                "{{ html | forceescape }}", "{{ (html | safe) + '<' }}", "{{ '<' + (html | safe) }}",
                "{{ html | indent }}", "{{ (html | e) * 2 }}", "{{ strs | join(' ' | safe) }}", "{{ html | title }}",
                "{{ html is escaped }}", "{{ ('a<b' | safe).split('<') }}", "{{ '<' | safe | replace('<', '&') }}",
            ]
        )
        return (
            self.tag("autoescape " + self.rng.choice(["true", "true", "true", "false"]))
            + use
            + self.body(depth)
            + self.tag("endautoescape")
        )

    def mutation(self, depth):
        name, calls = self.rng.choice(
            [
                (
                    "nums",
                    [
                        "append(1)", "extend(more)", "insert(1, 9)", "pop()", "pop(0)", "remove(1)", "sort()",
                        "reverse()", "clear()", "sort(reverse=true)", "append(nums)", "extend(nums)",
                    ],
                ),
                (
                    "d",
                    [
                        "update(a=1)", "update({'z': 2})", "pop('a', 0)", "setdefault('q', [])", "popitem()",
                        "clear()", "update(e)", "update([['k', 1]])", "pop('a')",
                    ],
                ),
                ("e", ["update(d)", "setdefault('list', 5)"]),
                ("users", ["pop()", "append({'name': 'z'})", "reverse()"]),
                ("nested[0]", ["append(7)", "pop()"]),
                ("tree[0].kids", ["append(1)", "clear()"]),
            ]
        )
        made = "".join(
            self.rng.choice(["{% set _ = ", "{% set _ = ", "{{ "]).replace("\0", "") + name + "." + call + "\0"
            for call in self.rng.sample(calls, self.rng.randint(1, 2))
        )
        made = re.sub(r"(\{% set [^\0]*)\0", r"\1 %}", re.sub(r"(\{\{ [^\0{]*)\0", r"\1 }}", made))
        alias = (
            "{% set copy = " + name + self.rng.choice(["", "", ".copy()", "[:]", " | list"]) + " %}"
            if self.chance(0.3)
            else ""
        )
        return alias + made + "{{ " + name + " }}" + ("{{ copy }}" if alias else "")

    def counter(self, depth):
        return (
            self.tag("set ns = namespace(" + self.rng.choice(["", "c=0", "{'c': 0}", "d", "c=0, f=[]"]) + ")")
            + self.tag("for x in " + self.rng.choice(["nums", "more", "range(3)"]))
            + self.tag("set ns.c = " + self.rng.choice(["ns.c + 1", "x", "ns.c ~ x", "loop.index"]))
            + self.tag("endfor")
            + self.rng.choice(["{{ ns.c }}", "{{ ns.c }}{{ ns.zz }}", "{{ ns.c is defined }}", "{{ ns['c'] }}"])
        )

    def cycling(self, depth):
        return self.rng.choice(
            [
                "{% set c = cycler('a', 2, none) %}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.reset() }}{{ c.next() }}",
                "{% set j = joiner('|') %}{% for x in nums %}{{ j() }}{{ x }}{% endfor %}",
                "{% set c = cycler(*words) %}{% for x in more %}{{ c.next() }}{% endfor %}",
                "{{ joiner()() }}{% set j = joiner(sep='x') %}{{ j() }}{{ j() }}", "{{ range(*more) | list }}",
                "{{ dict(d, zz=1) }}{{ dict(nested) }}",
            ]
        )

    def named_block(self, depth):
        name = self.rng.choice(["one", "two", "three", "four"])
        return (
            self.tag("block " + name + self.rng.choice(["", "", " scoped"]))
            + self.body(depth)
            + self.tag("endblock" + self.rng.choice(["", " " + name]))
            + self.rng.choice(["", "", "{{ self." + name + "() }}"])
        )

    def print_tag(self, depth):
        return self.tag("print " + ", ".join(self.expression("any", 1) for _ in range(self.rng.randint(1, 2))))
