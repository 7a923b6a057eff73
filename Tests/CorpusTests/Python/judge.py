"""Has openapi-core, and what is known of OpenAPI without it, judge the HTTP requests of a client."""

import base64
import copy
import json
import re
from datetime import date, datetime
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from calls import parameters
from forms import problem as form_problem
from styles import Beyond
from styles import problem as style_problem

FORMATS = {"int32", "int64", "float", "double", "date", "date-time", "uuid", "byte", "binary"}
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}


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
        if own or self.core is None or self.is_foreign(case):
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
        errors = [text for text in map(described, result.errors) if not self.is_its_own(text, case, request)]
        if errors:
            return "openapi-core: " + "; ".join(errors)[:600]
        if result.errors:
            return None
        # Those without a schema are unknown to it.
        unknown = {(item["in"], item["name"]) for item, _ in case.described if not item.keys() & {"schema", "content"}}
        for place in ("path", "query", "header", "cookie"):
            known = getattr(result.parameters, place)
            for name, value in case.parameters[place].items():
                if isinstance(value, (list, dict)) or (place, name) in unknown:
                    continue
                if name not in known:
                    return f"{place} parameter {name} was not sent"
                if text(known[name]) != text(value):
                    return f"{place} parameter {name} says {text(known[name])}, not {text(value)}"
        return None

    def is_foreign(self, case):
        """Whether openapi-core cannot find an operation: it has a server of its own, a path such as `/pets/:id`
        or `/{a}-{b}`, or a slash in an argument."""
        operation = self.document.at(case.call["pointer"])
        item = self.document.at(case.call["pointer"].rsplit("/", 1)[0])
        path = case.call["path"]
        has_slash = any("/" in text(value) for value in case.parameters["path"].values())
        return bool(operation.get("servers") or item.get("servers")) or (
            "/:" in path or "?" in path or has_slash or re.search(r"\{[^/]*\{", path) is not None
        )

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
    def is_its_own(error, case, request):
        """Whether an error is none of the request: OpenAPI leaves some header fields to others, bodies were compared
        before, openapi-core finds no members of a parameter whose own name has brackets, nothing can be sent for a parameter
        that the path does not name, and several objects with brackets are too many for it."""
        left_out = ["Authorization", "Content-Type", "Accept"]
        absent = re.match(r"Query parameter error: (.*) \(", error)
        nameless = re.match(r"Missing required path parameter: (.*)", error)
        return (
            any(error.startswith(f"Missing required header parameter: {name}") for name in left_out)
            or error.startswith("Request body validation error")
            or error.startswith("Missing required request body") and case.content is not None  # An empty form has none.
            or error.startswith("Missing required query parameter: ") and "[" in error
            or absent is not None and absent[1] not in case.parameters["query"]
            or nameless is not None and f"{{{nameless[1]}}}" not in case.call["path"]
        )

    def own_problem(self, case, request):
        """What can be said without knowing styles: method, path of plain parameters, body, number of parameters."""
        token = case.call["pointer"].rsplit("/", 1)[1]
        if token in METHODS and request["method"] != token.upper():
            return f"the method is {request['method']}"
        path = urlsplit("https://api.test" + request["path"])
        host = self.server(case).netloc
        if request["host"] != host:
            return f"the host is {request['host']}, not {host}"
        wanted = self.wanted_path(case)
        if wanted is not None and unquote(path.path) != wanted:
            return f"the path is {path.path}, not {wanted}"
        if not self.takes_query(case) and parse_qsl(path.query):
            return f"the query is {path.query}, but nothing was given for it"
        if case.content is not None:
            return form_problem(case, request, text)
        return "there is a body, but none was given" if request["body"] else None


    def takes_query(self, case):
        """Whether a call has a query: one was given, the path has one, or the document allows one value only."""
        described = parameters(self.document, case.call["pointer"], self.document.at(case.call["pointer"]))
        required = any(place == "query" and required for place, _, required, _ in described.values())
        return bool(case.parameters["query"]) or required or "?" in case.call["path"]

    def wanted_path(self, case):
        """The path of a call, whose parameters are all plain; None if that is not all that there is to it."""
        template = case.call["path"].split("?")[0].split("#")[0]
        values = case.parameters["path"]
        if any(isinstance(value, (list, dict)) for value in values.values()):
            return None
        parts = re.split(r"[{}]", template) if "{" in template else re.split(r"(?<=/):(\w+)", template)
        if set(parts[1::2]) != set(values):
            return None
        texts = [part if index % 2 == 0 else text(values[part]) for index, part in enumerate(parts)]
        return unquote(self.server(case).path).rstrip("/") + "".join(texts)

    def server(self, case):
        """The parts of the URL of the server that answers a call."""
        operation = self.document.at(case.call["pointer"])
        item = self.document.at(case.call["pointer"].rsplit("/", 1)[0])
        own = operation.get("servers") or item.get("servers")
        general = self.document.root.get("servers")
        if not own or general and address(own[0]) == address(general[0]):
            return urlsplit("https://api.test/base")
        return urlsplit(urljoin("https://api.test/base/", address(own[0])))


def address(server):
    """The URL of a server with the defaults of its variables, without the port that everybody assumes."""
    url = server["url"]
    for name, variable in (server.get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable["default"]))
    return re.sub(r"^(http://[^/]*):80(?=/|$)|^(https://[^/]*):443(?=/|$)", r"\1\2", url).rstrip("/")


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
        result[key] = stripped(value)
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
