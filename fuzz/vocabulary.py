"""What the generator may call: filters, tests and methods with the kinds of their arguments and results.

A parameter is its name and kind, `?` behind the kind when it may be left out. A kind is one of grammar.KINDS, or a
choice of literals written a/b/c in `=`.
"""

# filter: (kind of the value, parameters, kind of the result)
FILTERS = {
    "abs": ("number", "", "number"), "attr": ("any", "name=member", "any"),
    "batch": ("list", "linecount=small fill_with=any?", "list"), "capitalize": ("text", "", "text"), "center": ("text", "width=small?", "text"),
    "count": ("list", "", "int"), "d": ("any", "default_value=any? boolean=bool?", "any"), "default": ("maybe", "default_value=any? boolean=bool?", "any"),
    "dictsort": ("map", "case_sensitive=bool? by=by? reverse=bool?", "list"), "e": ("text", "", "text"), "escape": ("any", "", "text"),
    "filesizeformat": ("number", "binary=bool?", "text"), "first": ("list", "", "any"), "float": ("any", "default=float?", "float"),
    "forceescape": ("text", "", "text"), "format": ("format", "value=any other=any?", "text"),
    "groupby": ("rows", "attribute=attribute default=any? case_sensitive=bool?", "list"),
    "indent": ("text", "width=indent? first=bool? blank=bool?", "text"), "int": ("any", "default=int? base=base?", "int"), "items": ("map", "", "list"),
    "join": ("list", "d=text? attribute=attribute?", "text"), "last": ("list", "", "any"), "length": ("sized", "", "int"), "list": ("list", "", "list"),
    "lower": ("text", "", "text"), "map": ("list", "name=filter", "list"), "max": ("numbers", "case_sensitive=bool? attribute=attribute?", "number"),
    "min": ("numbers", "case_sensitive=bool? attribute=attribute?", "number"), "pprint": ("any", "", "text"), "reject": ("list", "name=test", "list"),
    "rejectattr": ("rows", "name=attribute test=test?", "rows"), "replace": ("text", "old=text new=text count=small?", "text"),
    "reverse": ("list", "", "list"), "round": ("number", "precision=digits? method=method?", "number"), "safe": ("text", "", "text"),
    "select": ("list", "name=test", "list"), "selectattr": ("rows", "name=attribute test=test?", "rows"),
    "slice": ("list", "slices=small fill_with=any?", "list"),
    "sort": ("list", "reverse=bool? case_sensitive=bool? attribute=attribute?", "list"), "string": ("any", "", "text"), "striptags": ("text", "", "text"),
    "sum": ("numbers", "attribute=attribute? start=number?", "number"), "title": ("text", "", "text"), "trim": ("text", "chars=text?", "text"),
    "truncate": ("text", "length=small? killwords=bool? end=text? leeway=small?", "text"), "tojson": ("any", "indent=indent?", "text"),
    "to_json": ("any", "indent=indent?", "text"), "from_json": ("json", "", "any"), "b64encode": ("text", "", "text"), "b64decode": ("base64", "", "text"),
    "unique": ("list", "case_sensitive=bool? attribute=attribute?", "list"), "upper": ("text", "", "text"), "urlencode": ("any", "", "text"),
    "urlize": ("text", "trim_url_limit=small? nofollow=bool? target=text? rel=text? extra_schemes=schemes?", "text"), "wordcount": ("text", "", "int"),
    "wordwrap": ("text", "width=small? break_long_words=bool? wrapstring=text? break_on_hyphens=bool?", "text"),
    "xmlattr": ("map", "autospace=bool?", "text"),
}
# Filters with more ways through them than the rest are drawn more often.
INTRICATE = ["pprint", "urlize", "striptags", "wordwrap", "xmlattr", "tojson", "unique", "groupby", "dictsort", "round", "filesizeformat", "truncate",
             "sort", "indent", "map", "select", "int", "float", "join", "format", "title", "sum", "batch", "slice", "replace"]

# test: parameters
TESTS = {
    "boolean": "", "callable": "", "defined": "", "divisibleby": "num=small", "eq": "other=any", "equalto": "other=any", "escaped": "", "even": "",
    "false": "", "filter": "", "float": "", "ge": "other=number", "gt": "other=number", "greaterthan": "other=number", "in": "seq=list", "integer": "",
    "iterable": "", "le": "other=number", "lower": "", "lt": "other=number", "lessthan": "other=number", "mapping": "", "ne": "other=any", "none": "",
    "number": "", "odd": "", "sameas": "other=any", "sequence": "", "string": "", "test": "", "true": "", "undefined": "", "upper": "",
}
# What a test is asked of; any value else.
TESTED = {"divisibleby": "int", "even": "int", "odd": "int", "ge": "number", "gt": "number", "greaterthan": "number", "le": "number", "lt": "number",
          "lessthan": "number", "defined": "maybe", "undefined": "maybe", "lower": "text", "upper": "text", "filter": "word", "test": "word"}

_BOUNDS = "start=index? end=index?"
# kind of the value: method: (kinds of the arguments, kind of the result)
METHODS = {
    "text": {
        **{name: ("", "text") for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")},
        **{name: ("", "bool") for name in ("isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "istitle", "islower", "isupper",
                                           "isidentifier", "isascii", "isprintable")},
        **{name: ("chars=text?", "text") for name in ("strip", "lstrip", "rstrip")},
        **{name: ("sep=text? n=small?", "list") for name in ("split", "rsplit")},
        **{name: ("sub=text " + _BOUNDS, "int") for name in ("find", "rfind", "count", "index", "rindex")},
        **{name: ("sub=affix " + _BOUNDS, "bool") for name in ("startswith", "endswith")},
        **{name: ("w=small fill=char?", "text") for name in ("center", "ljust", "rjust")},
        **{name: ("sep=text", "list") for name in ("partition", "rpartition")},
        **{name: ("affix=text", "text") for name in ("removeprefix", "removesuffix")},
        "splitlines": ("keep=bool?", "list"), "replace": ("old=text new=text count=small?", "text"), "zfill": ("w=small", "text"),
        "expandtabs": ("w=small?", "text"), "join": ("items=texts", "text"), "format": ("a=any? b=any? c=any?", "text"), "format_map": ("m=map", "text"),
        "encode": ("e=encoding?", "any"),
    },
    "list": {
        "append": ("x=any", "none"), "extend": ("x=list", "none"), "insert": ("i=index x=any", "none"), "pop": ("i=index?", "any"), "remove": ("x=any", "none"),
        "index": ("x=any " + _BOUNDS, "int"), "count": ("x=any", "int"), "sort": ("", "none"), "reverse": ("", "none"), "copy": ("", "list"),
        "clear": ("", "none"),
    },
    "map": {
        "get": ("k=key default=any?", "any"), "items": ("", "list"), "keys": ("", "list"), "values": ("", "list"), "pop": ("k=key default=any?", "any"),
        "popitem": ("", "any"), "setdefault": ("k=key default=any?", "any"), "update": ("m=map?", "none"), "copy": ("", "map"), "clear": ("", "none"),
        "fromkeys": ("k=texts default=any?", "map"),
    },
    "int": {"bit_length": ("", "int"), "bit_count": ("", "int"), "conjugate": ("", "int"), "as_integer_ratio": ("", "list")},
    "float": {"is_integer": ("", "bool"), "as_integer_ratio": ("", "list"), "hex": ("", "text"), "conjugate": ("", "float")},
}
