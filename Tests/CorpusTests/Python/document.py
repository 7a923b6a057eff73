"""An OpenAPI document as Python reads it, and its schemas as JSON Schema 2020-12."""

import copy
import json
import re
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator, FormatChecker, validators
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bundle import bundled

TYPES = {"string", "integer", "number", "boolean", "array", "object", "null"}
# Names that are no types of JSON Schema, and what everybody takes them for.
FOREIGN = {
    "decimal": "number", "float": "number", "double": "number", "int": "integer", "long": "integer",
    "date": "string", "datetime": "string", "uuid": "string", "text": "string", "bool": "boolean", "hash": "object",
}
FORMATS_AS_TYPES = {"date": "date", "datetime": "date-time", "uuid": "uuid"}
# What Rails generators write beside a parameter's name instead of in its schema.
STRAY = ["type", "format", "items", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern"]
HOME = "urn:document"
# Alternatives that overlap are how documents are written; a value of several of them is a value of each.
Validator = validators.extend(Draft202012Validator, {"oneOf": Draft202012Validator.VALIDATORS["anyOf"]})


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads YAML by the core schema of version 1.2: `no`, `on` and dates are strings."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        """Names are texts, whatever they look like: `200` and `false` too."""
        self.flatten_mapping(node)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep)


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


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    try:
        return json.loads(text)
    except ValueError:
        # Comments behind tabs are fine by YAML's standard, but not by this reader.
        return yaml.load(re.sub(r"(?m)^[ \t]*\t[ \t]*#.*$", "", text), Loader)


class Document:
    def __init__(self, path):
        self.root = bundled(load(path), path, load)
        self.is_swagger = "swagger" in self.root
        self.schemas = self._normalised(copy.deepcopy(self.root))
        self.registry = Registry().with_resource(
            HOME, Resource(contents=self.schemas, specification=DRAFT202012)
        )
        self._validators = {}
        self._heirs = self._found_heirs()

    def at(self, pointer, root=None):
        """What a pointer such as `#/components/schemas/Pet` points at; LookupError if there is nothing."""
        node = self.root if root is None else root
        try:
            for token in pointer.lstrip("#").split("/")[1:]:
                token = unquote(token).replace("~1", "/").replace("~0", "~")
                node = node[int(token) if isinstance(node, list) else token]
        except (LookupError, TypeError, ValueError) as error:
            raise LookupError(pointer) from error
        return node

    def resolved(self, pointer, node):
        """A pointer and what stands there, or what a reference there leads to."""
        for _ in range(20):
            if not isinstance(node.get("$ref"), str):
                return pointer, node
            pointer = node["$ref"]
            node = self.at(pointer)
        raise LookupError(pointer)

    @staticmethod
    def escaped(token):
        """A name as a pointer has it."""
        return token.replace("~", "~0").replace("/", "~1")

    def problem(self, pointer, value):
        """Why a value is not valid by the schema at a pointer; None if it is."""
        if pointer not in self._validators:
            self._validators[pointer] = Validator(
                {"$ref": HOME + pointer}, registry=self.registry, format_checker=FORMATS
            )
        try:
            return next((str(error.message) for error in self._validators[pointer].iter_errors(value)), None)
        except Exception as error:  # A schema that no validator understands proves nothing.
            return f"{type(error).__name__}: {error}"

    def heirs(self, pointer):
        """Pointers and names of the schemas that a schema with a discriminator is the base of, however far away."""
        open_, found = [pointer], {}
        while open_:
            for heir in self._heirs.get(open_.pop(), []):
                if heir not in found:
                    found[heir] = heir.rsplit("/", 1)[1].replace("~1", "/").replace("~0", "~")
                    open_.append(heir)
        return list(found.items())

    def _found_heirs(self):
        """The pointers of schemas by those of the schemas that they include."""
        found = {}
        place = "definitions" if self.is_swagger else "components/schemas"
        try:
            schemas = self.at(f"#/{place}", self.schemas)
        except LookupError:
            return found
        for name, schema in schemas.items():
            for part in (schema.get("allOf") or [] if isinstance(schema, dict) else []):
                if isinstance(part, dict) and isinstance(part.get("$ref"), str):
                    found.setdefault(part["$ref"], []).append(f"#/{place}/{self.escaped(name)}")
        return found

    def _normalised(self, node):
        """Rewrites the schemas of older versions; everything else may be changed too, nobody reads it here."""
        if isinstance(node, list):
            return [self._normalised(item) for item in node]
        if not isinstance(node, dict):
            return node
        node = {key: value if key in ("enum", "const", "default", "example") and not isinstance(value, dict)
                else self._normalised(value) for key, value in node.items()}
        if node == {"nullable": True}:
            return {"type": ["null"]}  # An alternative of this kind is meant to make a reference nullable.
        types = node.get("type")
        if types == "file":
            node["type"], node["format"] = ["string"], "binary"
        elif isinstance(types, (str, list)):
            names = [str(name).lower() for name in ([types] if isinstance(types, str) else types)]
            known = [name for name in (FOREIGN.get(name, name) for name in names) if name in TYPES]
            if known and node.get("nullable") is True:
                known.append("null")
            node["type"] = known
            if not known:
                del node["type"]
            if names and names[0] in FORMATS_AS_TYPES:
                node.setdefault("format", FORMATS_AS_TYPES[names[0]])
        elif types is None and isinstance(node.get("properties"), dict) and "$ref" not in node:
            node["type"] = ["object"]
        if str(node.get("contentEncoding")).lower() in ("base64", "base64url"):
            node.setdefault("format", "byte")
        self._move_misplaced(node)
        self._move_stray(node)
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
    def _move_misplaced(node):
        """Lists among the properties that were indented one step too far: names that are required, and alternatives."""
        properties = node.get("properties")
        if not isinstance(properties, dict):
            return
        for key in ("required", "allOf", "anyOf", "oneOf"):
            misplaced = properties.get(key)
            kind = str if key == "required" else dict
            if isinstance(misplaced, list) and all(isinstance(item, kind) for item in misplaced):
                del properties[key]
                node[key] = [*(node.get(key) or []), *misplaced]

    @staticmethod
    def _move_stray(node):
        """Keywords of its schema beside the name of a parameter."""
        schema = node.get("schema")
        if isinstance(node.get("in"), str) and isinstance(schema, dict) and "$ref" not in schema:
            for key in STRAY:
                if key in node:
                    schema.setdefault(key, node[key])


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


def _integer(name, least, beyond):
    FORMATS.checks(name)(lambda value: not isinstance(value, int) or least <= value < beyond)


INTEGERS = {"int32": (-(2**31), 2**31), "int64": (-(2**63), 2**63), "uint32": (0, 2**32), "uint64": (0, 2**64)}
for _name, _limits in INTEGERS.items():
    _integer(_name, *_limits)
