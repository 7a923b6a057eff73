"""Makes arguments for the calls of a client."""

import re

from bodies import add_body
from instances import Impossible, Instances

AMOUNTS = ["fewest", "most", "some"]


class Case:
    """A call: its arguments by label for the client, its values by place and name for the judge."""

    def __init__(self, number, call):
        self.number = number
        self.call = call
        self.arguments = {}
        self.parameters = {"path": {}, "query": {}, "header": {}, "cookie": {}}
        self.described = []
        self.content = None
        self.allowed = None
        self.body = None
        self.fields = []


def cases(document, calls):
    for number, call in enumerate(calls):
        for round, amount in enumerate(AMOUNTS):
            try:
                yield made(document, number, call, amount, f"{call['pointer']} {round}")
            except (Impossible, LookupError):
                continue


def made(document, number, call, amount, seed):
    case = Case(number, call)
    operation = document.at(call["pointer"])
    described = parameters(document, call["pointer"], operation)
    for parameter in call["parameters"]:
        place, pointer, required, written = described[wanted(parameter, described)]
        if not required and amount == "fewest":
            continue
        # What nobody describes is a text.
        value = plain(document, pointer, amount, seed, place) if pointer else "a b"
        if value is None:
            if required:
                raise Impossible(parameter["name"])
            continue
        if parameter["type"] == "string" and not isinstance(value, str):
            raise Impossible("the client takes the text as it is sent, and says so")
        case.arguments[parameter["label"]] = value
        case.parameters[place][parameter["name"]] = value
        case.described.append((written, value))
    if call.get("body"):
        add_body(document, case, operation, amount, seed)
    for argument in call["arguments"]:
        if not argument["isOptional"] and argument["label"] not in case.arguments:
            raise Impossible("an argument that is not made up here, such as a member of a form")
    return case


def wanted(parameter, described):
    """The key of a parameter: its place is part of it, because one name may stand in several."""
    places = ["path", "header", "cookie"]
    place = next((place for place in places if place in parameter["encoding"].lower()), "query")
    key = (place, parameter["name"])
    if key not in described and place == "path":
        # Routers write operators and patterns into the template: `{path*}`, `{id:[0-9]+}`.
        key = (place, re.sub(r"^[+#./;?&]+|[*+]+$", "", parameter["name"].split(":")[0]))
    if key not in described and place == "path":
        described[key] = (place, None, True, {"name": parameter["name"], "in": place, "schema": {}})
    if key not in described:
        raise LookupError(parameter["name"])
    if place == "header" and not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", parameter["name"]):
        raise Impossible("no name of a header field")
    return key


def parameters(document, pointer, operation):
    """Places, pointers to schemas, whether it is required, and the whole, of the parameters that can be made up here."""
    result = {}
    item = pointer.rsplit("/", 1)[0]
    for holder, owner in [(item, document.at(item)), (pointer, operation)]:
        for index, parameter in enumerate(owner.get("parameters") or []):
            at, parameter = document.resolved(f"{holder}/parameters/{index}", parameter)
            place = parameter.get("in")
            required = parameter.get("required") is True or place == "path"
            result[(place, parameter.get("name"))] = (place, schema_pointer(document, at, parameter), required, parameter)
    return result


def schema_pointer(document, pointer, parameter):
    if "schema" in parameter:
        return f"{pointer}/schema"
    if isinstance(parameter.get("content"), dict) and parameter["content"]:
        kind = next(iter(parameter["content"]))
        return f"{pointer}/content/{document.escaped(kind)}/schema"
    return pointer


def plain(document, pointer, amount, seed, place):
    """A value whose text says what it is: nothing empty, no null, and only what the place can carry."""
    for attempt in range(20):
        maker = Instances(document, f"{seed} {pointer} {attempt}", "some" if amount == "fewest" else amount, False)
        maker.texts = ["text", "a-b"] if place in ("header", "cookie") else ["text", "a b&c=d+e%", "Grüße"]
        value = maker.at(pointer)
        if document.is_swagger and isinstance(value, dict):
            continue  # Version 2.0 has no parameters that are objects.
        if is_plain(value) and document.problem(pointer, value) is None:
            return value
    return None


def is_plain(value, depth=0):
    if isinstance(value, (list, dict)):
        items = value if isinstance(value, list) else list(value.values())
        return depth == 0 and bool(items) and all(is_plain(item, 1) for item in items)
    if isinstance(value, str):
        return value.strip() == value != "" and "\n" not in value
    return value is not None and not isinstance(value, float)
