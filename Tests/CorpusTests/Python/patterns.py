"""Makes a text that a regular expression matches, by the parts that the expression consists of."""

import re
from re import _constants as kinds
from re import _parser as parser

WORD = "a"
CLASSES = {
    kinds.CATEGORY_DIGIT: r"\d", kinds.CATEGORY_SPACE: r"\s", kinds.CATEGORY_WORD: r"\w",
    kinds.CATEGORY_NOT_DIGIT: r"\D", kinds.CATEGORY_NOT_SPACE: r"\S", kinds.CATEGORY_NOT_WORD: r"\W",
}
CANDIDATES = "aA7-_ .,:/" + "".join(map(chr, range(33, 127))) + "é\n"


def matching(pattern, least=0, most=10_000):
    """A text of a length within bounds that a pattern is found in; None if that is not so simple."""
    try:
        expression = re.compile(pattern)
        parts = parser.parse(pattern)
    except (re.error, OverflowError):
        return "x" * least  # What Python does not understand, its validators do not check.
    for extra in (0, 1, 2, max(0, least), 8):
        text = made(parts, extra)
        if text is None:
            return None
        text += "a" * (least - len(text)) if expression.search(text + "a" * (least - len(text))) else ""
        if least <= len(text) <= most and expression.search(text):
            return text
    return None


def made(parts, extra):
    """A text for parts in turn, with repetitions beyond what each needs."""
    texts = [part_text(kind, value, extra) for kind, value in parts]
    return None if None in texts else "".join(texts)


def part_text(kind, value, extra):
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.NOT_LITERAL:
        return next(text for text in CANDIDATES if text != chr(value))
    if kind is kinds.ANY:
        return WORD
    if kind is kinds.IN:
        return one_of(value)
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        low, high, part = value
        texts = made(part, extra)
        return None if texts is None else texts * min(low + extra, high if high is not kinds.MAXREPEAT else low + extra)
    if kind is kinds.SUBPATTERN:
        return made(value[3], extra)
    if kind is kinds.BRANCH:
        return next((text for text in (made(branch, extra) for branch in value[1]) if text is not None), None)
    return "" if kind in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT) else None


def one_of(members):
    """A character of a set: a usual one, if the set has one."""
    negated = members[0][0] is kinds.NEGATE
    for text in CANDIDATES:
        if any(holds(member, text) for member in members) != negated:
            return text
    kind, value = members[0]
    return chr(value if kind is kinds.LITERAL else value[0]) if kind in (kinds.LITERAL, kinds.RANGE) else None


def holds(member, text):
    kind, value = member
    if kind is kinds.LITERAL:
        return ord(text) == value
    if kind is kinds.RANGE:
        return value[0] <= ord(text) <= value[1]
    if kind is kinds.CATEGORY:
        return re.match(CLASSES[value], text) is not None
    return False
