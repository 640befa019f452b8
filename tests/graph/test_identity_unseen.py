"""Identity over documents that the resolver was not written for, read by the program itself."""

import json

import pytest

from api.cli import main
from graph.identity.resolve import resolve
from tests.conftest import DATA
from tests.graph.identity_key import assert_own_work, directives, key_of, label, outcomes, read_corpus

FOLDER = DATA / "identity2"
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


@pytest.mark.parametrize("document", IDENTITY["quotes"])
def test_every_mention_of_the_key_is_read(corpus, document):
    read_there = {str(c.evidence.start): c.evidence.quote for c in corpus[document].citations}
    expected = IDENTITY["quotes"][document]
    assert {start: read_there.get(start) for start in expected} == expected


@pytest.mark.parametrize("group", IDENTITY["same"], ids=lambda group: label(group[0]))
def test_mentions_of_one_directive_are_one(directive, group):
    found = {label(ref): directive(ref) for ref in group}
    assert None not in found.values(), found
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("pair", IDENTITY["different"], ids=lambda pair: label(pair[0]))
def test_different_directives_stay_apart(directive, pair):
    one, other = map(directive, pair)
    assert one is not None
    assert one != other


@pytest.mark.parametrize("case", IDENTITY["open"], ids=lambda case: label(case["mention"]))
def test_what_nothing_decides_stays_open(outcome, directive, case):
    found = outcome(case["mention"])
    assert (found.status, found.directive) == ("ambiguous", None)
    assert set(found.candidates) == set(map(directive, case["candidates"]))


@pytest.mark.parametrize("case", IDENTITY["loose"], ids=lambda case: label(case["mention"]))
def test_an_unknown_province_joins_nothing_on_too_little(outcome, directive, case):
    assert outcome(case["mention"]).directive not in set(map(directive, case["apart"]))


def test_nothing_else_stays_open(corpus, outcome):
    mentions = [[name, c.evidence.start] for name, found in corpus.items() for c in found.citations]
    still_open = [mention for mention in mentions if outcome(mention).status == "ambiguous"]
    known = [case["mention"] for case in (*IDENTITY["open"], *IDENTITY["loose"])]
    assert [mention for mention in still_open if mention not in known] == []


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("identity2")
    assert main(["--workspace", str(folder), "ingest", str(FOLDER / "docs")]) == 0
    return folder


@pytest.fixture
def ask(workspace, capsys):
    """The JSON that a command prints, and its exit code."""

    def asking(*arguments):
        capsys.readouterr()
        code = main(["--workspace", str(workspace), *arguments, "--json"])
        return json.loads(capsys.readouterr().out or "[]"), code

    return asking


def _of_kind(kind):
    return [question for question in IDENTITY["questions"] if question["kind"] == kind]


@pytest.mark.parametrize("question", _of_kind("implementing"), ids=lambda question: question["of"])
def test_what_carries_a_directive_out(ask, resolution, question):
    rows, code = ask("implementing", question["of"])
    assert code == (0 if question["rows"] else 1)
    found = {row["document"]: _steps(row["chain"]) for row in rows if row["via"] == "document"}
    expected = {row["directive"]: _drawn(row["chain"], resolution) for row in question["rows"]}
    assert found == expected


def _steps(chain):
    """The directives and manners of a chain, without the one that was asked for."""
    return [word for step in chain for word in (step["from"], step["manner"])]


def _drawn(chain, resolution):
    return [resolution.held.get(word, word) for word in chain[:-1]]


@pytest.mark.parametrize("question", _of_kind("responsibilities"), ids=lambda question: question["province"])
def test_what_a_body_must_do(ask, question):
    rows, _ = ask("responsibilities", question["body"], "--province", question["province"])
    assert_own_work(question, rows)


@pytest.mark.parametrize("said", IDENTITY["relations"], ids=lambda said: f"{label(said[0])} {said[2]}")
def test_changes_said_in_the_passive_run_from_the_later_to_the_earlier(ask, directive, said):
    query = f"MATCH (a:Directive)-[:{said[2].upper()}]->(b:Directive) RETURN a.id, b.id"
    answer, _ = ask("query", "--cypher", query)
    assert [directive(said[0]), directive(said[1])] in [list(row) for row in answer["rows"]]


def test_the_order_of_documents_changes_nothing(corpus, resolution):
    turned = resolve(reversed(corpus.items()))
    assert turned.directives == resolution.directives
