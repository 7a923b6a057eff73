"""An OpenAPI document as Python reads it, and its schemas as JSON Schema 2020-12."""

import copy
import json
import re
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

TYPES = {"string", "integer", "number", "boolean", "array", "object", "null"}
# Names that are no types of JSON Schema, and what everybody takes them for.
FOREIGN = {
    "decimal": "number", "float": "number", "double": "number", "int": "integer", "long": "integer",
    "date": "string", "datetime": "string", "uuid": "string", "text": "string", "bool": "boolean", "hash": "object",
}
HOME = "urn:document"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads YAML by the core schema of version 1.2: `no`, `on` and dates are strings."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("merge", r"^<<$", "<"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


class Document:
    def __init__(self, path):
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        try:
            self.root = json.loads(text)
        except ValueError:
            self.root = yaml.load(text, Loader)
        self.is_swagger = "swagger" in self.root
        self.is_3_0 = str(self.root.get("openapi", "")).startswith("3.0") or self.is_swagger
        self.schemas = self._normalised(copy.deepcopy(self.root))
        self.registry = Registry().with_resource(
            HOME, Resource(contents=self.schemas, specification=DRAFT202012)
        )
        self._validators = {}

    def at(self, pointer, root=None):
        """What a pointer such as `#/components/schemas/Pet` points at; LookupError if there is nothing."""
        node = self.root if root is None else root
        try:
            for token in pointer.lstrip("#").split("/")[1:]:
                token = unquote(token).replace("~1", "/").replace("~0", "~")
                node = node[int(token)] if isinstance(node, list) else self._member(node, token)
        except (StopIteration, TypeError, ValueError) as error:
            raise LookupError(pointer) from error
        return node

    @staticmethod
    def _member(node, token):
        # Keys such as `200` and `false` are no strings in YAML.
        return node[token] if token in node else node[next(key for key in node if str(key).lower() == token)]

    def problem(self, pointer, value):
        """Why a value is not valid by the schema at a pointer; None if it is."""
        if pointer not in self._validators:
            self._validators[pointer] = Draft202012Validator(
                {"$ref": HOME + pointer}, registry=self.registry, format_checker=FORMATS
            )
        try:
            return next((str(error.message) for error in self._validators[pointer].iter_errors(value)), None)
        except Exception as error:  # A schema that no validator understands proves nothing.
            return f"{type(error).__name__}: {error}"

    def _normalised(self, node):
        """Rewrites the schemas of older versions; everything else may be changed too, nobody reads it here."""
        if isinstance(node, list):
            return [self._normalised(item) for item in node]
        if not isinstance(node, dict):
            return node
        if self.is_3_0 and isinstance(node.get("$ref"), str):
            return {"$ref": node["$ref"]}
        node = {str(key): value if key in ("enum", "const", "default", "example") and not isinstance(value, dict)
                else self._normalised(value) for key, value in node.items()}
        if node == {"nullable": True}:
            return {"type": ["null"]}  # An alternative of this kind is meant to make a reference nullable.
        types = node.get("type")
        if isinstance(types, (str, list)):
            names = [str(name).lower() for name in ([types] if isinstance(types, str) else types)]
            known = [name for name in (FOREIGN.get(name, name) for name in names) if name in TYPES]
            if known and node.get("nullable") is True:
                known.append("null")
            node["type"] = known
            if not known:
                del node["type"]
        elif types is None and isinstance(node.get("properties"), dict) and "$ref" not in node:
            node["type"] = ["object"]
        self._move_required(node)
        for bound, exclusive in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")]:
            if isinstance(node.get(exclusive), bool):
                if node.pop(exclusive) and isinstance(node.get(bound), (int, float)):
                    node[exclusive] = node.pop(bound)
        if isinstance(node.get("items"), list):
            node["prefixItems"] = node.pop("items")
        if "required" in node and not isinstance(node["required"], (list, dict)):
            del node["required"]
        return node

    @staticmethod
    def _move_required(node):
        """A list of names among the properties was indented one step too far."""
        properties = node.get("properties")
        misplaced = properties.get("required") if isinstance(properties, dict) else None
        if isinstance(misplaced, list) and all(isinstance(name, str) for name in misplaced):
            del properties["required"]
            node["required"] = [*(node.get("required") or []), *misplaced]


FORMATS = FormatChecker(formats=())


def _format(name, *patterns):
    expressions = [re.compile(pattern) for pattern in patterns]
    FORMATS.checks(name)(
        lambda value: not isinstance(value, str) or any(pattern.fullmatch(value) for pattern in expressions)
    )


_DATE = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_format("date", _DATE)
_format("date-time", _DATE + r"[Tt ][0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?([Zz]|[-+][0-2][0-9]:[0-5][0-9])")
_format("uuid", r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_format("uri", r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_format("byte", r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


@FORMATS.checks("int32")
def _int32(value):
    return not isinstance(value, int) or -(2**31) <= value < 2**31


@FORMATS.checks("int64")
def _int64(value):
    return not isinstance(value, int) or -(2**63) <= value < 2**63
