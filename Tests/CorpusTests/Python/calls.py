"""Makes arguments for the calls of a client, and has openapi-core judge the HTTP requests that come of them."""

import base64
import copy
import json
import re
from datetime import date, datetime
from urllib.parse import parse_qsl, unquote, urlsplit

from equality import difference
from instances import Impossible, Instances
from styles import Beyond
from styles import problem as style_problem

AMOUNTS = ["fewest", "most", "some"]
FORMATS = {"int32", "int64", "float", "double", "date", "date-time", "uuid", "byte", "binary"}
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}


class Case:
    """A call: its arguments by label for the client, its values by place and name for the judge."""

    def __init__(self, number, call):
        self.number = number
        self.call = call
        self.arguments = {}
        self.parameters = {"path": {}, "query": {}, "header": {}, "cookie": {}}
        self.described = []
        self.body = None


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
        value = plain(document, pointer, amount, seed, place)
        if value is None:
            if required:
                raise Impossible(parameter["name"])
            continue
        if parameter["type"] == "string" and not isinstance(value, str):
            raise Impossible("the client takes the text as it is sent, and says so")
        case.arguments[parameter["label"]] = value
        case.parameters[place][parameter["name"]] = value
        case.described.append((written, value))
    if call.get("body") or call["members"]:
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
            at, parameter = resolved(document, f"{holder}/parameters/{index}", parameter)
            place = parameter.get("in")
            required = parameter.get("required") is True or place == "path"
            result[(place, parameter.get("name"))] = (place, schema_pointer(at, parameter), required, parameter)
    return result


def resolved(document, pointer, node):
    for _ in range(20):
        if not isinstance(node.get("$ref"), str):
            return pointer, node
        pointer = node["$ref"]
        node = document.at(pointer)
    raise LookupError(pointer)


def schema_pointer(pointer, parameter):
    if "schema" in parameter:
        return f"{pointer}/schema"
    if isinstance(parameter.get("content"), dict) and parameter["content"]:
        kind = next(iter(parameter["content"]))
        return f"{pointer}/content/{escaped(kind)}/schema"
    return pointer


def escaped(token):
    return token.replace("~", "~0").replace("/", "~1")


def plain(document, pointer, amount, seed, place):
    """A value whose text says what it is: nothing empty, no null, and only what the place can carry."""
    for attempt in range(20):
        maker = Instances(document, f"{seed} {pointer} {attempt}", "some" if amount == "fewest" else amount, False)
        maker.texts = ["text", "a-b"] if place in ("header", "cookie") else ["text", "a b&c=d+e%", "Grüße"]
        value = maker.at(pointer)
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


def add_body(document, case, operation, amount, seed):
    at, body = resolved(document, case.call["pointer"] + "/requestBody", operation.get("requestBody") or {})
    content = body.get("content") or {}
    if document.is_swagger:
        at, body, content = swagger_body(document, case.call["pointer"], operation)
    kinds = sorted(content, key=lambda kind: "json" not in kind)
    if not kinds or (amount == "fewest" and body.get("required") is not True):
        return
    if case.call["bodyIsText"]:
        case.arguments[case.call["body"]] = "text"
        return
    kind = kinds[0]
    if "json" not in kind or not isinstance(content[kind], dict) or "schema" not in content[kind]:
        raise Impossible(kind)
    pointer = f"{at}/schema" if document.is_swagger else f"{at}/content/{escaped(kind)}/schema"
    for attempt in range(20):
        value = Instances(document, f"{seed} body {attempt}", amount, bool(case.call.get("body"))).at(pointer)
        if value is not None and document.problem(pointer, value) is None:
            break
    else:
        raise Impossible("body")
    case.body = value
    if case.call.get("body"):
        case.arguments[case.call.get("body")] = value
    else:
        for member in case.call["members"]:
            if isinstance(value, dict) and member["name"] in value:
                case.arguments[member["label"]] = value[member["name"]]


def swagger_body(document, pointer, operation):
    """The parameter of Swagger 2.0 that is the body, as a place, a body and its content."""
    consumes = operation.get("consumes") or document.root.get("consumes") or ["application/json"]
    for holder in (pointer, pointer.rsplit("/", 1)[0]):
        for index, parameter in enumerate(document.at(holder).get("parameters") or []):
            at, parameter = resolved(document, f"{holder}/parameters/{index}", parameter)
            if parameter.get("in") == "body":
                return at, {"required": parameter.get("required")}, {consumes[0]: parameter}
    raise Impossible("form")


class Judge:
    """openapi-core with the document, without what is no part of this: servers, security, and formats of its own."""

    def __init__(self, document):
        self.document = document
        self.core = None
        self.unjudged = 0
        self.unread = 0
        if document.is_swagger:
            return
        import logging

        from openapi_core import Config, OpenAPI

        logging.disable(logging.WARNING)
        root = stripped(copy.deepcopy(document.root))
        root["servers"] = [{"url": "https://api.test/base"}]
        try:
            self.core = OpenAPI.from_dict(root, config=Config(spec_validator_cls=None))
        except Exception as error:
            print(f"openapi-core does not take the document: {error}"[:300])
            self.core = None

    def problem(self, case, request):
        """What is wrong with a request; None if nothing is."""
        own = self.own_problem(case, request) or self.style_problem(case, request)
        if own or self.core is None:
            return own
        try:
            result = self.core.unmarshal_request(recorded(request))
        except Exception:
            self.unread += 1  # Documents have schemas and styles that it does not know.
            return None
        if any(isinstance(value, (list, dict)) for values in case.parameters.values() for value in values.values()):
            # It reads compound values of few styles, and says of others that they are missing or malformed.
            if result.errors:
                return None
        errors = [text for text in map(described, result.errors) if not self.is_its_own(text, content_type(request))]
        if errors:
            return "openapi-core: " + "; ".join(errors)[:600]
        if result.errors:
            return None
        for place in ("path", "query", "header", "cookie"):
            known = getattr(result.parameters, place)
            for name, value in case.parameters[place].items():
                if isinstance(value, (list, dict)):
                    continue
                if name not in known:
                    return f"{place} parameter {name} was not sent"
                if text(known[name]) != text(value):
                    return f"{place} parameter {name} says {text(known[name])}, not {text(value)}"
        return None

    def style_problem(self, case, request):
        """What is wrong with how parameters were sent, by the tables of styles."""
        for parameter, value in case.described:
            if parameter["in"] == "path" and not isinstance(value, (list, dict)):
                continue  # The path was compared as a whole.
            try:
                wrong = style_problem(parameter, value, case.call["path"], request, text)
            except Beyond:
                self.unjudged += 1
                continue
            if wrong:
                return wrong
        return None

    @staticmethod
    def is_its_own(error, kind):
        """Whether an error is none of the request: OpenAPI leaves some header fields to others, JSON bodies were compared
        before, and openapi-core finds no members of a parameter whose own name has brackets."""
        left_out = ["Authorization", "Content-Type", "Accept"]
        return (
            any(error.startswith(f"Missing required header parameter: {name}") for name in left_out)
            or error.startswith("Request body validation error: Value")
            or error.startswith("Request body validation error") and "json" not in kind
            or error.startswith("Missing required query parameter: ") and "[" in error
        )

    def own_problem(self, case, request):
        """What can be said without knowing styles: method, path of plain parameters, JSON body, number of parameters."""
        token = case.call["pointer"].rsplit("/", 1)[1]
        if token in METHODS and request["method"] != token.upper():
            return f"the method is {request['method']}"
        path = urlsplit("https://api.test" + request["path"])
        values = case.parameters["path"]
        if all(not isinstance(value, (list, dict)) for value in values.values()):
            names = re.split(r"[{}]", case.call["path"].split("?")[0])
            parts = [part if index % 2 == 0 else text(values.get(part, "")) for index, part in enumerate(names)]
            wanted = "/base" + "".join(parts)
            if "{" in case.call["path"] and set(names[1::2]) == set(values) and unquote(path.path) != wanted:
                return f"the path is {path.path}, not {wanted}"
        if not case.parameters["query"] and "?" not in case.call["path"] and parse_qsl(path.query):
            return f"the query is {path.query}, but nothing was given for it"
        if case.body is not None and case.call.get("body") and "json" in content_type(request):
            sent = json.loads(base64.b64decode(request["body"] or ""))
            return difference(case.body, sent, "body")
        return None


def content_type(request):
    return next((value for name, value in request["headers"] if name.lower() == "content-type"), "")


def stripped(node):
    if isinstance(node, list):
        return [stripped(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {}
    for key, value in node.items():
        if key == "servers" and isinstance(value, list) or key == "security" and isinstance(value, (list, type(None))):
            continue
        if key == "format" and isinstance(value, str) and value not in FORMATS:
            continue
        result[str(key)] = stripped(value)
    return result


def recorded(request):
    from openapi_core.datatypes import RequestParameters
    from werkzeug.datastructures import Headers, ImmutableMultiDict

    url = urlsplit("https://api.test" + request["path"])
    headers = Headers([(name, value) for name, value in request["headers"]])
    cookies = [pair.strip().split("=", 1) for pair in ";".join(headers.getlist("Cookie")).split(";") if "=" in pair]

    class Recorded:
        host_url = "https://api.test"
        path = unquote(url.path)
        full_url_pattern = host_url + unquote(url.path)
        method = request["method"].lower()
        content_type = headers.get("Content-Type", "").replace('"', "") or ""
        body = base64.b64decode(request["body"]) if request["body"] is not None else None
        parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(url.query, keep_blank_values=True)),
            header=headers,
            cookie=ImmutableMultiDict((name, unquote(value)) for name, value in cookies),
        )

    return Recorded()


def described(error):
    cause = error.__cause__
    return f"{error}" + (f" ({cause})" if cause is not None else "") + "".join(
        f" [{item.message}]" for item in getattr(cause, "schema_errors", [])
    )


def text(value):
    """A value as plain text, whatever class it was made into."""
    if isinstance(value, (dict,)):
        return json.dumps({key: text(item) for key, item in value.items()}, sort_keys=True)
    if isinstance(value, (list, tuple)):
        return json.dumps([text(item) for item in value])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return str(value.timestamp())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, str) and re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]", value):
        return str(datetime.fromisoformat(value.upper().replace("Z", "+00:00")).timestamp())
    return str(value)
