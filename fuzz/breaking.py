"""Templates that are nearly right."""
import re

PIECE = re.compile(r"\{%[-+]?|[-+]?%\}|\{\{-?|-?\}\}|\{#|#\}|'[^']*'|\"[^\"]*\"|\w+|\s+|[^\w\s]", re.S)


def broken(rng, made):
    """The template with some of its tokens gone, doubled, swapped or replaced."""
    pieces = PIECE.findall(made)
    for _ in range(rng.choice([1, 1, 2])):
        if not pieces:
            break
        at = rng.randrange(len(pieces))
        other = rng.randrange(len(pieces))
        roll = rng.random()
        if roll < 0.35:
            del pieces[at]
        elif roll < 0.55:
            pieces.insert(at, pieces[at])
        elif roll < 0.75:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            pieces[at] = rng.choice(
                [
                    "(", ")", "[", "]", "{", "}", ",", ":", "|", ".", "is", "in", "not", "if", "else", "=", "==",
                    "'", "*", "**", "~", "{{", "}}", "{%", "%}", "{#", "for", "set", "and", "!", "$", "@", "?",
                    ";", "1", "x", "endif", "endfor", "none", "true", "1.5", ".5", "1a", "_x", "<>", "->", "&",
                    "\\", "//", "recursive", "import", "not in", "is not",
                ]
            )
    return "".join(pieces)
