"""Puts examples and made-up values through a generated client, and judges what comes out.

exercise.py DOCUMENT LIST PROGRAM: the list names types and operations of the client with their places in the document,
the program reads and writes them. What is wrong is printed, then a line that says how much was done.
"""

import json
import subprocess
import sys
from collections import Counter
from decimal import Decimal

from calls import Judge, cases
from document import Document
from equality import difference
from examples import examples
from instances import Impossible, Instances

AMOUNTS = ["fewest", "most", "some", "some", "some", "some"]
MOST_VALUES = 6000
SHOWN_PER_TYPE = 2


def values(document, types):
    """A type's number, a valid value and where it is from. Null is not of a type: what uses the type may be null."""
    amounts = AMOUNTS[: max(2, MOST_VALUES // max(1, len(types)))]
    uses = Counter(target["pointer"] for target in types)
    # A schema that became several types was merged with others, and says only a part of what each of them is.
    numbers = {
        target["pointer"]: number
        for number, target in enumerate(types)
        if uses[target["pointer"]] == 1 and is_own(document, target)
    }
    for pointer, value in examples(document, numbers):
        if value is not None and document.problem(pointer, value) is None:
            yield numbers[pointer], value, "example"
    for number, target in enumerate(types):
        if target["pointer"] not in numbers:
            continue
        for round, amount in enumerate(amounts):
            try:
                value = Instances(document, f"{target['pointer']} {round}", amount).at(target["pointer"])
            except (Impossible, LookupError):
                continue
            if value is not None and document.problem(target["pointer"], value) is None:
                yield number, value, amount


def is_own(document, target):
    """Whether a type stands for the schema itself; that of an array may have given its place to the type of its items."""
    try:
        schema = document.at(target["pointer"], document.schemas)
    except LookupError:
        return False
    return not (isinstance(schema, dict) and schema.get("type") == ["array"])


def main(path, list_path, program):
    document = Document(path)
    with open(list_path, encoding="utf-8") as file:
        plan = json.load(file)
    changed, values_done = exercise_values(document, plan["types"], program)
    wrong, calls_done = exercise_calls(document, plan["calls"], program)
    print(f"{values_done}, {changed} came out changed; {calls_done}, {wrong} were wrong")
    return 1 if changed or wrong else 0


def exercise_values(document, types, program):
    cases = list(values(document, types))
    answers = answered(program, [f"V\t{number}\t{json.dumps(value)}\n" for number, value, _ in cases])
    shown = Shown()
    for (number, value, origin), answer in zip(cases, answers):
        state, _, text = answer.partition("\t")
        problem = text if state != "ok" else difference(exact(json.dumps(value)), exact(text))
        if problem is not None:
            target = types[number]
            shown.add(number, f"{target['type']} ({target['pointer']}), {origin}: {problem}\n  {json.dumps(value)}")
    covered = len({number for number, _, _ in cases})
    return shown.count, f"{len(cases)} values of {covered} of {len(types)} types"


def exercise_calls(document, calls, program):
    made = list(cases(document, calls))
    answers = answered(program, [f"O\t{case.number}\t{json.dumps(case.arguments)}\n" for case in made])
    judge = Judge(document)
    shown = Shown()
    for case, answer in zip(made, answers):
        state, _, text = answer.partition("\t")
        request = json.loads(text) if state == "ok" else None
        problem = judge.problem(case, request) if request else text
        if problem is not None:
            sent = f"{request['method']} {request['path']}" if request else ""
            head = f"{case.call['name']} ({case.call['pointer']}): {problem}"
            shown.add(case.number, f"{head}\n  {json.dumps(case.arguments)}\n  {sent}")
    covered = len({case.number for case in made})
    alone = "" if judge.core else ", without openapi-core"
    unjudged = f", {judge.unread} not read by openapi-core" if judge.unread else ""
    unjudged += f", {judge.unjudged} parameters not judged" if judge.unjudged else ""
    return shown.count, f"{len(made)} requests of {covered} of {len(calls)} calls{alone}{unjudged}"


class Shown:
    """Counts failures, and prints the first few about each thing."""

    def __init__(self):
        self.count = 0
        self.of = {}

    def add(self, key, text):
        self.count += 1
        self.of[key] = self.of.get(key, 0) + 1
        if self.of[key] <= SHOWN_PER_TYPE:
            print("\n".join(line[:600] for line in text.split("\n")))


def answered(program, lines):
    result = subprocess.run([program], input="".join(lines), capture_output=True, text=True, check=False)
    answers = result.stdout.split("\n")[:-1]
    if result.returncode != 0 or len(answers) != len(lines):
        culprit = lines[len(answers)] if len(answers) < len(lines) else ""
        sys.exit(f"the client ended with {result.returncode} at {culprit[:500]}\n{result.stderr[-2000:]}")
    return answers


def exact(text):
    return json.loads(text, parse_float=Decimal)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
