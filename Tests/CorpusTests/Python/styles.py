"""Judges how arguments travel as parameters, by the tables of OpenAPI 3 (style, explode) and Swagger 2.0
(collectionFormat), written down here apart from everything else that knows them."""

import json
import re
from urllib.parse import unquote, urlsplit

DEFAULTS = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
COLLECTION_FORMATS = {"csv": ",", "ssv": " ", "pipes": "|"}  # Tabs are refused, and said so.
DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ",", "label": ",", "matrix": ","}


class Beyond(Exception):
    """A parameter that the tables say nothing about."""


def problem(parameter, value, call_path, request, text):
    """What is wrong with how a value was sent; None if nothing is. The function gives the text of a plain value."""
    place, name = parameter["in"], parameter["name"]
    if "content" in parameter:
        sent = single(place, name, call_path, request)
        return None if sent is not None and same(content_of(parameter, sent), value, text) else wrong(name, sent, value)
    style, explode, delimiter = spelling(parameter)
    if place == "query" and explode:
        return exploded(name, style, value, pairs(urlsplit(request["path"]).query, "&"), text)
    if place == "cookie" and explode:
        # The table joins them with an ampersand; cookies of their own are what servers understand.
        return exploded(name, style, value, pairs(cookies(request).replace("; ", "&"), "&"), text)
    sent = single(place, name, call_path, request)
    if sent is None:
        return f"{place} parameter {name} was not sent"
    found = read(sent, name, style, explode, delimiter, value)
    return None if same(found, value, text) else wrong(name, sent, value)


def wrong(name, sent, value):
    return f"parameter {name} was sent as {sent}, not {json.dumps(value)}"


def spelling(parameter):
    """Style, explode and delimiter."""
    if "collectionFormat" in parameter or "style" not in parameter and "schema" not in parameter:
        form = parameter.get("collectionFormat", "csv")
        style = DEFAULTS[parameter["in"]]
        if form not in COLLECTION_FORMATS and form != "multi":
            raise Beyond(form)
        return (style, True, ",") if form == "multi" else (style, False, COLLECTION_FORMATS[form])
    style = parameter.get("style", DEFAULTS[parameter["in"]])
    explode = parameter.get("explode", style in ("form", "cookie"))
    if style == "deepObject":
        return style, True, None
    if style not in DELIMITERS:
        raise Beyond(style)
    delimiter = DELIMITERS[style]
    if explode and style == "label":
        delimiter = "."
    return style, explode, delimiter


def exploded(name, style, value, sent, text):
    """A query parameter in several pairs."""
    if isinstance(value, dict):
        key = (lambda member: f"{name}[{member}]") if style == "deepObject" else (lambda member: member)
        wanted = [(key(member), item) for member, item in value.items()]
    elif isinstance(value, list):
        wanted = [(name, item) for item in value]
    else:
        wanted = [(name, value)]
    for key, item in wanted:
        if isinstance(item, (dict, list)):
            raise Beyond(style)
        if not any(sent_name == key and same(sent_value, item, text) for sent_name, sent_value in sent):
            return f"the query has no {key} that says {text(item)}: {sent}"
    order = [sent_value for sent_name, sent_value in sent if sent_name == name]
    if isinstance(value, list) and not same(order, value, text):
        return f"the query says {name} in this order: {order}"
    return None


def pairs(sent, delimiter):
    return [tuple(unquote(part) for part in (pair.split("=", 1) + [""])[:2]) for pair in sent.split(delimiter) if pair]


def cookies(request):
    return "; ".join(value for key, value in request["headers"] if key.lower() == "cookie")


def single(place, name, call_path, request):
    """The text of a parameter as it was sent, escapes included; None if it was not."""
    if place == "query":
        found = [pair.split("=", 1) for pair in urlsplit(request["path"]).query.split("&")]
        return next((pair[1] for pair in found if len(pair) == 2 and unquote(pair[0]) == name), None)
    if place == "header":
        return next((value for key, value in request["headers"] if key.lower() == name.lower()), None)
    if place == "cookie":
        found = [pair.strip().split("=", 1) for pair in cookies(request).split(";")]
        return next((pair[1] for pair in found if len(pair) == 2 and unquote(pair[0]) == name), None)
    return segment(name, "/base" + call_path.split("?")[0], urlsplit(request["path"]).path)


def segment(name, template, path):
    """What stands in a path where a template has the name, if that is a whole segment."""
    wanted, found = template.split("/"), path.split("/")
    # Some write the operators of RFC 6570 into the template.
    whole = [index for index, part in enumerate(wanted) if re.fullmatch(r"\{[.;]?" + re.escape(name) + r"\*?\}", part)]
    if not whole or len(wanted) != len(found):
        raise Beyond(f"the path {path} is not divided like {template}")
    return found[whole[0]]


def read(sent, name, style, explode, delimiter, value):
    """The plain texts in what was sent, in the form of the value."""
    if style == "label":
        sent = required(sent, ".")
    if style == "matrix" and not explode:
        sent = required(sent, f";{name}=")
    if style == "matrix" and explode:
        parts = [part.split("=", 1) for part in required(sent, ";").split(";")]
        if isinstance(value, dict):
            return {unquote(part[0]): unquote(part[-1]) for part in parts}
        texts = [unquote(part[-1]) for part in parts if unquote(part[0]) == name]
        return texts if isinstance(value, list) else (texts + [None])[0]
    if not isinstance(value, (list, dict)):
        return unquote(sent)
    parts = split(sent, delimiter)
    if delimiter not in (",", ".") and any(delimiter in str(item) for item in flat(value)):
        raise Beyond("values that hold the delimiter")
    if isinstance(value, list):
        return [unquote(part) for part in parts]
    if explode:
        return {unquote(part.split("=", 1)[0]): unquote(part.split("=", 1)[-1]) for part in parts}
    return {unquote(key): unquote(item) for key, item in zip(parts[::2], parts[1::2])}


def split(sent, delimiter):
    """The parts between delimiters. A comma stands for itself; the others are no part of a URL, and are escaped."""
    if delimiter not in (",", "."):
        escape = f"%{ord(delimiter):02X}"
        sent = sent.replace(escape, delimiter).replace(escape.lower(), delimiter)
    return sent.split(delimiter)


def flat(value):
    return value if isinstance(value, list) else [*value.keys(), *value.values()]


def required(sent, prefix):
    return sent[len(prefix):] if sent.startswith(prefix) else f"without {prefix}: {sent}"


def content_of(parameter, sent):
    kind = next(iter(parameter["content"]), "")
    if kind.startswith("text/plain"):
        return unquote(sent)
    if "json" not in kind:
        raise Beyond(kind)
    try:
        return json.loads(unquote(sent))
    except ValueError:
        return None


def same(found, value, text):
    """Whether texts say the same as values."""
    if isinstance(value, dict):
        return (
            isinstance(found, dict)
            and found.keys() == value.keys()
            and all(same(found[key], item, text) for key, item in value.items())
        )
    if isinstance(value, list):
        return (
            isinstance(found, list)
            and len(found) == len(value)
            and all(same(one, other, text) for one, other in zip(found, value))
        )
    return found is not None and text(found) == text(value)
