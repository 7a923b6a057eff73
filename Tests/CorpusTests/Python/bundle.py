"""Puts the files that a document refers to into the document itself."""

import os

FILES = "x-files"


def bundled(root, path, load):
    """A document whose references to other files lead to copies in it; those that lead nowhere stay as they are."""
    home = os.path.realpath(path)
    files = {}

    def rewritten(node, file):
        if isinstance(node, list):
            return [rewritten(item, file) for item in node]
        if not isinstance(node, dict):
            return node
        return {key: target(value, file) if key == "$ref" and isinstance(value, str) else rewritten(value, file)
                for key, value in node.items()}

    def target(reference, file):
        name, _, pointer = reference.partition("#")
        other = os.path.realpath(os.path.join(os.path.dirname(file), name)) if name else file
        if other == home:
            return f"#{pointer}"
        if "://" in name or not os.path.isfile(other):
            return reference
        key = os.path.relpath(other, os.path.dirname(home))
        if key not in files:
            files[key] = {}  # Files may refer to each other.
            files[key] = rewritten(load(other), other)
        return local(f"{key}#{pointer}")

    result = rewritten(root, home)
    if files and isinstance(result, dict):
        result[FILES] = files
    return result


def local(reference):
    """A reference to a file below the document's folder, as it leads to the copy in the document."""
    name, _, pointer = reference.partition("#")
    return f"#/{FILES}/{name.replace('~', '~0').replace('/', '~1')}{pointer}" if name else reference
