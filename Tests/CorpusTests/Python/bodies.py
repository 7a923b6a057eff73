"""Makes bodies for the calls of a client, of every kind of content."""

from instances import NAMELESS, Impossible, Instances

TEXTS = ["text", "Grüße, 世界 🌍", "a b&c=d+e%", "with \"quotes\" and \\ and /", "two\r\nlines", "1"]


class Content:
    """One content type of a body as the document describes it."""

    def __init__(self, name, pointer=None, encoding=None, parameters=None):
        self.name = name
        self.pointer = pointer  # To the schema, if there is one.
        self.encoding = encoding if isinstance(encoding, dict) else {}
        self.parameters = parameters  # Those of Swagger 2.0 that are members of a form: pointers and what stands there.

    @property
    def essence(self):
        return essence(self.name)


class Field:
    """A member of a form: its name, its value, how it travels, and whether it is a file or a list of files."""

    def __init__(self, name, value, encoding, is_file=False):
        self.name = name
        self.value = value
        self.encoding = encoding
        self.is_file = is_file


def add_body(document, case, operation, amount, seed):
    wanted = case.call["body"]
    required, contents = described(document, case.call["pointer"], operation)
    parts = wanted["kind"] == "multipart"  # Each of them says for itself whether a call needs it.
    if not contents or amount == "fewest" and not required and not parts:
        return
    content = next((item for item in contents if fits(item, wanted)), None)
    if content is None:
        raise Impossible(f"a body of {wanted['kind']}")
    case.content = content
    make = {"json": add_value, "form": add_form, "multipart": add_parts, "fields": add_fields, "text": add_text,
            "file": add_file}[wanted["kind"]]
    make(document, case, amount, seed)


def described(document, pointer, operation):
    """Whether every call has a body, and the content types of it that the document describes."""
    if document.is_swagger:
        return swagger_described(document, pointer, operation)
    at, body = document.resolved(pointer + "/requestBody", operation.get("requestBody") or {})
    contents = []
    at, content = document.resolved(f"{at}/content", body.get("content") or {})
    for name, media in content.items():
        media = media if isinstance(media, dict) else {}
        place = f"{at}/{document.escaped(name)}/schema" if "schema" in media else None
        contents.append(Content(name, place, media.get("encoding")))
    return body.get("required") is True, contents


def swagger_described(document, pointer, operation):
    found = {}
    for holder in (pointer.rsplit("/", 1)[0], pointer):
        for index, parameter in enumerate(document.at(holder).get("parameters") or []):
            at, parameter = document.resolved(f"{holder}/parameters/{index}", parameter)
            found[(parameter.get("in"), parameter.get("name"))] = (at, parameter)
    consumes = operation.get("consumes") or document.root.get("consumes") or []
    body = next((item for (place, _), item in found.items() if place == "body"), None)
    if body:
        at, parameter = body
        place = f"{at}/schema" if "schema" in parameter else None
        return parameter.get("required") is True, [Content(kind, place) for kind in consumes or ["application/json"]]
    fields = {name: item for (place, name), item in found.items() if place == "formData"}
    if not fields:
        return False, []
    forms = [kind for kind in consumes if kind.startswith("multipart/") or "form" in kind]
    if any(parameter.get("type") == "file" for _, parameter in fields.values()):
        forms = ["multipart/form-data"]
    required = any(parameter.get("required") is True for _, parameter in fields.values())
    kinds = forms or ["application/x-www-form-urlencoded"]
    return required, [Content(kind, parameters=fields) for kind in kinds]


def essence(name):
    return name.split(";")[0].strip().lower()


def fits(content, wanted):
    """Whether a call's body may be of a content type."""
    if wanted["contentTypes"]:
        stated = [essence(name) for name in wanted["contentTypes"]]
        if content.essence in stated or wanted["kind"] == "multipart" and content.essence.startswith("multipart/"):
            return True
        return "*" in content.essence and wanted["kind"] in ("text", "json")
    return {
        "json": content.essence == "application/json" or "*" in content.essence,
        "form": content.essence == "application/x-www-form-urlencoded",
        "multipart": content.essence.startswith("multipart/"),
        "fields": content.essence.startswith("multipart/"),
        "text": True,
        "file": True,
    }[wanted["kind"]]


def add_value(document, case, amount, seed):
    case.body = valid(document, case.content, amount, seed)
    case.arguments[case.call["body"]["label"]] = case.body


def valid(document, content, amount, seed):
    if content.pointer is None:
        return {"a": 1}
    for attempt in range(20):
        value = Instances(document, f"{seed} body {attempt}", amount).at(content.pointer)
        if value is not None and document.problem(content.pointer, value) is None:
            return value
    raise Impossible("body")


def add_form(document, case, amount, seed):
    if case.content.parameters is not None:
        case.fields = list(swagger_fields(document, case.content, amount, seed))
        value = {field.name: field.value for field in case.fields}
    else:
        value = valid(document, case.content, amount, seed)
        if not isinstance(value, dict):
            raise Impossible("a form that is no object")
        encoding = case.content.encoding
        case.fields = [Field(name, item, encoding.get(name) or {}) for name, item in value.items()]
    case.arguments[case.call["body"]["label"]] = value


def add_parts(document, case, amount, seed):
    if case.content.parameters is not None:
        fields = swagger_fields(document, case.content, amount, seed)
    elif case.content.pointer is None:
        raise Impossible("a form without a schema")
    else:
        fields = object_fields(document, case.content, amount, seed)
    labels = {member["name"]: member["label"] for member in case.call["body"]["members"]}
    case.fields = [field for field in fields if field.value is not None]
    for field in case.fields:
        if field.name in labels:
            case.arguments[labels[field.name]] = field.value
    if "" in labels and amount != "fewest":
        add_fields(document, case, amount, seed, labels[""])


def add_fields(document, case, amount, seed, label=None):
    """Fields that a caller makes."""
    given = [{"name": "a field of no name", "text": "a\r\nb"}, {"name": "\"quoted\"", "text": ""}]
    case.fields += [Field(field["name"], field["text"], {}) for field in given]
    case.arguments[label or case.call["body"]["label"]] = given


def object_fields(document, content, amount, seed):
    """The members of a form, whose schema says which of them are files."""
    for attempt in range(20):
        maker = Instances(document, f"{seed} body {attempt}", amount, unknown_members=False)
        maker.texts = TEXTS
        schema = maker.flat(document.at(content.pointer, document.schemas), 0)
        if isinstance(schema, dict) and (is_binary(schema) or schema.get("type") == ["string"]):
            return [Field("file", file(maker, {}), {}, True)]  # What generators for Rails write for a form of one file.
        value = maker.value(schema, 0)
        if isinstance(value, dict) and document.problem(content.pointer, value) is None:
            break
    else:
        raise Impossible("form")
    fields = []
    for name, item in value.items():
        if name == NAMELESS:
            continue  # Callers make such fields themselves.
        encoding = content.encoding.get(name) or {}
        fields.append(field(maker, name, item, encoding, (schema.get("properties") or {}).get(name, {})))
    return fields


def swagger_fields(document, content, amount, seed):
    maker = Instances(document, f"{seed} form", amount, unknown_members=False)
    maker.texts = TEXTS
    for name, (at, parameter) in content.parameters.items():
        if parameter.get("required") is not True and amount == "fewest":
            continue
        schema = document.at(at, document.schemas)
        if isinstance(schema.get("required"), bool):
            schema = {key: value for key, value in schema.items() if key != "required"}
        encoding = {"collectionFormat": parameter.get("collectionFormat", "csv")}
        yield field(maker, name, maker.value(schema, 0), encoding, schema)


def field(maker, name, value, encoding, schema):
    schema = maker.flat(schema, 0) if isinstance(schema, dict) else {}
    items = schema.get("items")
    items = maker.flat(items, 0) if isinstance(items, dict) else {}
    if is_binary(schema, encoding):
        return Field(name, file(maker, encoding), encoding, True)
    if is_binary(items, encoding) and isinstance(value, list):
        return Field(name, [file(maker, encoding) for _ in value], encoding, True)
    return Field(name, value, encoding)


def is_binary(schema, encoding=None):
    if schema.get("type", ["string"]) not in (["string"], ["string", "null"], ["null", "string"]):
        return False
    kinds = [essence(kind) for kind in str((encoding or {}).get("contentType", "")).split(",") if kind.strip()]
    if "enum" not in schema and any(not kind.startswith("text/") and "json" not in kind and kind != "application/xml"
                                    for kind in kinds):
        return True
    return schema.get("format") == "binary" or "contentMediaType" in schema and "contentEncoding" not in schema


def file(maker, encoding):
    """A file as a caller names it; its type is said where nothing else could tell it."""
    made = {"text": maker.random.choice(["", "a\r\n--b\n\r", "Grüße 🌍"])}
    name = maker.random.choice([None, "file.txt", "a \"b\";ü.png"])
    if name:
        made["name"] = name
    ranges = [kind for kind in str(encoding.get("contentType", "")).split(",") if kind.strip().endswith("/*")]
    if ranges:
        made["type"] = ranges[0].strip().replace("/*", "/x-made-up")
    return made


def add_text(document, case, amount, seed):
    case.body = scalar(document, case.content.pointer, amount, seed)
    case.arguments[case.call["body"]["label"]] = case.body


def scalar(document, pointer, amount, seed):
    """What a text says: any text, unless the schema is of something that has no parts."""
    maker = Instances(document, f"{seed} text", amount)
    maker.texts = ["Grüße, \"世界\"\n"]
    schema = maker.flat(document.at(pointer, document.schemas), 0) if pointer else {}
    types = schema.get("type", ["object"])
    return maker.texts[0] if types[0] in ("object", "array") else maker.value(schema, 0)


def add_file(document, case, amount, seed):
    made = {"text": "Grüße\r\n\u0001"}
    case.allowed = [essence(kind) for kind in case.call["body"]["contentTypes"]]
    kind = case.content.essence
    if "*" in kind:
        made["type"] = "image/png" if kind == "*/*" else kind.replace("*", "x-made-up")
    elif amount == "most":
        made["type"] = kind
    case.body = made["text"]
    case.arguments[case.call["body"]["label"]] = made
