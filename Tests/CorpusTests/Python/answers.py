"""Makes what a server answers, by what the document says, and judges what a client makes of it."""

import base64
import fnmatch
import json
import re

from bodies import essence
from calls import parameters
from equality import difference, exact
from instances import Impossible, Instances

MOST = 3
LINES = {"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines",
         "application/x-jsonl", "application/stream+json", "application/x-json-stream", "application/jsonlines"}
RECORDS = {"application/json-seq", "application/geo+json-seq"}


class Answer:
    """What a server says, and what the client should return for it."""

    def __init__(self, status, kind=None, body=b"", expected=None):
        self.status, self.kind, self.body, self.expected = status, kind, body, expected

    @property
    def message(self):
        return {"status": self.status, "type": self.kind, "body": base64.b64encode(self.body).decode()}


class Unasked(Exception):
    """The client does not ask for anything that the document describes."""


def answers(document, case, request):
    """The answers that the document describes for a call that succeeds, in a content type that the client asks for."""
    if request["method"] == "HEAD":
        return
    operation = document.at(case.call["pointer"])
    for status, at, response in list(successes(document, case.call["pointer"], operation))[:MOST]:
        contents = described(document, operation, at, response)
        if not contents:
            yield Answer(status)
        elif status not in (204, 205):
            kind, pointer, media = asked_for(contents, accepted(request), versions(document, case))
            try:
                yield made(document, status, kind, pointer, media, case)
            except (Impossible, LookupError):
                continue


def successes(document, pointer, operation):
    """Statuses of success with the responses that describe them."""
    responses = {status: (f"{pointer}/responses/{status}", response)
                 for status, response in (operation.get("responses") or {}).items() if isinstance(response, dict)}
    codes = {int(status): item for status, item in responses.items() if status.isdigit()}
    for status, item in responses.items():
        if re.fullmatch(r"[1-5][xX]{2}", status):
            first = int(status[0]) * 100
            codes.setdefault(next(code for code in range(first, first + 100) if code not in codes), item)
    if not any(200 <= status <= 299 for status in codes) and "default" in responses:
        codes = {} if any(status < 400 for status in codes) else {200: responses["default"]}
    for status, (at, response) in codes.items():
        if 200 <= status <= 299:
            yield status, *document.resolved(at, response)


def described(document, operation, at, response):
    """The content types of a response, each with a pointer to its schema and what stands there."""
    if at.startswith(("#/components/schemas/", "#/definitions/")):
        return {"application/json": (at, {})}  # Some refer to the schema in the place of the response.
    if document.is_swagger:
        if "schema" not in response:
            return {}
        kinds = operation.get("produces") or document.root.get("produces") or ["application/json"]
        return {kind: (f"{at}/schema", response) for kind in kinds}
    at, content = document.resolved(f"{at}/content", response.get("content") or {})
    return {kind: (f"{at}/{document.escaped(kind)}/schema", media)
            for kind, media in content.items() if isinstance(media, dict)}


def accepted(request):
    field = next((value for name, value in request["headers"] if name.lower() == "accept"), "*/*")
    return [essence(kind) for kind in field.split(",")]


def versions(document, case):
    """The types that a parameter `Accept` allows or assumes: APIs tell their versions apart by them."""
    pointer = case.call["pointer"]
    for (place, name), (_, at, _, _) in parameters(document, pointer, document.at(pointer)).items():
        if place == "header" and name.lower() == "accept":
            schema = document.at(at, document.schemas)
            return [kind for kind in [*schema.get("enum", []), schema.get("default")] if isinstance(kind, str)]
    return []


def asked_for(contents, kinds, stated):
    for kind in kinds:
        for name, (pointer, media) in contents.items():
            if fnmatch.fnmatch(essence(name), kind) or fnmatch.fnmatch(kind, essence(name)):
                return (name if "*" not in name else kind.replace("*", "x")), pointer, media
    if "application/json" in contents and kinds[0] in map(essence, stated):
        return kinds[0], *contents["application/json"]
    raise Unasked(f"the client asks for {', '.join(kinds)}, the document has {', '.join(contents)}")


def made(document, status, name, pointer, media, case):
    kind = essence(name)
    seed = f"{case.call['pointer']} {status}"
    if kind in LINES or kind in RECORDS or kind == "text/event-stream":
        return stream(document, status, name, pointer, media, seed)
    if is_json(kind) and not is_binary(document, pointer):
        value = valid(document, pointer, seed)
        return Answer(status, name, json.dumps(value).encode(), {"json": value})
    if is_text(kind):
        written = "Grüße, \"世界\"\n"
        return Answer(status, name, written.encode(), {"json": written})
    content = b"a,b\r\n1,\"2\"\r\n\xff\x00"
    return Answer(status, name, content, {"bytes": base64.b64encode(content).decode()})


def is_json(kind):
    return kind.endswith("/json") or kind.endswith("+json") and not kind.startswith("image/")


def is_text(kind):
    others = ("application/xml", "application/xhtml+xml", "application/yaml", "application/x-yaml",
              "application/x-www-form-urlencoded")
    return kind.startswith("text/") and kind != "text/csv" or kind in others or (
        kind.endswith("+xml") and not kind.startswith("image/"))


def is_binary(document, pointer):
    try:
        schema = document.at(pointer, document.schemas)
    except LookupError:
        return False
    return isinstance(schema, dict) and schema.get("format") == "binary"


def stream(document, status, name, pointer, media, seed):
    schema = media.get("itemSchema", media.get("schema"))
    if "itemSchema" in media:
        pointer = pointer.removesuffix("schema") + "itemSchema"
    kind = essence(name)
    if schema is None or kind == "text/event-stream" and not is_data(document, pointer):
        raise Impossible("events that are described as a whole")
    values = [valid(document, pointer, f"{seed} {index}") for index in range(2)]
    before, after = {"text/event-stream": ("data: ", "\n\n")}.get(kind, ("\x1e" if kind in RECORDS else "", "\n"))
    text = "".join(f"{before}{json.dumps(value)}{after}" for value in values)
    return Answer(status, name, text.encode(), {"items": [{"json": value} for value in values]})


def is_data(document, pointer):
    """Whether the schema of an event stream describes the data of an event, not the event."""
    schema = Instances(document, "", "most").flat(document.at(pointer, document.schemas), 0)
    return schema.get("type") == ["object"] and "data" not in schema.get("properties", {})


def valid(document, pointer, seed):
    try:
        document.at(pointer)
    except LookupError:
        return {"a": 1}
    for attempt in range(20):
        value = Instances(document, f"{seed} {attempt}", "most" if attempt == 0 else "some").at(pointer)
        if document.problem(pointer, value) is None:
            return value
    raise Impossible("answer")


def problem(answer, returned):
    """What is wrong with what a client returned; None if nothing is."""
    if isinstance(returned, dict) and "case" in returned:
        returned = returned.get("of")
    if returned == {"json": None} and answer.expected is None:
        return None
    return difference(exact(json.dumps(answer.expected)), returned, "answer")
