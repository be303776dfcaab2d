"""Renders the templates of this file with real Jinja2 and prints them with their results, as cases.json holds them.

    python3 make_cases.py > cases.json

The environment is Jinja2's own with what noetl adds: null, to_json and tojson as json.dumps, from_json, b64encode,
b64decode, now(). One template a line; ⏎ stands for a line break in it.
"""
import base64
import json
import math
import sys

import jinja2

CONTEXT = {
    "s": "Hello World", "low": "abc", "uni": "zażółć €", "wide": "a😀b", "multi": "l1\nl2\n\nl3", "html": "<b>\"x\" & 'y'</b>",
    "n": 7, "m": 3, "neg": -7, "big": 12345678901234567890, "f": 2.5, "one": 1.0, "t": True, "fl": False, "z": None,
    "nums": [3, 1, 2], "names": ["bob", "Alice", "carol"], "mixed": [1, "a", None, True, 1.5], "empty": [], "ed": {},
    "d": {"a": 1, "b": 2, "c": 3}, "nest": {"k": {"x": [10, 20]}, "items": [1]}, "rows": [[1, 2], [3, 4]],
    "users": [{"name": "Bob", "age": 30, "tags": ["a", "b"]}, {"name": "alice", "age": 25, "tags": []},
              {"name": "Carol", "age": 30, "tags": ["c"]}],
    "tree": [{"v": 1, "kids": [{"v": 2, "kids": []}, {"v": 3, "kids": [{"v": 4, "kids": []}]}]}, {"v": 5, "kids": []}],
    "html_list": ["<a>", "b"], "long": "The quick brown fox jumps over the lazy dog. " * 3, "q": "it's", "words": "one two  three",
}

TEMPLATES = r"""
{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=5, a=4) }}
{% macro m(a, b=a) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}
{% macro m(a) %}[{{ a is defined }}]{% endmacro %}{{ m() }}
{% macro m(a) %}{{ varargs }} {{ kwargs }}{% endmacro %}{{ m(1, 2, 3, x=4) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, x=2) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}
{% macro m(a) %}<{{ caller(a) }}>{% endmacro %}{% call(x) m(3) %}got {{ x }}{% endcall %}
{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}in{% endcall %}
{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}
{% macro m() %}x{% endmacro %}{% call m() %}in{% endcall %}
{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}
{% macro m() %}{{ x }}{% endmacro %}{% set x = 5 %}{{ m() }}
{% set x = 1 %}{% macro m() %}{{ x }}{% endmacro %}{% set x = 5 %}{{ m() }}
{% macro fact(n) %}{{ 1 if n < 2 else n * (fact(n - 1) | int) }}{% endmacro %}{{ fact(6) }}
{% macro m(a, b) %}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.catch_varargs }} {{ m.caller }}
{% macro outer() %}{% macro inner() %}i{% endmacro %}{{ inner() }}{% endmacro %}{{ outer() }}
{% macro m() %}a{% endmacro %}{{ m() ~ 'b' }} {{ m() | upper }} {{ m() | length }}
{% macro m(x) %}{% for i in range(x) %}{{ caller(i) }}{% endfor %}{% endmacro %}{% call(i) m(3) %}{{ i }}{{ n }};{% endcall %}
{% for item in tree recursive %}{{ item.v }}{% if item.kids %}({{ loop(item.kids) }}){% endif %}{% endfor %}
{% for item in tree recursive %}{{ loop.depth }}:{{ item.v }} {{ loop(item.kids) }}{% endfor %}
{% for item in tree recursive %}{{ loop.depth0 }}{{ loop.index }}{% if item.kids %}[{{ loop(item.kids) }}]{% endif %}{% else %}-{% endfor %}
{% for x in nums %}{{ loop(x) }}{% endfor %}
{% for x in nums %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }} {% endfor %}
{% for x in nums | map('string') %}{{ loop.index }}/{{ loop.length }}{{ loop.last }} {% endfor %}
{% for x in nums | map('string') %}{{ loop.nextitem | default('none') }}{{ loop.previtem | default('none') }} {% endfor %}
{% for x in [1, 1, 2, 2, 3] %}{{ x if loop.changed(x) }}{% endfor %}
{% for x in [1, 1, 2, 2, 3] %}{{ loop.changed(x, 1) }} {% endfor %}
{% for x in nums %}{{ loop.cycle('a', 'b') }}{% else %}e{% endfor %}
{% for x in nums %}{{ loop.cycle() }}{% endfor %}
{% for x in nums %}{% set y = x %}{% endfor %}{{ y is defined }}
{% for x in nums %}{% endfor %}{{ x is defined }}
{% set x = 9 %}{% for x in nums %}{% endfor %}{{ x }}
{% set x = 9 %}{% for i in nums %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}
{% for i in nums %}{% if i == 1 %}{% set hit = true %}{% endif %}{{ hit is defined }}{% endfor %}
{% if true %}{% set x = 1 %}{% endif %}{{ x }}
{% if false %}{% set x = 1 %}{% endif %}{{ x is defined }}
{% for a, b in d.items() %}{{ a }}{{ b }}{% endfor %}
{% for a, (b, c) in [(1, (2, 3)), (4, (5, 6))] %}{{ a }}{{ b }}{{ c }} {% endfor %}
{% for a, b in nums %}{{ a }}{% endfor %}
{% for a, b in [(1, 2, 3)] %}{{ a }}{% endfor %}
{% for x in nums if x > 5 %}{{ x }}{% else %}none{% endfor %}
{% for x in nums if loop.first %}{{ x }}{% endfor %}
{% for x in range(5) if x is odd %}{{ loop.index }}:{{ x }} {% endfor %}
{% for x in d %}{{ x }}{{ d[x] }}{% endfor %}
{% for k in d.keys() %}{{ loop.index }}{{ k }}{% endfor %}
{% for c in uni %}{{ c }}.{% endfor %}
{% for x in nums -%} {{ x }} {%- endfor %}
{% for x in range(3) %}{% for y in range(2) %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}
{% for x in range(3) %}{% set outer = loop %}{% for y in range(2) %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}
{% for k, g in users | groupby('age') %}{{ k }}:{% for u in g %}{{ u.name }},{% endfor %};{% endfor %}
{% for g in users | groupby('age') %}{{ g.grouper }}{{ g.list | length }}{% endfor %}
{% set ns = namespace(x=0) %}{% for i in nums %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}
{% set ns = namespace({'a': 1}, b=2) %}{{ ns.a }}{{ ns.b }}
{% set ns = namespace() %}{{ ns.q is defined }}
{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a + ns.b }}
{% set d.x = 1 %}
{% set a = b = 1 %}
{% set (a, b) = (1, 2) %}{{ a + b }}
{% set a, b = 'xy' %}{{ a }}{{ b }}
{% set x | upper %}abc{% endset %}{{ x }}
{% set x | replace('a', 'b') | upper %}abc{% endset %}{{ x }}
{% set x %}  {{ n }} {% endset %}[{{ x }}]
{% set x = 1, 2 %}{{ x }}
{% with %}{% set a = 1 %}{{ a }}{% endwith %}{{ a is defined }}
{% with a = 1, b = n %}{{ a }}{{ b }}{% endwith %}
{% set a = 5 %}{% with a = 1, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}
{% filter upper %}a{{ s }}{% endfilter %}
{% filter replace('a', 'b') | upper %}banana{% endfilter %}
{% filter indent(2) %}a⏎b⏎c{% endfilter %}
{% raw %}{% if %}{{ }}{# #}{% endraw %}
a {%- raw -%} b {%- endraw -%} c
a {% raw %} b {% endraw %} c
{% autoescape true %}{{ html }}{{ html | safe }}{{ html | e }}{% endautoescape %}{{ html }}
{% autoescape true %}{{ (html | safe) ~ q ~ '<b>' }}{{ q ~ html }}{% endautoescape %}
{% autoescape true %}{{ html_list | join('<') }}{{ html_list | join('<' | safe) }}{% endautoescape %}
{% autoescape true %}{% set x %}<i>{{ html }}{% endset %}{{ x }}{% endautoescape %}
{% autoescape true %}{% macro m() %}<b>{{ '<' }}{% endmacro %}{{ m() }}{% endautoescape %}
{% autoescape false %}{{ html }}{% endautoescape %}
{% autoescape true %}{{ {'a': '<', 'b': none} | xmlattr }}{% endautoescape %}
{{ ('<a>' | escape) + '<b>' }}
{{ ('<a>' | escape) | escape }}
{{ ('<a>' | escape) | upper }}
{{ ('%s' | safe) % '<' }}
{{ '<a>' | escape is escaped }} {{ 'a' is escaped }}
{{ ['<' | escape] }}
{% block a %}A{{ n }}{% endblock %}{{ self.a() }}
{% for i in nums %}{% block b %}{{ i is defined }}{% endblock %}{% endfor %}
{% for i in nums %}{% block c scoped %}{{ i }}{% endblock %}{% endfor %}
{% block a %}x{% endblock a %}
{% print n, m %}
{% if n > 5 %}a{% elif n > 3 %}b{% else %}c{% endif %}
{% if n > 50 %}a{% elif n > 3 %}b{% else %}c{% endif %}
{% if n > 50 %}a{% elif n > 30 %}b{% else %}c{% endif %}
{% if n > 50 %}a{% elif n > 30 %}b{% endif %}
{% if n, m %}a{% endif %}
{% if n: %}a{% endif %}
{%- if n -%} x {%- endif -%} y
{{- n -}} x {{- m }}
{# a #}{{ n }}{# b #} x
  {#- a -#}  x
{% set c = cycler('a', 'b', 'c') %}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.reset() }}{{ c.current }}
{% set j = joiner(', ') %}{% for x in nums %}{{ j() }}{{ x }}{% endfor %}
{% set j = joiner() %}{{ j() }}|{{ j() }}|{{ j() }}
{% set x = [] %}{% for i in range(3) %}{% if x.append(i) %}{% endif %}{% endfor %}{{ x }}
{% set x = {} %}{% set _ = x.update({'a': 1}) %}{% set _ = x.update(b=2) %}{{ x }}
{% set _ = nest.k.x.append(30) %}{{ nest.k.x }}{{ nest }}
{% set a = nest.k %}{% set b = nest.k %}{% set _ = a.update({'y': 1}) %}{{ b.y }}{{ nest.k.y }}
{% set a = nums %}{% set _ = nums.sort() %}{{ a }}
{% set _ = nums.reverse() %}{{ nums }}{% set _ = nums.insert(1, 9) %}{{ nums }}{% set _ = nums.remove(9) %}{{ nums }}
{% set _ = nums.extend([7, 8]) %}{{ nums }}{{ nums.pop(0) }}{{ nums }}{{ nums.clear() }}{{ nums }}
{% set _ = d.pop('a') %}{{ d }}{{ d.popitem() }}{{ d.setdefault('q', 5) }}{{ d }}{{ d.copy() }}{{ d.clear() }}{{ d }}
{{ nums.sort(reverse=true) }}{{ nums }}
{{ d.pop('zz') }}
{{ d.pop('zz', 5) }}
{{ nums.remove(77) }}
{{ nums.index(77) }}
{{ [].pop() }}
{% for x in d %}{% set _ = d.update({x ~ 'q': 1}) %}{% endfor %}
{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 // -2 }} {{ -7 // -2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ 7.5 // 2 }} {{ -7.5 // 2 }} {{ 7.5 % 2 }} {{ -7.5 % 2 }} {{ 7.5 % -2 }}
{{ 2 ** 100 }} {{ 2 ** -2 }} {{ 2.0 ** 3 }} {{ (-2) ** 3 }} {{ 0 ** 0 }} {{ 10 ** 20 // 7 }} {{ 10 ** 20 % 7 }} {{ -10 ** 20 // 7 }}
{{ 0 ** -1 }}
{{ 5 % 0 }}
{{ 5 // 0 }}
{{ 5.0 / 0 }}
{{ 1e308 * 10 }} x
{{ 9223372036854775807 + 1 }} {{ -9223372036854775808 - 1 }} {{ 9223372036854775807 * 2 }} {{ 4611686018427387904 * 2 }} {{ -9223372036854775808 // -1 }}
{{ 9007199254740993 == 9007199254740992.0 }} {{ 9007199254740993 > 9007199254740992.0 }} {{ big > 1e19 }} {{ big < 1e20 }} {{ 1 == 1.0 }} {{ true == 1.0 }}
{{ big / 3 }} {{ big / big }} {{ 1 / 3 }} {{ 10 / 5 }}
{{ true + true }} {{ true * 3 }} {{ -true }} {{ +true }} {{ true / 2 }} {{ [1] * true }}
{{ 'a' * -1 }}| {{ [1] * 0 }} {{ 3 * 'ab' }} {{ 2 * [1, 2] }} {{ (1, 2) * 2 }} {{ (1, 2) + (3,) }}
{{ 'a' - 1 }}
{{ [1] + (2,) }}
{{ none + 1 }}
{{ -'a' }}
{{ 'a' < 1 }}
{{ [1, 2] < [1, 3] }} {{ [1] < [1, 0] }} {{ (1, 2) <= (1, 2) }} {{ 'a' < 'B' }} {{ 'é' > 'z' }} {{ [] < [1] }}
{{ [1] < (1,) }}
{{ {} < {} }}
{{ 1 < 2 > 1 }} {{ 1 < 2 < 2 }} {{ 1 == 1 == 1 }} {{ 3 > 2 > 1 > 0 }} {{ 1 in [1] in [[1]] }}
{{ [1, 2] == [1.0, 2.0] }} {{ (1,) == [1] }} {{ {'a': 1} == {'a': 1.0} }} {{ none == false }} {{ '' == none }} {{ 'a' == ['a'] }}
{{ 'b' in 'abc' }} {{ '' in 'abc' }} {{ 'a' in d }} {{ 'z' not in d }} {{ 1 in (1, 2) }} {{ 2.0 in nums }} {{ [1, 2] in rows }}
{{ 1 in 'abc' }}
{{ 'a' in 5 }}
{{ [] in d }}
{{ nums[5] is defined }} {{ nums[-1] }} {{ nums[-4] is defined }} {{ s[-1] }} {{ s[3:5] }} {{ s[::-1] }} {{ s[::2] }} {{ s[-3:] }} {{ s[10:2:-3] }}
{{ nums[1:] }} {{ nums[:1] }} {{ nums[::-1] }} {{ nums[5:] }} {{ nums[-2:] }} {{ (1, 2, 3)[1:] }} {{ range(10)[2:8:3] }} {{ range(10)[::3] }} {{ range(10)[::-1] }} {{ range(10)[-1] }}
{{ nums['a'] is defined }} {{ nums[::0] }}
{{ wide[1] }} {{ wide | length }} {{ wide[::-1] }} {{ wide | list }} {{ wide.find('b') }} {{ wide[:2] }} {{ wide | center(7) }}| {{ wide.index('b') }}
{{ [wide, uni, 'a\tb', '\x00', 'é', '\u200b', "q'q", 'q"q', 'both\'"'] }}
{{ 'a\\b' }} {{ ['a\\b'] }} {{ 'tab\there' }} {{ ['nl\n'] }} {{ '\N{BULLET}' }} {{ '\101\x41\u0041\q' }}
{{ 1e5 }} {{ 1e-5 }} {{ 1.5e300 }} {{ 123456789012345678.0 }} {{ 0.1 + 0.2 }} {{ 1e22 }} {{ 1e16 }} {{ 1e15 }} {{ -0.0 }} {{ 1_0.0_1 }} {{ 100.0 }}
{{ 0x_ff }} {{ 0b1_0 }} {{ 0o17 }} {{ 1_000 }} {{ 00 }}
{{ 012 }}
{{ 1__0 }}
{{ 1.e5 }}
{{ 'a' 'b' "c" }}
{{ n.real }} {{ n.numerator }} {{ f.imag }} {{ t.real }}
{{ f.is_integer() }} {{ one.is_integer() }} {{ f.as_integer_ratio() }} {{ n.bit_length() }} {{ big.bit_length() }}
{{ s.title() }} {{ s.swapcase() }} {{ s.capitalize() }} {{ 'ß'.upper() }} {{ 'ẞ'.lower() }} {{ "they're bill's".title() }} {{ 'ǆ'.title() }} {{ 'ß'.casefold() }}
{{ s.center(20) }}| {{ s.center(21, '*') }} {{ 'ab'.center(5, '*') }} {{ 'abc'.center(6, '*') }} {{ s.ljust(13, '.') }} {{ s.rjust(13, '.') }} {{ '-5'.zfill(5) }} {{ '+5'.zfill(5) }} {{ 'a'.zfill(0) }}
{{ s.center(20, 'ab') }}
{{ s.find('o') }} {{ s.find('o', 5) }} {{ s.find('o', 5, 6) }} {{ s.rfind('o') }} {{ s.find('', 3) }} {{ s.find('x') }} {{ s.index('W') }} {{ s.rindex('l') }} {{ s.count('l') }} {{ s.count('') }} {{ s.count('o', 5) }} {{ s.find('o', -5) }}
{{ s.rindex('zz') }}
{{ s.startswith('He') }} {{ s.startswith('l', 2) }} {{ s.endswith('ld') }} {{ s.endswith(('x', 'd')) }} {{ s.startswith('lo', 3, 5) }} {{ s.endswith('') }}
{{ words.split() }} {{ words.split(' ') }} {{ words.split(none, 1) }} {{ words.split(maxsplit=1) }} {{ words.rsplit(' ', 1) }} {{ words.rsplit(none, 1) }} {{ 'a,b,c'.split(',', 1) }} {{ ''.split() }} {{ ''.split(',') }} {{ 'aXXb'.split('X') }}
{{ 'a'.split('') }}
{{ multi.splitlines() }} {{ multi.splitlines(true) }} {{ 'a\r\nb\rc\n'.splitlines() }}
{{ 'a-b-c'.partition('-') }} {{ 'a-b-c'.rpartition('-') }} {{ 'abc'.partition('-') }} {{ 'abc'.rpartition('-') }}
{{ 'aXbX'.replace('X', 'yy') }} {{ 'abc'.replace('', '-') }} {{ 'aaa'.replace('a', 'b', 2) }} {{ 'abc'.replace('', '-', 2) }}
{{ '  a '.strip() }}| {{ '  a '.lstrip() }}| {{ '  a '.rstrip() }}| {{ 'xyaxy'.strip('yx') }} {{ 'xyaxy'.lstrip('x') }} {{ 'xyaxy'.rstrip('y') }} {{ '   '.strip() }}|{{ '   '.lstrip() }}| {{ 'a'.strip(none) }}
{{ 'prefixed'.removeprefix('pre') }} {{ 'fixed.py'.removesuffix('.py') }} {{ 'a\tb'.expandtabs() }} {{ 'a\tb'.expandtabs(4) }}
{{ 'abc'.isalpha() }} {{ 'ab1'.isalnum() }} {{ '12'.isdigit() }} {{ '²'.isdigit() }} {{ '²'.isdecimal() }} {{ '½'.isnumeric() }} {{ ' '.isspace() }} {{ 'Abc'.istitle() }} {{ 'ab'.islower() }} {{ 'AB'.isupper() }} {{ ''.isalpha() }} {{ 'a b'.isidentifier() }} {{ 'a_1'.isidentifier() }} {{ 'é'.isascii() }} {{ 'a\n'.isprintable() }} {{ '1'.islower() }} {{ 'Abc Def'.istitle() }}
{{ ','.join(['a', 'b']) }} {{ '-'.join('abc') }} {{ ''.join([]) }}|
{{ ','.join([1]) }}
{{ 'é'.encode() }} {{ 'é'.encode('latin-1') }} {{ 'abc'.encode().decode() }} {{ 'é'.encode('utf-8').hex() }}
{{ s.upper(1) }}
{{ s.replace('a') }}
{{ s.nope }}
{{ s.format }}
{{ '{} {}'.format(1, 'a') }} {{ '{1} {0}'.format(1, 2) }} {{ '{a} {b[0]} {c.x}'.format(a=1, b=[2], c={'x': 3}) }}
{{ '{a} {b[0]} {c[x]}'.format(a=1, b=[2], c={'x': 3}) }} {{ '{{}} {}'.format(1) }} {{ '{!r} {!s}'.format('a', 'b') }}
{{ '{:>5}|{:<5}|{:^5}|{:*^7}|{:05d}|{:+d}|{: d}'.format('a', 'b', 'c', 'd', 42, 5, 6) }}
{{ '{:.2f}|{:8.3f}|{:e}|{:g}|{:G}|{:%}|{:.1%}'.format(3.14159, 2.71828, 12345.678, 0.0001234, 1e20, 0.256, 0.256) }}
{{ '{:,}|{:_}|{:,.2f}|{:x}|{:X}|{:#x}|{:b}|{:#b}|{:o}|{:c}'.format(1234567, 1234567, 1234567.891, 255, 255, 255, 5, 5, 8, 65) }}
{{ '{:010.2f}|{:<10}|{:=+8d}|{:08,d}|{:.3}|{:10.3}|{:.3}'.format(-3.14159, 42, 5, 1234, 'abcdef', 'abcdef', 3.14159) }}
{{ '{:.0f} {:.0f} {:.0f} {:#.0f} {:g} {:g} {:g} {:.3g} {:n}'.format(0.5, 1.5, 2.5, 3, 100000, 1000000, 0.00001, 1234.5, 42) }}
{{ '{:5}|{:5}|{:<5}|{!r:>5}'.format(1, true, none | string, 'a') }} {{ '{:{w}}|'.format('a', w=4) }} {{ '{:.{p}f}'.format(3.14159, p=1) }}
{{ '{:.3} {:.1} {:.2} {:}'.format(1234.5678, 0.00001234, 100.0, 1e16) }}
{{ '{:d}'.format('a') }}
{{ '{:s}'.format(1) }}
{{ '{:.2d}'.format(1) }}
{{ '{:q}'.format(1) }}
{{ '{'.format(1) }}
{{ '}'.format(1) }}
{{ '{} {0}'.format(1) }}
{{ '{2}'.format(1) }}
{{ '{a}'.format(b=1) }}
{{ '{:5}'.format([1]) }}
{{ '%s %r %d %i' % ('a', 'b', 3.9, true) }} {{ '%5.2f|%-8s|%08.3f|%+d|% d' % (3.14159, 'ab', -3.5, 5, 6) }} {{ '%x %X %o %#x %e %E %g %G' % (255, 255, 8, 255, 1234.5, 1234.5, 0.00001, 1e10) }}
{{ '%c%c %% %s' % (65, 'b', none) }} {{ '%(a)s-%(b)03d' % {'a': 1, 'b': 2} }} {{ '%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159) }} {{ '%.3s|%5.1s|' % ('abcdef', 'xyz') }} {{ '%s' % [1] }} {{ '%.3d' % 5 }} {{ '%5.3d|' % 5 }}
{{ '%s %s' % 'a' }}
{{ '%s' % ('a', 'b') }}
{{ '%d' % 'a' }}
{{ '%q' % 1 }}
{{ '%' % 1 }}
{{ 'plain' % 1 }}
{{ 'plain' % [] }} {{ 'plain' % {} }} {{ 'plain' % () }}
{{ '%s' | format('x') }} {{ '%(a)s' | format(a=1) }} {{ '%.2f' | format(2) }}
{{ 3.7 | int }} {{ '42' | int }} {{ '4.7' | int }} {{ 'x' | int(9) }} {{ '0x1f' | int(0, 16) }} {{ '1f' | int(base=16) }} {{ '0b11' | int(0, 2) }} {{ ' 42 ' | int }} {{ '1_000' | int }} {{ '1e3' | int }} {{ 'inf' | int }} {{ '١٢' | int }} {{ none | int }} {{ [] | int(4) }} {{ '0o17' | int(0, 8) }} {{ '12' | int(0, 0) }} {{ '-5' | int }} {{ '+5' | int }}
{{ '3.5' | float }} {{ 'x' | float(1.5) }} {{ 'inf' | float }} {{ 'nan' | float }} {{ ' 1e3 ' | float }} {{ '1_0.5' | float }} {{ true | float }} {{ none | float }} {{ '.5' | float }} {{ '5.' | float }} {{ '.' | float }}
{{ 42.55 | round }} {{ 42.55 | round(1) }} {{ 42.55 | round(1, 'floor') }} {{ 42.55 | round(1, 'ceil') }} {{ 2.5 | round }} {{ 3.5 | round }} {{ -2.5 | round }} {{ 2.675 | round(2) }} {{ 1234 | round(-2) }} {{ 1250 | round(-2) }} {{ 7 | round }} {{ 7 | round(1, 'ceil') }} {{ 7 | round(0, 'floor') }} {{ 0.5 | round }} {{ true | round }}
{{ 'a' | round }}
{{ 1.5 | round(1, 'up') }}
{{ -5 | abs }} {{ -5.5 | abs }} {{ true | abs }}
{{ 'a' | abs }}
{{ 1 | filesizeformat }} {{ 999 | filesizeformat }} {{ 1000 | filesizeformat }} {{ 1024 | filesizeformat(true) }} {{ 1e30 | filesizeformat }} {{ '1500' | filesizeformat }} {{ 1500000000 | filesizeformat(binary=true) }}
{{ [3, 1, 2] | sort }} {{ names | sort }} {{ names | sort(case_sensitive=true) }} {{ names | sort(reverse=true) }} {{ users | sort(attribute='age,name') | map(attribute='name') | join(',') }} {{ 'hello' | sort }} {{ d | sort }} {{ users | sort(attribute='name', reverse=true) | map(attribute='name') | list }}
{{ [1, 'a'] | sort }}
{{ [none, 1] | max }}
{{ names | min }} {{ names | max }} {{ names | max(case_sensitive=true) }} {{ users | min(attribute='age') }} {{ [] | max is defined }} {{ 'hello' | max }} {{ [1, 1.0] | max }} {{ [1.0, 1] | min }}
{{ users | groupby('age') | map('first') | list }} {{ users | groupby('age') | length }} {{ ['a', 'A', 'b'] | groupby(0) | list }} {{ [{'k': 'a'}, {'k': 'A'}] | groupby('k') | list }} {{ [{'k': 'a'}, {'k': 'A'}] | groupby('k', case_sensitive=true) | list }} {{ [{'k': 1}, {}] | groupby('k', default=0) | list }}
{{ d | dictsort }} {{ {'b': 1, 'A': 2} | dictsort }} {{ {'b': 1, 'A': 2} | dictsort(true) }} {{ {'b': 1, 'A': 2} | dictsort(by='value', reverse=true) }}
{{ d | dictsort(by='x') }}
{{ [1, 2, 1, 3] | unique | list }} {{ ['a', 'A', 'b'] | unique | list }} {{ ['a', 'A', 'b'] | unique(true) | list }} {{ users | unique(attribute='age') | map(attribute='name') | list }} {{ [1, 1.0, true] | unique | list }}
{{ [[1]] | unique | list }}
{{ nums | batch(2) | list }} {{ nums | batch(2, 0) | list }} {{ range(7) | slice(3) | list }} {{ range(7) | slice(3, 'x') | list }} {{ nums | batch(5, 'x') | list }} {{ [] | slice(2) | list }}
{{ nums | first }} {{ nums | last }} {{ s | first }} {{ s | last }} {{ d | first }} {{ d | last }} {{ [] | first is defined }} {{ range(5) | last }} {{ nums | map('string') | first }}
{{ nums | map('string') | last }}
{{ nums | reverse | list }} {{ s | reverse }} {{ d | reverse | list }} {{ (1, 2) | reverse | list }} {{ range(3) | reverse | list }}
{{ 5 | reverse }}
{{ nums | join }} {{ nums | join('-') }} {{ users | join(',', 'name') }} {{ s | join('.') }} {{ d | join }} {{ [1, [2], none] | join('|') }} {{ nums | join(1) }}
{{ nums | sum }} {{ users | sum('age') }} {{ users | sum(attribute='age', start=100) }} {{ [] | sum }} {{ [0.1, 0.2] | sum }} {{ rows | sum(start=[]) }}
{{ ['a'] | sum }}
{{ nums | map('abs') | list }} {{ names | map('upper') | list }} {{ users | map(attribute='tags') | list }} {{ users | map(attribute='x', default='d') | list }} {{ names | map('replace', 'a', 'b') | list }} {{ rows | map(attribute=1) | list }} {{ [] | map('upper') | list }} {{ ['1', 'x'] | map('int', default=5) | list }}
{{ nums | map | list }}
{{ nums | map('nope') | list }}
{{ nums | map(attribute='x', foo=1) | list }}
{{ nums | select('odd') | list }} {{ nums | reject('odd') | list }} {{ mixed | select | list }} {{ users | selectattr('tags') | map(attribute='name') | list }} {{ users | selectattr('age', 'gt', 26) | list | length }} {{ users | rejectattr('age', 'eq', 30) | map(attribute='name') | list }} {{ nums | select('gt', 1) | list }} {{ users | selectattr('zz', 'defined') | list }} {{ nums | select('divisibleby', 2) | list }}
{{ nums | select('nope') | list }}
{{ nums | selectattr | list }}
{{ nums | list }} {{ s | list }} {{ d | list }} {{ (1, 2) | list }} {{ d.items() | list }} {{ d.values() | list }}
{{ 5 | list }}
{{ s | length }} {{ nums | count }} {{ d | length }} {{ range(5) | length }} {{ d.items() | length }} {{ '' | length }}
{{ 5 | length }}
{{ nums | map('abs') | length }}
{{ s | upper }} {{ s | lower }} {{ 'hELLO wORLD' | capitalize }} {{ 'hello-world (foo) bar' | title }} {{ "it's o'clock" | title }} {{ 5 | upper }} {{ none | lower }} {{ 'éa' | capitalize }} {{ 'a[b]{c}<d' | title }}
{{ '  x ' | trim }}| {{ 'xxaxx' | trim('x') }} {{ 5 | trim }} {{ s | replace('l', 'L') }} {{ s | replace('l', 'L', 1) }} {{ 12321 | replace(2, 9) }} {{ s | replace('', '-', 2) }}
{{ s | replace('l') }}
{{ s | center(20) }}| {{ long | truncate(20) }} {{ long | truncate(20, true) }} {{ long | truncate(20, false, '…') }} {{ 'abcdefghij' | truncate(8) }} {{ 'abcdefghij' | truncate(8, leeway=0) }} {{ 'abcdefghij' | truncate(8, true, leeway=0) }} {{ 'a b c d e f g' | truncate(5, leeway=0) }}
{{ s | truncate(1) }}
{{ multi | indent }} {{ multi | indent(2, true) }} {{ multi | indent(2, blank=true) }} {{ multi | indent('> ', true, true) }} {{ '' | indent(2, true) }}| {{ 'a\n' | indent(2) }}|
{{ 5 | indent }}
{{ long | wordwrap(30) }}
{{ long | wordwrap(7) }}
{{ 'well-known compound-words are hyphen-ated--and dashed' | wordwrap(10) }}
{{ 'averyveryverylongword here' | wordwrap(8) }} {{ 'averyveryverylongword here' | wordwrap(8, false) }} {{ 'a b c d' | wordwrap(3, wrapstring='|') }} {{ multi | wordwrap(10) }} {{ 'a-b-c-d-e-f' | wordwrap(4, break_on_hyphens=false) }} {{ 'aa-bb-cc dd-ee' | wordwrap(4) }}
{{ s | wordcount }} {{ 'a-b c_d é 1' | wordcount }} {{ '' | wordcount }}
{{ html | escape }} {{ html | striptags }} {{ '<p>a  <b>b</b>\n c&amp;d</p><!-- x -->' | striptags }} {{ html | e }} {{ 5 | e }} {{ none | e }} {{ html | forceescape }}
{{ 'a b&c/d?é' | urlencode }} {{ {'a': 'x y', 'b': 'é/'} | urlencode }} {{ [('a', 1), ('b', 2)] | urlencode }} {{ 5 | urlencode }}
{{ {'class': 'a b', 'x': none, 'id': '<'} | xmlattr }}| {{ {} | xmlattr }}| {{ {'a': 1} | xmlattr(false) }}
{{ {'a b': 1} | xmlattr }}
{{ 'see http://example.com/x?y=1, or www.foo.org. mail a@b.com (https://x.io)' | urlize }}
{{ 'http://example.com/long/path' | urlize(10, true, target='_blank') }} {{ 'foo.com bar' | urlize }} {{ 'a <b> http://x.com' | urlize }} {{ 'mailto:a@b.com ftp://x.y' | urlize(extra_schemes=['ftp:']) }}
{{ d | pprint }} {{ users | pprint }}
{{ [long, nums, d, users] | pprint }}
{{ {'b': [1] * 40, 'a': 'x' * 100, 'c': ('y', ) * 30} | pprint }}
{{ z | default('x') }} {{ z | default('x', true) }} {{ nope | default('x') }} {{ nope | d }}| {{ '' | d('e', true) }} {{ 0 | default(5, boolean=true) }} {{ nest.q | default(1) }} {{ nums[9] | default(2) }} {{ [] | first | default(3) }} {{ nope | default }}|
{{ nest.q.r | default(1) }}
{{ d | items | list }} {{ ed | items | list }}
{{ nums | items | list }}
{{ s | attr('upper') is callable }} {{ d | attr('a') is defined }} {{ d | attr('items') is defined }} {{ nums | attr('x') is defined }}
{{ d | tojson }} {{ {'z': 1, 'a': [1, 2.5, none, true, 'é"']} | tojson }} {{ nums | tojson(indent=2) }} {{ {} | tojson(2) }} {{ [] | tojson(2) }} {{ {1: 2, none: 3, true: 4, 1.5: 5} | tojson }} {{ (1, 2) | tojson }} {{ '\x7f\u2028😀' | tojson }} {{ {'a': {'b': [1]}} | to_json(1) }} {{ 1e400 | tojson }}
{{ nums | map('abs') | tojson }}
{{ {(1, 2): 3} | tojson }}
{{ range(3) | tojson }}
{{ '{"a": [1, 2.0, null, true], "b": "\\u00e9"}' | from_json }} {{ '5' | from_json }} {{ '"x"' | from_json }}
{{ '{a}' | from_json }}
{{ 'é' | b64encode }} {{ 'w6k=' | b64decode }} {{ '' | b64encode }}|
{{ n is odd }} {{ n is even }} {{ n is divisibleby(7) }} {{ n is divisibleby 3 }} {{ f is float }} {{ n is integer }} {{ t is integer }} {{ t is number }} {{ t is boolean }} {{ 1 is true }} {{ t is true }} {{ fl is false }} {{ 0 is false }}
{{ s is string }} {{ nums is sequence }} {{ nums is iterable }} {{ 5 is iterable }} {{ d is mapping }} {{ d is sequence }} {{ range(3) is sequence }} {{ range(3) is iterable }} {{ s is sequence }} {{ nums | map('abs') is iterable }} {{ nums | map('abs') is sequence }} {{ z is none }} {{ d.items() is sequence }} {{ d.items() is iterable }}
{{ 'abc' is lower }} {{ 'ABC' is upper }} {{ 'Abc' is lower }} {{ '1' is lower }} {{ 5 is lower }} {{ s.upper is callable }} {{ range is callable }} {{ s is callable }} {{ namespace() is callable }} {{ joiner() is callable }}
{{ 1 is eq 1.0 }} {{ 1 is sameas 1 }} {{ 1 is sameas true }} {{ nums is sameas nums }} {{ [] is sameas [] }} {{ 3 is in nums }} {{ 3 is in(nums) }} {{ n is not in nums }} {{ 1 is ne 2 }} {{ 2 is gt 1 }} {{ 2 is lessthan 3 }} {{ 2 is ge 2 }} {{ 'upper' is filter }} {{ 'odd' is test }} {{ 'nope' is test }}
{{ 'a' is odd }}
{{ none is odd }}
{{ n is not defined }} {{ nope is not defined }} {{ nope is undefined }} {{ nest.q is undefined }} {{ not nope is defined }}
{{ n is divisibleby 3 or true }} {{ n is odd and m is odd }} {{ n is eq(7) }} {{ 'a' is in 'abc' }} {{ n is divisibleby(m) }} {{ n is defined }} {{ n is eq n }}
{{ n is odd if true else 1 }}
{{ range(3) | list }} {{ range(1, 4) | list }} {{ range(5, 0, -2) | list }} {{ range(0) | list }} {{ range(3) }} {{ range(1, 10, 3) }} {{ range(3) == range(0, 3) }} {{ 2 in range(3) }}
{{ range(1, 2, 0) }}
{{ range('a') }}
{{ range() }}
{{ range(1.5) }}
{{ dict(a=1) }} {{ dict({'a': 1}, b=2) }} {{ dict([['x', 1]]) }} {{ dict() }}
{{ dict([1]) }}
{{ dict(1, 2) }}
{{ {'a': 1, 'a': 2} }} {{ {1: 'a', 1.0: 'b', true: 'c'} }} {{ {none: 1}[none] }} {{ {(1, 2): 3}[1, 2] }} {{ {'a': 1}.a }} {{ {'a': 1}['a'] }}
{{ {[]: 1} }}
{{ (1,) }} {{ () }} {{ (1, 2) }} {{ [(1,), [], {}] }} {{ 1, }} x
{{ d.get('a') }} {{ d.get('z') }} {{ d.get('z', 5) }} {{ d.keys() }} {{ d.values() }} {{ d.items() }} x
{{ nums.0 }} {{ rows.1.0 }} {{ rows[1][0] }} {{ nest.k.x.1 }} {{ nest['k']['x'][0] }}
{{ n.foo is defined }} {{ none.foo is defined }} {{ s.foo is defined }} {{ 5 .real }} {{ nums.foo is defined }} {{ z.x.y is defined }}
{{ 5() }}
{{ nope() }}
{{ nope.x }}
{{ nope[0] }}
{{ z.x }}
{{ d.x.y }}
{{ 'a' if fl }}|{{ ('a' if fl) is defined }} {{ 'a' if t }} {{ ('a' if fl) | default('d') }} {{ ('a' if fl) ~ 'x' }}
{{ 1 if t else 2 if fl else 3 }} {{ (1 if fl else 2) + 1 }} {{ 'x' if fl else 'y' if fl else 'w' }}
{{ 1 and 2 }} {{ 0 and nope }} {{ 1 or nope }} {{ '' or 'a' }} {{ not '' }} {{ not 1 and 0 }} {{ none and 1 }} {{ [] or {} or 0 }}
{{ n ~ m ~ 'a' ~ none ~ 1.0 ~ [1] }} {{ 1 ~ 2 + 3 }} x
{{ 'a' ~ 'b' * 2 }} {{ 2 * 3 ~ 4 }} {{ -1 ~ 2 }} {{ 'x' ~ (1 + 2) }}
{{ 2 + 3 * 4 ** 2 }} {{ -2 ** 2 }} {{ 2 ** -1 }} {{ 2 ** 3 ** 2 }} {{ - - 2 }} {{ 10 - 2 - 3 }} {{ 7 // 2 * 2 }} {{ not 1 == 2 }} {{ -n | abs }} {{ -n.real }} {{ (-n) | abs }} {{ 2 * n | string }}
{{ n | string | length }} {{ n|string ~ m }} {{ (n + m) | string }} {{ nums | sort | first + 1 }} {{ nums[0] | string + 'x' }}
{{ nums | join(',') | upper ~ 'x' if t else 'y' }}
{{ [x for x in nums] }}
{{ lambda: 1 }}
{{ n; m }}
{{ a.b. }}
{{ n | upper( }}
{{ f(a=1, 2) }}
{{ f(**d, a=1) }}
{{ f(*nums, *nums) }}
{{ '{}{}{}'.format(*nums) }} {{ '{a}{b}'.format(**d) }} {{ '{}{c}'.format(1, **d) }} {{ range(*[1, 4]) | list }} {{ dict(**d) }}
{{ [1, 2 }}
{{ (1, 2 }}
{{ {1: } }}
{{ {1} }}
{{ 'abc }}
{{ n }} }} %} #}
{% if n %}
{% endfor %}
{% for x nums %}{% endfor %}
{% for x in nums %}
{% for 1 in nums %}{% endfor %}
{% set 1 = 2 %}
{% set none = 2 %}
{% set n %}
{% foo %}
{% %}
{% macro m(a=1, b) %}{% endmacro %}
{% macro %}{% endmacro %}
{% call n %}{% endcall %}
{% include 'x' %}
{% extends 'x' %}
{% block a %}{% endblock %}{% block a %}{% endblock %}
{% raw %} x
{{ '{:>5}' | safe }} {{ ('{}' | safe).format('<') }}
{# x
{{ n | nope }}
{{ n is nope }}
{% if fl %}{{ n | nope }}{% endif %}ok
{% if t %}{{ n | nope }}{% endif %}ok
{{ (n | nope) if fl else 1 }}
{{ n if t else n | nope }}
{% if n is nope %}{% endif %}
{{ loop }}
{{ caller() }}
{{ varargs is defined }}
{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}
{{ "\n" }}|{{ '\t' }}|{{ 'a\⏎b' }}
{{ s[0:5] ~ '!' }} {{ s[n] }} {{ s[n:] }} {{ s[:-n] }} {{ nums[fl] }} {{ nums[m - 1] }}
{{ now() }} {{ now()[:10] }} {{ now() | length }}
{{ null }} {{ null is none }} {{ [null] }} {{ null or 1 }}
{{ lipsum() is string }} {{ lipsum(n=1, html=false) | wordcount > 5 }}
{{ namespace(a=1) }} {{ range }} {{ dict }} x
{{ 'a' in ['a', 'b'] | map('upper') | list }} {{ 'A' in ['a', 'b'] | map('upper') }}
{% set g = nums | map('abs') %}{{ g | list }}{{ g | list }}
{% set g = nums | select %}{{ 3 in g }}{{ g | list }}
{% for x in nums | map('abs') | select('gt', 1) %}{{ x }}{{ ',' if not loop.last }}{% endfor %}
{{ f.hex() }} {{ (-0.0).hex() }} {{ 5e-324.hex() }} {{ 1e300.hex() }} {{ 0.1.hex() }}
{{ d.fromkeys(['x', 'y']) }} {{ {}.fromkeys('ab', 1) }}
{{ 'ﬁne'.title() }} {{ 'ﬃ'.capitalize() }} {{ 'ᾲ'.title() }} {{ 'ŉ'.title() }} {{ 'ა'.title() }} {{ 'ǆ'.capitalize() }} {{ 'ᾈa'.swapcase() }} {{ 'ǅ'.swapcase() }}
{{ 'ı'.casefold() }} {{ 'ẞ'.casefold() }} {{ 'Ꭰꭰ'.casefold() }} {{ 'ﬁ'.casefold() }} {{ 'ΑΣ'.lower() }} {{ 'ΑΣΑ'.lower() }} {{ 'ΑΣ. Σ'.lower() }} {{ 'Σ'.lower() }} {{ 'ΑΣ'.capitalize() }} {{ 'ΑΣ b'.title() }} {{ 'αΣ'.swapcase() }} {{ 'ΟΔΟΣ οδος' | title }} {{ 'ᗆΣ'.lower() }}
{{ '十'.isnumeric() }} {{ '㐅'.isnumeric() }} {{ '①'.isdigit() }} {{ '⑴'.isdigit() }} {{ '፩'.isdigit() }} {{ 'ͺ'.isidentifier() }} {{ 'aﷺ'.isidentifier() }} {{ '𞥐' | int(-1) }} {{ '𝟗.𝟓' | float }}
{{ 0_0 }} {{ 0_00 }}
{{ [1] | tojson(true) }} {{ [1] | tojson(indent=false) }}
{{ 8 is lessthan(other=2) }}
{{ 8 is eq(other=8) }}
{{ {1: 'a'} | xmlattr }}
{% filter length %}abc{% endfilter %}
{% filter wordcount %}abc{% endfilter %}
{% macro w() %}{{ caller.name }} {{ caller.arguments }} {{ caller }} {{ w }}{% endmacro %}{% call(x) w() %}{% endcall %}
{% macro m(p) %}{% macro i(q) %}{{ kwargs }}{% endmacro %}{{ p }}{% endmacro %}{{ m(1, zz=2) }}
{% macro m(p) %}{% set kwargs = 1 %}{{ kwargs }}{% endmacro %}{{ m(1, zz=2) }}
{% macro m(p) %}{{ kwargs }}{% endmacro %}{{ m(1, p=2) }}
{% if n %}{% block in_if %}B{{ n }}{% endblock %}{% endif %}{{ self.in_if() }}
{% macro m() %}{{ self.late() }}{% endmacro %}{{ m() }}{% for x in nums %}{% if loop.last %}{% block late %}L{% endblock %}{% endif %}{% endfor %}
{% autoescape true %}{% block b %}{{ html }}{% endblock %}{{ self.b() }}{{ html }}{% endautoescape %}
{% macro m() %}{{ html }}{% endmacro %}{% autoescape true %}{{ m() }}{% endautoescape %}
{% autoescape true %}{% macro m() %}{{ html }}{% endmacro %}{% endautoescape %}{{ m() }}
{% autoescape true %}{% set x | list %}<a>{% endset %}{{ x }}{% endautoescape %}
{% autoescape true %}{{ ('a<b' | safe).split('<') }}{{ ('a<b' | safe).partition('<') }}{{ ('a' | safe).splitlines() }}{{ ('a' | safe).rsplit() }}{% endautoescape %}
{{ [('a<b' | safe).split('<'), ('a<b' | safe).rpartition('<'), ('a' | safe).center(3, 'x'), ('  ' | safe).lstrip()] }}
{{ ('<b>' | safe).replace('b', '<') }} {{ ('<b>' | safe).replace('b', 5) }} {{ ('<' | safe).join(['>', 1]) }}
{{ ('<' | safe).center(3, '>') }}
{% for a, b in [[1, 2], [3, 4]] if a %}{{ loop.nextitem | default('-') }}{{ loop.previtem | default('-') }}{% endfor %}
{% for a, (b, c) in [[1, [2, 3]]] if a %}{{ loop.changed(a) }}{{ a }}{{ b }}{{ c }}{% endfor %}
{% raw +%}x{% endraw %}
{% raw %}x{% endraw +%}
{{ nums | unique(attribute=1) is iterable }} {{ 5 | map('upper') is iterable }} {{ (5 | batch('x')) is iterable }} {{ 'yes' if 5 | select('nope') }}
{{ nums | batch(none) | list }} {{ nums | batch('x') | list }} {{ nums | batch(2.0) | list }}
{{ nums | truncate(5) }} {{ d | truncate(9) }}
{{ nums | truncate(3, leeway=-1) }}
{{ 'x' | int(7, 1) }} {{ '5' | int(7, 99) }} {{ '5' | int(7, none) }} {{ 5 | int(7, 'x') }}
{{ 'text' | urlize(target=false) }} {{ 'text' | urlize(target='', rel='x') }} {{ 'text' | urlize([]) }}
{{ 'a b' | wordwrap(2.5) }}
{{ 'plain'.format_map(5) }} {{ '{a}'.format_map(d) }}
{{ '{a}'.format_map(5) }}
{{ '%5%' % () }}
{{ '%-5%' % 5 }}
{{ '%a %a' % ('é', ['😀']) }} {{ '{!a} {!a:>9}'.format('é', '\x7f') }}
{{ users | groupby('age') | pprint }} {{ [(30, [{'b': 1, 'a': 2}])] | pprint }}
{{ '&copy; &amp &eacute; &nope; &#65 &#x41; &#128; &#0; &ampx &notit; &lt' | striptags }}
{{ nums | select('filter') | list }} {{ ['map', 'odd'] | select('test') | list }} {{ none is filter }}
{{ [] is filter }}
{{ {} is test }}
{{ {d.values(): 1} | length }}
{{ {d.keys(): 1} | length }}
{{ 'abc'.startswith('', 3) }} {{ 'abc'.startswith('', 4) }} {{ 'abc'.endswith('', 2, 1) }} {{ 'abc'.count('', 3) }} {{ 'abc'.count('', 4) }} {{ 'abc'.find('', 4) }} {{ 'abc'.find('', 3) }} {{ 'abc'.rfind('', 2, 1) }} {{ 'abc'.find('', 0, -9) }}
{{ nums | sort(reverse='x') }}
{{ d | dictsort(reverse=none) }}
{{ nums | sort(reverse=1) }} {{ nums | sort(0) }}
{{ nums.sort(true) }}
{{ self }} {{ n }}
{{ 'a\nb'.splitlines('x') }}
{{ '' | wordwrap(0) }}|
{{ 'a' | wordwrap(0) }}
{{ 'Tm9uZQ==xx' | b64decode }} {{ 'Tm 9u\nZQ=@=' | b64decode }} {{ '====' | b64decode }}|
{{ 'Tm9uZQ' | b64decode }}
{{ 'Tm9uZ' | b64decode }}
{{ 'é' | b64decode }}
{{ ('a < "b" www.x.org' | e) | urlize }} {{ ('<b>' | safe) | urlize }}
{{ ('a' if false) | wordwrap(3) }}
x{#
x{% raw %}
{% for x, in [[1]] %}{{ x }}{% endfor %}
{% for a, b, in [[1, 2]] %}{{ x }}{% endfor %}
{% set a, = [1] %}{{ a }}
{{ users | map(attribute='name') | map('lower') | sort | join(', ') }} {{ users | selectattr('age', '>=', 30) | map(attribute='name') | first }}
{{ (users | first).name }} {{ users[0].tags | join('+') }} {{ users | map(attribute='tags') | map('length') | sum }} {{ users | map(attribute='tags.0', default='none') | list }}
"""

LENIENT = r"""
{{ nope }}
{{ nope.a.b }}
{{ nope.a.b | default(1) }}
{{ nope['a'][0] | default(1) }}
{{ d.zz.y | default('x') }}
[{{ nope.a }}]
{% if nope.a %}x{% else %}y{% endif %}
{% for x in nope.list %}x{% else %}none{% endfor %}
{{ nope + 1 }}
{{ nope | int }}
{{ [nope] | length }}
{{ nope ~ 'x' }}
{{ nope == nope2 }}
{{ nope | join(',') }}|
{{ nope() }}
{{ nope is defined }} {{ nope.x is defined }}
{{ nope | upper }}|
{{ 'a' if nope else 'b' }}
{{ d.zz or 'x' }}
{{ {'a': nope}['a'] is defined }}
{{ nope < 1 }}
{{ nope | list }}
{{ nope | map('upper') | list }}
{{ nope in nums }}
{{ 'a' in nope }}
{{ nums[99] }}
{{ nums[99].x | default(3) }}
{{ 1 / 0 }}
{{ nope | first | default(1) }}
{{ nope | sort }}
{{ nope | dictsort }}
{{ nope | round }}
{{ nope | length }}
{{ nope * 2 }}
{{ '%s' % nope }}|
{{ nope[1:] }}|
{{ -nope }}
{{ nope | truncate(5) }}|
{{ nope | wordcount }}
{{ nope | items | list }}
{{ nope | reverse | list }}
{{ nope | unique | list }}
{{ nope | max }}|
{{ nope | b64encode }}|
{{ nope is iterable }} {{ nope is string }} {{ nope is none }} {{ nope is sequence }}
{{ nope | abs }}
{{ nope | indent }}
{{ nope | wordwrap(3) }}
{{ nope | truncate(3) }}|
{{ users | sort(attribute='nope') | length }}
{{ [{'a': 1}, {}] | sort(attribute='a') }}
{{ nope | int(4, 1) }}
{{ [1] | sort(attribute='zz.y') }}
"""


def dumps(value, indent=None):
    return json.dumps(value, indent=indent)


def environment(undefined):
    env = jinja2.Environment(undefined=undefined)
    env.filters.update(
        to_json=dumps, tojson=dumps, from_json=json.loads,
        b64encode=lambda v: base64.b64encode(str(v).encode()).decode(),
        b64decode=lambda v: base64.b64decode(str(v)).decode())
    env.globals.update(now=lambda: "2025-06-17T01:18:13.000123", null=None)
    return env


def plain(value):
    """The value as JSON holds it; fails for what JSON cannot hold."""
    if isinstance(value, jinja2.Undefined):
        return None
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("no JSON number")
        return value
    if isinstance(value, dict):
        return dict(zip(json.loads(json.dumps(dict.fromkeys(value, 0))), map(plain, value.values())))
    if isinstance(value, (list, tuple, range)) or hasattr(value, "__next__") or type(value).__name__.startswith("dict_"):
        return [plain(v) for v in value]
    raise ValueError("no JSON value: " + type(value).__name__)


def result(env, template):
    context = json.loads(json.dumps(CONTEXT))
    body = env.parse(template).body
    single = len(body) == 1 and isinstance(body[0], jinja2.nodes.Output) and len(body[0].nodes) == 1
    if single and not isinstance(body[0].nodes[0], jinja2.nodes.TemplateData):
        inner = template.strip()[2:-2].strip("-")
        value = env.compile_expression(inner, undefined_to_none=False)(**context)
        if isinstance(value, jinja2.StrictUndefined):
            str(value)
        return plain(value)
    return env.from_string(template).render(**context)


def main():
    cases = []
    for kind, text, undefined in (("strict", TEMPLATES, jinja2.StrictUndefined), ("lenient", LENIENT, jinja2.ChainableUndefined)):
        env = environment(undefined)
        for line in text.strip("\n").split("\n"):
            template = line.replace("⏎", "\n")
            case = {"id": len(cases), "template": template, "undefined": kind}
            try:
                case["expected"] = result(env, template)
            except Exception as error:
                case["error"] = type(error).__name__ + ": " + str(error)
            cases.append(case)
    json.dump({"context": CONTEXT, "cases": cases}, sys.stdout, indent=1, ensure_ascii=True)


main()
