"""Puts examples and made-up values through a generated client, and judges what comes out.

exercise.py DOCUMENT LIST PROGRAM: the list names types and operations of the client with their places in the document,
the program reads and writes them. What is wrong is printed, then a line that says how much was done.
"""

import json
import re
import subprocess
import sys

from answers import Unasked, answers
from answers import problem as answer_problem
from bundle import local
from calls import cases
from document import Document
from equality import difference, exact
from examples import examples
from instances import NAMELESS, Impossible, Instances
from judge import Judge

AMOUNTS = ["fewest", "most", "some", "some", "some", "some"]
MOST_VALUES = 6000
SHOWN_PER_TYPE = 2


def values(document, types):
    """A type's number, a valid value, where it is from and what made it.

    Null is not of a type: what uses the type may be null.
    """
    amounts = AMOUNTS[: max(2, MOST_VALUES // max(1, len(types)))]
    numbers = own_types(document, types)
    for pointer, value in examples(document, numbers):
        if value is not None and document.problem(pointer, value) is None:
            yield numbers[pointer], value, "example", None
    for number, target in enumerate(types):
        if numbers.get(target["pointer"]) != number:
            continue
        for round, amount in enumerate(amounts):
            maker = Instances(document, f"{target['pointer']} {round}", amount)
            try:
                value = maker.at(target["pointer"])
            except (Impossible, LookupError):
                continue
            if value is not None and document.problem(target["pointer"], value) is None:
                yield number, value, amount, maker


def own_types(document, types):
    """The numbers of the types that stand for a schema as it is, by its pointer.

    A schema that became several types was merged with others, and says only a part of what each of them is, unless one
    of them holds all the others.
    """
    sharing = {}
    for number, target in enumerate(types):
        sharing.setdefault(target["pointer"], []).append(number)
    numbers = {}
    for pointer, shared in sharing.items():
        outer = min(shared, key=lambda number: types[number]["type"].count("."))
        if is_own(document, types[outer]) and all(
            number == outer or types[number]["type"].startswith(types[outer]["type"] + ".") for number in shared
        ):
            numbers[pointer] = outer
    return numbers


def is_own(document, target):
    """Whether a type stands for the schema itself; a list or map may have given its place to the type of what it holds."""
    try:
        schema = document.at(target["pointer"], document.schemas)
    except LookupError:
        return False
    if not isinstance(schema, dict):
        return True
    alternative = re.fullmatch(r"(.*)/(oneOf|anyOf)/[0-9]+", target["pointer"])
    if alternative and is_merged(document, alternative[1]):
        return False
    is_map = isinstance(schema.get("additionalProperties"), dict) and not schema.get("properties")
    return schema.get("type") != ["array"] and not is_map


def is_merged(document, pointer):
    """Whether the alternatives of a schema are merged with what stands beside them."""
    schema = document.at(pointer, document.schemas)
    beside = {"properties", "required", "allOf", "additionalProperties", "oneOf", "anyOf"} & schema.keys()
    return len(beside) > 1 or re.search(r"/allOf/[0-9]+$", pointer) is not None


def main(path, list_path, program):
    document = Document(path)
    with open(list_path, encoding="utf-8") as file:
        plan = json.load(file)
    for item in plan["types"] + plan["calls"]:
        item["pointer"] = local(item["pointer"])
    changed, values_done = exercise_values(document, plan["types"], program)
    wrong, calls_done = exercise_calls(document, plan["calls"], program)
    print(f"{values_done}, {changed} came out changed; {calls_done}, {wrong} were wrong")
    return 1 if changed or wrong else 0


def exercise_values(document, types, program):
    cases = list(values(document, types))
    lines = [f"V\t{number}\t{json.dumps(value)}\n" for number, value, _, _ in cases]
    *answers, seen = answered(program, [*lines, "T\t0\t\n"])
    guesses = Guesses(types)
    shown = Shown()
    for (number, value, origin, maker), answer in zip(cases, answers):
        state, _, text = answer.partition("\t")
        problem = text if state != "ok" else value_problem(value, text, maker, guesses)
        if problem is not None:
            target = types[number]
            shown.add(number, f"{target['type']} ({target['pointer']}), {origin}: {problem}\n  {json.dumps(value)}")
    # Types within others, which were merged of several schemas above all, are exercised with what holds them.
    met = {name.partition(".")[2] for name in json.loads(seen.partition("\t")[2])}
    covered = len(met.intersection(target["type"] for target in types))
    guessed = f", {guesses.wrong} guessed otherwise" if guesses.wrong else ""
    return shown.count, f"{len(cases)} values of {covered} of {len(types)} types{guessed}"


class Guesses:
    """The unions that take the alternative which fits best, and how often one took another than was meant."""

    def __init__(self, types):
        self.names = {target["type"] for target in types if target["isGuess"]}
        self.wrong = 0

    def excuses(self, unions):
        return any(name.partition(".")[2] in self.names for name in unions)


def value_problem(value, answer, maker, guesses):
    """What is wrong with a value as it came out, and with what of a made-up value the types know nothing about."""
    text, untyped = answer.split("\t")
    problem = difference(exact(json.dumps(value)), exact(text))
    if problem is not None or maker is None:
        return problem
    for path, name, unions in json.loads(untyped):
        if name is None and not maker.is_loose:
            problem = f"{path}: no alternative of the union was found"
        elif name in maker.declared - maker.undeclared:
            problem = f"{path} does not know the member {name}"
        if problem is not None and not guesses.excuses(unions):
            return problem
        guesses.wrong += problem is not None
        problem = None
    return None


def exercise_calls(document, calls, program):
    made = list(cases(document, calls))
    judge = Judge(document)
    shown = Shown()
    accepted = []
    for case, answer in zip(made, answered(program, [question(case) for case in made])):
        state, _, text = answer.partition("\t")
        request = json.loads(text) if state == "ok" else None
        problem = judge.problem(case, request) if request else text
        if problem is None:
            accepted.append((case, request))
        else:
            sent = f"{request['method']} {request['path']}" if request else ""
            add_call(shown, case, problem, sent)
    answered_count = exercise_answers(document, accepted, program, shown)
    covered = len({case.number for case in made})
    alone = "" if judge.core else ", without openapi-core"
    unjudged = f", {judge.unread} not read by openapi-core" if judge.unread else ""
    unjudged += f", {judge.unjudged} parameters not judged" if judge.unjudged else ""
    return shown.count, f"{len(made)} requests of {covered} of {len(calls)} calls{alone}{unjudged}, {answered_count} answers"


def exercise_answers(document, accepted, program, shown):
    """Has a server answer the calls, and counts the answers."""
    given = []
    for case, request in accepted:
        try:
            given += [(case, answer) for answer in answers(document, case, request)]
        except Unasked as problem:
            add_call(shown, case, f"{problem}", "")
    for (case, sent), answer in zip(given, answered(program, [question(case, sent) for case, sent in given])):
        state, _, text = answer.partition("\t")
        problem = text if state != "ok" else answer_problem(sent, exact(text))
        if problem is not None:
            add_call(shown, case, problem, f"{sent.status} {sent.kind} {sent.body[:300]}")
    return len(given)


def question(case, answer=None):
    message = {"arguments": case.arguments}
    if answer is not None:
        message["answer"] = answer.message
    return f"O\t{case.number}\t{json.dumps(message)}\n"


def add_call(shown, case, problem, sent):
    head = f"{case.call['name']} ({case.call['pointer']}): {problem}"
    shown.add(case.number, f"{head}\n  {json.dumps(case.arguments)}\n  {sent}")


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


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
