"""Makes values that are valid by a schema: a walk of its own over JSON Schema, deterministic by its seed."""

import json
import random
import re

from document import INTEGERS
from merging import merged
from patterns import matching

# What objects hold that no schema speaks of.
NAMELESS = "a member of no name"


class Impossible(Exception):
    """The schema allows no value, or none that this can find."""


class Instances:
    """Values by the schemas of a document.

    `fewest` makes what is required and nothing else, `most` everything at once, `some` a random part of it.
    """

    def __init__(self, document, seed, amount, unknown_members=True):
        self.document = document
        self.random = random.Random(seed)
        self.amount = amount
        self.unknown_members = unknown_members
        self.texts = TEXTS
        self.declared = set()  # The names of members that were made by a schema of their own,
        self.undeclared = set()  # and of those that were made because they are required.
        self.is_loose = False  # Whether an alternative was chosen that stands for any value.

    def at(self, pointer):
        return self.value({"$ref": pointer}, 0)

    def value(self, schema, depth):
        if depth > 12:
            raise Impossible("nested too deeply")
        if schema is True or schema == {}:
            return self.random.choice([None, True, 7, 1.5, "text", ["a"], {"a": 1}])
        if not isinstance(schema, dict):
            raise Impossible(f"{schema!r} is no schema")
        schema = self.flat(self.descended(schema), depth)
        if "const" in schema:
            return schema["const"]
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return self.random.choice(schema["enum"])
        kind = self.kind(schema, depth)
        return getattr(self, "_" + kind)(schema, depth) if kind else self.value(True, depth)

    def descended(self, schema):
        """One of the schemas that a schema with a discriminator stands for, if it is the base of others."""
        for _ in range(20):
            pointer = schema.get("$ref")
            if not isinstance(pointer, str):
                return schema
            try:
                target = self.document.at(pointer, self.document.schemas)
            except LookupError as error:
                raise Impossible(f"{pointer} leads nowhere") from error
            tag = target.get("discriminator") if isinstance(target, dict) else None
            if isinstance(tag, dict) and "propertyName" in tag and not target.get("oneOf") and not target.get("anyOf"):
                return self.tagged(tag, pointer)
            if not isinstance(target, dict) or len(schema) > 1 or "$ref" not in target:
                return schema
            schema = target
        raise Impossible("references without end")

    def tagged(self, tag, base):
        heirs = self.document.heirs(base)
        if not heirs:
            return {"$ref": base}
        pointer, name = self.random.choice([*heirs, (base, base.rsplit("/", 1)[1])])
        names = [key for key, target in (tag.get("mapping") or {}).items()
                 if target == pointer or pointer.endswith("/" + target)]
        return {
            "$ref": pointer,
            "properties": {tag["propertyName"]: {"const": (names or [name])[0]}},
            "required": [tag["propertyName"]],
        }

    def flat(self, schema, depth):
        """The schema with references, `allOf` and one alternative of each union folded into it."""
        if depth > 30:
            raise Impossible("compositions without end")
        for _ in range(40):
            if isinstance(schema.get("$ref"), str):
                rest = {key: value for key, value in schema.items() if key != "$ref"}
                try:
                    target = self.document.at(schema["$ref"], self.document.schemas)
                except LookupError as error:
                    raise Impossible(f"{schema['$ref']} leads nowhere") from error
                schema = merged(rest, target) if rest else target
            elif schema.get("allOf"):
                parts = schema["allOf"]
                schema = {key: value for key, value in schema.items() if key != "allOf"}
                for part in parts:
                    schema = merged(schema, self.flat(part, depth + 1) if isinstance(part, dict) else {})
            elif schema.get("oneOf") or schema.get("anyOf"):
                schema = self.chosen(schema, depth)
            else:
                return schema
            if not isinstance(schema, dict):
                return {}
        raise Impossible("references without end")

    def chosen(self, schema, depth):
        name = "oneOf" if schema.get("oneOf") else "anyOf"
        options = schema[name]
        rest = {key: value for key, value in schema.items() if key not in (name, "discriminator")}
        if depth > 5:  # The plainest alternative ends the recursion.
            options = sorted(options, key=lambda option: len(json.dumps(option)))[:1]
        option = self.random.choice(options)
        self.is_loose = self.is_loose or option is True or option == {}
        result = merged(rest, option if isinstance(option, dict) else {})
        tag = schema.get("discriminator")
        if isinstance(tag, dict) and isinstance(option, dict) and "$ref" in option:
            names = [key for key, target in (tag.get("mapping") or {}).items()
                     if target == option["$ref"] or option["$ref"].endswith("/" + target)]
            result = merged(result, {
                "properties": {tag["propertyName"]: {"const": (names or [option["$ref"].split("/")[-1]])[0]}},
                "required": [tag["propertyName"]],
            })
        return result

    def kind(self, schema, depth):
        types = schema.get("type")
        if isinstance(types, list) and types:
            others = [name for name in types if name != "null"]
            if "null" in types and (not others or self.amount == "some" and self.random.random() < 0.3):
                return "null"
            return self.random.choice(others)
        if isinstance(types, str):
            return types
        if "properties" in schema or "additionalProperties" in schema or "required" in schema:
            return "object"
        if "items" in schema or "prefixItems" in schema:
            return "array"
        if "format" in schema or "pattern" in schema or "minLength" in schema:
            return "string"
        return "number" if "minimum" in schema or "maximum" in schema else None

    def _null(self, schema, depth):
        return None

    def _boolean(self, schema, depth):
        return self.random.random() < 0.5

    def _object(self, schema, depth):
        properties = schema.get("properties") if isinstance(schema.get("properties"), dict) else {}
        required = [name for name in schema.get("required", []) if isinstance(name, str)]
        result = {}
        for name in list(properties) + [name for name in required if name not in properties]:
            wanted = self.amount == "most" and depth < 5 or self.amount == "some" and self.random.random() < 0.5
            if name not in required and (not wanted or depth > 8):
                continue
            try:
                result[name] = self.value(properties.get(name, True), depth + 1)
                (self.declared if name in properties else self.undeclared).add(name)
            except Impossible:
                if name in required:
                    raise
        self.add_members(result, properties, schema.get("minProperties", 0), depth)
        rest = schema.get("additionalProperties", True)
        if self.amount != "fewest" and depth < 5 and rest is not False and (self.unknown_members or rest is not True):
            try:
                result[NAMELESS] = self.value(rest, depth + 1)
            except Impossible:
                pass
        for name in [name for name in result if name not in required][::-1]:
            if len(result) > schema.get("maxProperties", len(result)):
                del result[name]
        return result

    def add_members(self, result, properties, least, depth):
        """Adds members that may be left out until there are enough."""
        for name, schema in properties.items():
            if len(result) >= least or name in result:
                continue
            try:
                result[name] = self.value(schema, depth + 1)
                self.declared.add(name)
            except Impossible:
                continue

    def _array(self, schema, depth):
        least = schema.get("minItems", 0)
        most = max(least, min(schema.get("maxItems", 3), least + 3))
        count = {"fewest": least, "most": most}.get(self.amount, self.random.randint(least, most))
        first = schema.get("prefixItems", [])
        items = schema.get("items", True)
        if depth > 6:
            count = least
        count = max(count, len(first)) if self.amount == "most" else count
        if items is False:
            count = min(count, len(first))
        result = []
        for position in range(count):
            try:
                result.append(self.value(first[position] if position < len(first) else items, depth + 1))
            except Impossible:
                if len(result) < least:
                    raise
                break
        if schema.get("uniqueItems"):
            texts = [json.dumps(item, sort_keys=True) for item in result]
            result = [item for index, item in enumerate(result) if texts[index] not in texts[:index]]
        return result

    def _integer(self, schema, depth):
        low, high = bounds(schema, 1)
        step = schema.get("multipleOf", 1)
        least, beyond = INTEGERS.get(schema.get("format"), (-(2**63), 2**63))
        low, high = max(-(2**53), least, low), min(2**53, beyond - 1, high)
        if self.amount == "most" and "multipleOf" not in schema:
            return int(self.random.choice([low, high]))
        low = max(low, -1000) if high >= -1000 else low
        number = self.random.randint(int(low), int(max(low, min(high, low + 2000))))
        return number // step * step if isinstance(step, int) and step else number

    def _number(self, schema, depth):
        low, high = bounds(schema, 0.25)
        if "multipleOf" in schema:
            step = schema["multipleOf"]
            return step * (int(max(low, 0) / step) + 1)
        low, high = max(low, -1000), min(high, 1000)
        if low > high:
            low, high = bounds(schema, 0.25)
            return low if abs(low) < abs(high) else high
        return self.random.choice([low, high, round((low + high) / 2 + 0.5, 3) if high - low > 2 else (low + high) / 2])

    def _string(self, schema, depth):
        if isinstance(schema.get("pattern"), str):
            return self.matching(schema["pattern"], schema)
        text = FORMATS.get(schema.get("format"), lambda random: random.choice(self.texts))(self.random)
        least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
        return (text + "x" * max(0, least - len(text)))[:most]

    def matching(self, pattern, schema):
        for text in self.texts + [make(self.random) for make in FORMATS.values()] + COMMON:
            length = len(text)
            if schema.get("minLength", 0) <= length <= schema.get("maxLength", length) and found(pattern, text):
                return text
        text = matching(pattern, schema.get("minLength", 0), schema.get("maxLength", 10_000))
        if text is None:
            raise Impossible(f"nothing matches {pattern}")
        return text


def found(pattern, text):
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True


def bounds(schema, step):
    low = schema.get("minimum", schema["exclusiveMinimum"] + step if "exclusiveMinimum" in schema else -(2**53))
    high = schema.get("maximum", schema["exclusiveMaximum"] - step if "exclusiveMaximum" in schema else 2**53)
    return low, high


TEXTS = ["text", "Grüße, 世界 🌍", "with \"quotes\" and \\ and /", "", "line\nbreak", "1", "true"]
COMMON = ["a", "A1", "abc", "ABC", "12", "123456", "+15551234567", "2024-01", "a_b", "a-b-c", "#ff00aa", "12:30", "US",
          "Aa1!Aa1!Aa1!"]
FORMATS = {
    "date": lambda random: random.choice(["2024-02-29", "1999-12-31"]),
    "date-time": lambda random: random.choice(["2024-02-29T12:30:45Z", "2024-02-29T12:30:45.250+02:00"]),
    "uuid": lambda random: "2f1d6a1c-9b7e-4c52-8d3a-0123456789ab",
    "uri": lambda random: random.choice(["https://example.org/a?b=c#d", "urn:isbn:0451450523"]),
    "url": lambda random: "https://example.org/",
    "email": lambda random: "somebody@example.org",
    "byte": lambda random: random.choice(["aGVsbG8=", ""]),
    "hostname": lambda random: "example.org",
    "ipv4": lambda random: "192.0.2.1",
    "ipv6": lambda random: "2001:db8::1",
    "time": lambda random: "12:30:45Z",
    "duration": lambda random: "P1DT2H",
    "decimal": lambda random: "12.50",
}
