"""Judges bodies as a server reads them: forms by their parts, everything else by its bytes."""

import base64
import fnmatch
import json
from urllib.parse import parse_qsl, quote

from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data, Epilogue, Field, File, MultipartDecoder, NeedData

from bodies import essence
from equality import difference
from styles import Beyond
from styles import problem as style_problem


class Part:
    """A part of a form: its name, that of the file if it is one, its content type if it says one, and its bytes."""

    def __init__(self, name, file_name, kind, content=b""):
        self.name, self.file_name, self.kind, self.content = name, file_name, kind, content


def problem(case, request, text):
    """What is wrong with the body of a request; None if nothing is."""
    sent_kind = next((value for name, value in request["headers"] if name.lower() == "content-type"), "")
    wanted = case.call["body"]
    described = case.allowed or [case.content.essence]
    if not any(fnmatch.fnmatch(essence(sent_kind), kind) for kind in described):
        return f"the body is called {sent_kind}, not {' or '.join(described)}"
    body = base64.b64decode(request["body"] or "")
    if wanted["kind"] == "json":
        return difference(case.body, json.loads(body), "body")
    if wanted["kind"] in ("text", "file"):
        return None if text(body.decode()) == text(case.body) else f"the body is {body[:200]!r}, not {case.body!r}"
    if wanted["kind"] == "form":
        return urlencoded_problem(case.fields, body.decode("ascii"), text)
    return multipart_problem(case.fields, sent_kind, body, text)


def urlencoded_problem(fields, body, text):
    pairs = parse_qsl(body, keep_blank_values=True, strict_parsing=bool(body))
    query = body.replace("+", "%20")
    known = 0
    for field in fields:
        sent = [value for name, value in pairs if name == field.name]
        expected = texts(field, text)
        if expected is None:
            known = None
            wrong = styled_problem(field, query, text)
        else:
            known = known + len(sent) if known is not None else None
            wrong = compared(field, sent, expected, text)
        if wrong:
            return wrong
    return f"the form has more: {pairs}" if known is not None and known != len(pairs) else None


def texts(field, text):
    """What a member without a style is sent as, an entry for each time; None if it has one."""
    value, encoding = field.value, field.encoding
    if value is None or value == []:
        return []
    if "json" in str(encoding.get("contentType", "")):
        return [Json(value)]
    if "style" in encoding or "explode" in encoding or "allowReserved" in encoding:
        return None
    if isinstance(value, list) and encoding.get("collectionFormat", "multi") != "multi":
        return None
    return [Json(item) if isinstance(item, (dict, list)) else text(item)
            for item in (value if isinstance(value, list) else [value]) if item is not None]


class Json:
    """A value as JSON text, however that is laid out."""

    def __init__(self, value):
        self.value = value


def compared(field, sent, expected, text):
    if len(sent) != len(expected):
        return f"the field {field.name} was sent {len(sent)} times, not {len(expected)}"
    for found, wanted in zip(sent, expected):
        if isinstance(wanted, Json):
            wrong = difference(wanted.value, json.loads(found), field.name)
            if wrong:
                return wrong
        elif text(found) != wanted:
            return f"the field {field.name} says {found!r}, not {wanted!r}"
    return None


def styled_problem(field, query, text):
    if field.value is None or field.value in ([], {}):
        return None
    if any(isinstance(item, (dict, list)) or item is None or "," in str(item) for item in flat(field.value)):
        return None  # Beyond the tables of styles.
    parameter = {"in": "query", "name": field.name, **field.encoding}
    if "collectionFormat" not in parameter:
        parameter["schema"] = {}
    try:
        return style_problem(parameter, field.value, "", {"path": f"/?{query}", "headers": []}, text)
    except Beyond:
        return None


def flat(value):
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]


def multipart_problem(fields, kind, body, text):
    try:
        parts = list(parsed(kind, body))
    except Exception as error:
        return f"the form cannot be read: {type(error).__name__}: {error}"
    query = "&".join(f"{quote(part.name)}={quote(part.content.decode(), safe=',')}" for part in parts
                     if part.file_name is None)
    known = 0
    for field in fields:
        own = [part for part in parts if part.name == field.name]
        if field.is_file:
            known = known + len(own) if known is not None else None
            wrong = files_problem(field, own)
        elif (expected := texts(field, text)) is None:
            known = None
            wrong = styled_problem(field, query, text)
        else:
            known = known + len(own) if known is not None else None
            wrong = compared(field, [part.content.decode() for part in own], expected, text)
            wrong = wrong or next(filter(None, (kind_problem(field, part, item) for part, item in zip(own, expected))), None)
        if wrong:
            return wrong
    names = [part.name for part in parts]
    return f"the form has more: {names}" if known is not None and known != len(parts) else None


def unescaped(name):
    """A name that stood between quotes, where browsers escape what would end it."""
    return name and name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")


def parsed(kind, body):
    boundary = parse_options_header(kind)[1]["boundary"]
    decoder = MultipartDecoder(boundary.encode())
    decoder.receive_data(body)
    decoder.receive_data(None)
    part = None
    while not isinstance(event := decoder.next_event(), (Epilogue, NeedData)):
        if isinstance(event, (Field, File)):
            file_name = getattr(event, "filename", None)
            part = Part(unescaped(event.name), unescaped(file_name), event.headers.get("Content-Type"))
        elif isinstance(event, Data):
            part.content += event.data
            if not event.more_data:
                yield part


def files_problem(field, parts):
    wanted = field.value if isinstance(field.value, list) else [field.value]
    if len(parts) != len(wanted):
        return f"the file {field.name} was sent {len(parts)} times, not {len(wanted)}"
    for part, file in zip(parts, wanted):
        if part.content != file["text"].encode():
            return f"the file {field.name} holds {part.content!r}, not {file['text']!r}"
        if part.file_name is None or "name" in file and part.file_name != file["name"]:
            return f"the file {field.name} is called {part.file_name}, not {file.get('name')}"
        if "type" in file and part.kind != file["type"]:
            return f"the file {field.name} is of type {part.kind}, not {file['type']}"
        if not allowed(field, part):
            return f"the file {field.name} is of type {part.kind}, not {field.encoding['contentType']}"
    return None


def allowed(field, part):
    kinds = [essence(kind) for kind in str(field.encoding.get("contentType", "*")).split(",")]
    return any(fnmatch.fnmatch(essence(part.kind or "text/plain"), kind) for kind in kinds)


def kind_problem(field, part, expected):
    if part.file_name is not None:
        return f"the field {field.name} was sent as a file"
    if "contentType" in field.encoding:
        return None if allowed(field, part) else f"the field {field.name} is of type {part.kind}"
    is_json = "json" in (part.kind or "")
    return f"the field {field.name} is of type {part.kind}" if is_json != isinstance(expected, Json) else None
