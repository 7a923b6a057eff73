"""Whether two JSON values say the same. Texts of one point in time, or of one UUID, do."""

import json
import re
import struct
from datetime import datetime
from decimal import Decimal

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}")


def difference(first, second, path="$"):
    """Where two values differ first; None if they do not."""
    if isinstance(first, dict) and isinstance(second, dict):
        for name in first.keys() | second.keys():
            if name not in second:
                return f"{path}.{name} is lost"
            if name not in first:
                return f"{path}.{name} is new: {second[name]!r}"
        return next(filter(None, (difference(first[name], second[name], f"{path}.{name}") for name in first)), None)
    if isinstance(first, list) and isinstance(second, list):
        if len(first) != len(second):
            return f"{path} has {len(second)} items, not {len(first)}"
        pairs = enumerate(zip(first, second))
        return next(filter(None, (difference(a, b, f"{path}[{index}]") for index, (a, b) in pairs)), None)
    return None if same(first, second) else f"{path} is {second!r}, not {first!r}"


def same(first, second):
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if isinstance(first, str) and isinstance(second, str) and first != second:
        if _UUID.fullmatch(first):
            return first.lower() == second.lower()
        return _TIME.match(first) is not None and _TIME.match(second) is not None and time(first) == time(second)
    if isinstance(first, Decimal) and isinstance(second, (Decimal, int)) and first != second:
        return single(first) == single(second)
    return first == second


def single(number):
    """The number with single precision, which a schema may ask for."""
    try:
        return struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return number


def time(text):
    text = text.upper().replace(" ", "T").replace("Z", "+00:00")
    text = re.sub(r"\.([0-9]+)", lambda match: "." + match[1][:3].ljust(6, "0"), text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


def exact(text):
    return json.loads(text, parse_float=Decimal)
