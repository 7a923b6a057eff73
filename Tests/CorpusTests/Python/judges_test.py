"""Whether the judges notice what is wrong. A judge that nods at everything would say nothing about the client."""

import base64
import json
import unittest

from answers import Answer
from answers import problem as answer_problem
from bodies import Content, Field
from calls import Case
from exercise import Guesses, value_problem
from forms import problem
from instances import Instances
from judge import text
from patterns import matching

KIND = "multipart/form-data; boundary=B"


def part(name, content, file_name=None, kind=None):
    head = f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{file_name}"' if file_name else "")
    return f"--B\r\n{head}\r\n" + (f"Content-Type: {kind}\r\n" if kind else "") + f"\r\n{content}\r\n"


def sent(body, kind):
    return {"headers": [["Content-Type", kind]], "body": base64.b64encode(body.encode()).decode()}


def case(kind, content, fields=(), body=None):
    made = Case(0, {"pointer": "#", "body": {"kind": kind, "contentTypes": []}})
    made.content, made.fields, made.body = Content(content), list(fields), body
    return made


class Forms(unittest.TestCase):
    fields = [Field("a", "x y", {}), Field("l", [1, 2], {}), Field("o", {"k": 1}, {})]

    def judged(self, body, fields=None):
        kind = "application/x-www-form-urlencoded"
        return problem(case("form", kind, fields or self.fields), sent(body, kind), text)

    def test_right(self):
        self.assertIsNone(self.judged("a=x+y&l=1&l=2&o=%7B%22k%22:1%7D"))
        self.assertIsNone(self.judged("o=%7B%22k%22%3A1%7D&l=1&a=x%20y&l=2"))

    def test_wrong(self):
        for body in ["a=xy&l=1&l=2&o=%7B%22k%22:1%7D", "a=x+y&l=2&l=1&o=%7B%22k%22:1%7D", "a=x+y&l=1,2&o=%7B%22k%22:1%7D",
                     "a=x+y&l=1&l=2&o=%7B%22k%22:2%7D", "a=x+y&l=1&l=2", "a=x+y&l=1&l=2&o=%7B%22k%22:1%7D&b=1"]:
            self.assertIsNotNone(self.judged(body), body)

    def test_styles(self):
        deep, piped = Field("d", {"k": 1}, {"style": "deepObject"}), Field("p", ["a", "b"], {"style": "pipeDelimited"})
        self.assertIsNone(self.judged("d%5Bk%5D=1&p=a%7Cb", [deep, piped]))
        self.assertIsNotNone(self.judged("d=%7B%22k%22:1%7D&p=a%7Cb", [deep, piped]))
        self.assertIsNotNone(self.judged("d%5Bk%5D=1&p=a&p=b", [deep, piped]))

    def test_content_type(self):
        made = case("form", "application/x-www-form-urlencoded", [Field("a", 1, {})])
        self.assertIsNotNone(problem(made, sent("a=1", "text/plain"), text))


class Parts(unittest.TestCase):
    file = Field("f", {"text": "a\r\n--b", "name": "n.txt"}, {"contentType": "text/plain, image/*"}, True)
    fields = [Field("t", "x", {}), Field("j", {"k": 1}, {}), file]
    right = [part("t", "x"), part("j", '{"k": 1}', None, "application/json"), part("f", "a\r\n--b", "n.txt", "image/png")]

    def judged(self, parts, end="--B--\r\n"):
        return problem(case("multipart", "multipart/form-data", self.fields), sent("".join(parts) + end, KIND), text)

    def test_right(self):
        self.assertIsNone(self.judged(self.right))
        self.assertIsNone(self.judged(self.right[::-1]))

    def test_wrong(self):
        for index, other in [
            (0, part("t", "y")), (0, part("u", "x")), (0, part("t", "x", "t.txt")), (0, part("t", "x") * 2), (0, ""),
            (0, part("t", "x", None, "application/json")), (1, part("j", '{"k": 1}')),
            (1, part("j", '{"k": 2}', None, "application/json")), (2, part("f", "a\r\n--b")),
            (2, part("f", "a--b", "n.txt", "image/png")), (2, part("f", "a\r\n--b", "m.txt", "image/png")),
            (2, part("f", "a\r\n--b", "n.txt", "audio/mp4")),
        ]:
            parts = [other if place == index else part for place, part in enumerate(self.right)]
            self.assertIsNotNone(self.judged(parts), parts)
        self.assertIsNotNone(self.judged(self.right, end=""))


class Values(unittest.TestCase):
    def setUp(self):
        self.maker = Instances(None, "", "most")
        self.maker.declared = {"a"}
        self.types = [{"type": "Sure", "isGuess": False}, {"type": "Guess", "isGuess": True}]

    def judged(self, value, answer, untyped=()):
        return value_problem(value, f"{answer}\t{json.dumps(untyped)}", self.maker, Guesses(self.types))

    def test_values(self):
        self.assertIsNone(self.judged({"a": 1}, '{"a": 1}'))
        self.assertIsNotNone(self.judged({"a": 1}, '{"a": 2}'))
        self.assertIsNotNone(self.judged({"a": 1}, "{}"))

    def test_places_without_type(self):
        self.assertIsNotNone(self.judged({"a": 1}, '{"a": 1}', [["", "a", []]]))
        self.assertIsNone(self.judged({"a": 1}, '{"a": 1}', [["", "b", []]]))
        self.assertIsNotNone(self.judged({"a": 1}, '{"a": 1}', [["", None, ["Client.Sure"]]]))
        self.assertIsNone(self.judged({"a": 1}, '{"a": 1}', [["", None, ["Client.Guess"]]]))

    def test_answers(self):
        answer = Answer(200, "application/json", b"1", {"json": 1})
        self.assertIsNone(answer_problem(answer, {"json": 1}))
        self.assertIsNone(answer_problem(answer, {"case": "ok", "of": {"json": 1}}))
        self.assertIsNotNone(answer_problem(answer, {"json": 2}))
        self.assertIsNotNone(answer_problem(answer, None))

    def test_patterns(self):
        for pattern in [r"^YF[0-9a-f]{32}$", r"^(foo|bar)?baz$", r"^[^a-z]\d{2,}[.]$", r"a{3,5}"]:
            self.assertRegex(matching(pattern), pattern)
        self.assertIsNone(matching(r"^a{3}$", 4))


if __name__ == "__main__":
    unittest.main()
