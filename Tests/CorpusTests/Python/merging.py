"""Puts two schemas into one."""


def merged(first, second):
    """Both schemas at once, as far as that is simple."""
    if not first or not second:
        return first or second
    result = dict(first)
    for key, value in second.items():
        if key == "properties" and isinstance(result.get(key), dict) and isinstance(value, dict):
            result[key] = {**result[key], **{
                name: merged(result[key][name], schema)
                if isinstance(result[key].get(name), dict) and isinstance(schema, dict) else schema
                for name, schema in value.items()
            }}
        elif key == "required" and isinstance(result.get(key), list) and isinstance(value, list):
            result[key] = result[key] + value
        elif key == "type" and isinstance(result.get(key), list) and isinstance(value, list):
            result[key] = [name for name in result[key] if name in value] or value
        elif key == "enum" and isinstance(result.get(key), list) and isinstance(value, list):
            result[key] = [item for item in result[key] if item in value]
        elif key in ("allOf", "oneOf", "anyOf") and result.get(key) and value:
            result["allOf"] = result.get("allOf", []) + [{key: value}] if key != "allOf" else result[key] + value
        elif key == "$ref" and key in result:
            result["allOf"] = result.get("allOf", []) + [{key: value}]
        elif not (key == "additionalProperties" and result.get(key) is False):
            result[key] = value
    return result
