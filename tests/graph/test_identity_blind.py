"""Identity over a third corpus, whose key was written by others before the program had seen a word of it."""

import json
import random

import pytest

from api.cli import main
from graph.build import build
from graph.identity.resolve import resolve
from ingest.pipeline import read
from ingest.text import Text
from ontology.fold import fold
from tests.conftest import DATA
from tests.graph.identity_key import assert_own_work, directives, key_of, label, outcomes, read_corpus

FOLDER = DATA / "identity3"
IDENTITY = key_of(FOLDER)


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(FOLDER)


@pytest.fixture(scope="module")
def resolution(corpus):
    return resolve(corpus.items())


@pytest.fixture
def outcome(corpus, resolution):
    return outcomes(corpus, resolution)


@pytest.fixture
def directive(outcome, resolution):
    return directives(outcome, resolution)


@pytest.mark.parametrize("group", IDENTITY["same"], ids=lambda group: label(group[0]))
def test_mentions_of_one_directive_are_one(directive, group):
    found = {label(ref): directive(ref) for ref in group}
    assert None not in found.values(), found
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("pair", IDENTITY["different"], ids=lambda pair: " ".join(map(label, pair)))
def test_different_directives_stay_apart(directive, pair):
    one, other = map(directive, pair)
    assert None not in (one, other)
    assert one != other


@pytest.mark.parametrize("case", IDENTITY["open"], ids=lambda case: label(case["mention"]))
def test_what_nothing_decides_stays_open(outcome, directive, case):
    found = outcome(case["mention"])
    assert (found.status, found.directive) == ("ambiguous", None)
    assert set(found.candidates) == set(map(directive, case["candidates"]))


def test_nothing_else_stays_open(corpus, outcome):
    mentions = [[name, c.evidence.start] for name, found in corpus.items() for c in found.citations]
    known = [case["mention"] for case in IDENTITY["open"]]
    assert [m for m in mentions if outcome(m).status == "ambiguous" and m not in known] == []


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("identity3")
    assert main(["--workspace", str(folder), "ingest", str(FOLDER / "docs")]) == 0
    return folder


@pytest.fixture
def ask(workspace, capsys):
    """The JSON that a command prints."""

    def asking(*arguments):
        capsys.readouterr()
        main(["--workspace", str(workspace), *arguments, "--json"])
        return json.loads(capsys.readouterr().out or "[]")

    return asking


def _of_kind(kind):
    return [question for question in IDENTITY["questions"] if question["kind"] == kind]


@pytest.mark.parametrize("question", _of_kind("implementing"), ids=lambda question: question["of"])
def test_what_carries_a_directive_out(ask, resolution, question):
    rows = [row for row in ask("implementing", question["of"]) if row["via"] == "document"]
    found = {row["id"]: [w for s in row["chain"] for w in (s["from"], s["manner"])] for row in rows}
    expected = {
        _id(row["directive"], resolution): [
            [_id(word, resolution) for word in chain[:-1]] for chain in (row["chain"], *row.get("also", ()))
        ]
        for row in question["rows"]
    }
    assert found.keys() == expected.keys()
    assert {id for id, chain in found.items() if chain not in expected[id]} == set()


def _id(word, resolution):
    """The id of a held file, or of a directive as the key names it: "CTr 28-CTr/TU 2022-12-20 (Gia Lai)"."""
    if " " not in word:
        return resolution.held.get(word, word)
    name, _, place = word.rstrip(")").partition(" (")
    fits = [
        d.id
        for d in resolution.directives
        if d.canonical == name and fold(place) in ("", fold(d.province or ""))
    ]
    return fits[0] if len(fits) == 1 else word


@pytest.mark.parametrize("question", _of_kind("responsibilities"), ids=lambda question: question["body"])
def test_what_a_body_must_do(ask, question):
    rows = ask("responsibilities", question["body"], "--province", question["province"])
    assert_own_work(question, rows)


def _damaged(seed, count=12):
    """Documents of the corpus with characters lost, doubled and changed, as bad copies have."""
    chance = random.Random(seed)
    texts = [file.read_text(encoding="utf-8") for file in sorted((FOLDER / "docs").glob("*.txt"))]
    found = []
    for at in range(count):
        text = chance.choice(texts)
        for _ in range(25):
            cut, end = chance.randrange(len(text)), chance.randint(1, 30)
            words = chance.choice(["", text[cut - 60 : cut], "TU", "/TW", "ngày 31/02/2020", "khóa XIII"])
            text = text[:cut] + words + text[cut + end :]
        name = f"{at:02}.txt"
        found.append((name, read(Text(name, text))))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_damaged_documents_give_one_graph_in_any_order_and_leave_nothing_behind(seed):
    papers = _damaged(seed)
    graph = build(resolve(papers), papers)
    shuffled = papers[:]
    random.Random(seed).shuffle(shuffled)
    assert build(resolve(shuffled), shuffled) == graph
    rest = papers[4:]
    left = build(resolve(rest), rest)
    assert {e.evidence.source for e in left.edges if e.evidence} <= {name for name, _ in rest}
