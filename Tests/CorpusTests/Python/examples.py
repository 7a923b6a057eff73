"""The examples of a document, with the schemas that they belong to."""


def examples(document, wanted):
    """Pairs of a pointer to a schema and an example of it, as far as the pointer is wanted.

    An example holds examples of the schemas within its schema.
    """
    for pointer, value in written(document.root, "#"):
        yield from within(document, pointer, value, wanted, 0)


def written(node, pointer):
    """Pairs of the pointer to a schema and an example that stands beside it or in it."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from written(item, f"{pointer}/{index}")
        return
    if not isinstance(node, dict):
        return
    place = f"{pointer}/schema" if isinstance(node.get("schema"), dict) else pointer
    if "example" in node:
        yield place, node["example"]
    if isinstance(node.get("examples"), list):
        for value in node["examples"]:
            yield place, value
    elif isinstance(node.get("examples"), dict):
        for value in node["examples"].values():
            if isinstance(value, dict) and "value" in value:
                yield place, value["value"]
    for key, value in node.items():
        if key not in ("example", "examples", "default", "enum", "const"):
            yield from written(value, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")


def within(document, pointer, value, wanted, depth):
    if depth > 20:
        return
    if pointer in wanted:
        yield pointer, value
    try:
        schema = document.at(pointer)
    except LookupError:
        return
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("$ref"), str):
        yield from within(document, schema["$ref"], value, wanted, depth + 1)
        return
    for index, _ in enumerate(schema.get("allOf") or []):
        yield from within(document, f"{pointer}/allOf/{index}", value, wanted, depth + 1)
    if isinstance(value, dict) and isinstance(schema.get("properties"), dict):
        for name, member in value.items():
            if name in schema["properties"]:
                token = name.replace("~", "~0").replace("/", "~1")
                yield from within(document, f"{pointer}/properties/{token}", member, wanted, depth + 1)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for item in value[:3]:
            yield from within(document, f"{pointer}/items", item, wanted, depth + 1)
