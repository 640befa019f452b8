"""Identity over documents that the resolver was not written for, read by the program itself."""

import json

import pytest

from api.cli import main
from graph.identity.resolve import resolve
from ingest.pipeline import read
from ingest.text import Text
from tests.conftest import DATA

FOLDER = DATA / "identity2"
IDENTITY = json.loads((FOLDER / "identity.json").read_text(encoding="utf-8"))
HELD = "held"
# What waits for the reader (`ingest`): the resolver decides it rightly once it is read as said.
UNREAD: dict[tuple[str, str], str] = {}


def _label(ref):
    return ref[HELD] if isinstance(ref, dict) else f"{ref[0]}@{ref[1]}"


def _cases(kind, label):
    """The rows of the key of one kind, those that wait for the reader marked."""
    marked = []
    for row in IDENTITY[kind]:
        name = label(row)
        why = UNREAD.get((kind, name))
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        marked.append(pytest.param(row, id=name, marks=marks))
    return marked


@pytest.fixture(scope="module")
def corpus():
    files = sorted((FOLDER / "docs").glob("*.txt"))
    return {file.name: read(Text(file.name, file.read_bytes().decode("utf-8"))) for file in files}


@pytest.fixture(scope="module")
def resolution(corpus):
    return resolve(corpus.items())


@pytest.fixture
def outcome(corpus, resolution):
    def of(ref):
        document, start = ref
        starts = [citation.evidence.start for citation in corpus[document].citations]
        return resolution.outcome(document, starts.index(start))

    return of


@pytest.fixture
def directive(outcome, resolution):
    """The directive of a mention [file, start], or of a held document."""
    return lambda ref: resolution.held[ref[HELD]] if isinstance(ref, dict) else outcome(ref).directive


@pytest.mark.parametrize("document", IDENTITY["quotes"])
def test_every_mention_of_the_key_is_read(corpus, document):
    read_there = {str(c.evidence.start): c.evidence.quote for c in corpus[document].citations}
    expected = IDENTITY["quotes"][document]
    assert {start: read_there.get(start) for start in expected} == expected


@pytest.mark.parametrize("group", _cases("same", lambda group: _label(group[0])))
def test_mentions_of_one_directive_are_one(directive, group):
    found = {_label(ref): directive(ref) for ref in group}
    assert None not in found.values(), found
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("pair", _cases("different", lambda pair: _label(pair[0])))
def test_different_directives_stay_apart(directive, pair):
    one, other = map(directive, pair)
    assert one is not None
    assert one != other


@pytest.mark.parametrize("case", _cases("open", lambda case: _label(case["mention"])))
def test_what_nothing_decides_stays_open(outcome, directive, case):
    found = outcome(case["mention"])
    assert (found.status, found.directive) == ("ambiguous", None)
    assert set(found.candidates) == set(map(directive, case["candidates"]))


@pytest.mark.parametrize("case", _cases("loose", lambda case: _label(case["mention"])))
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
    fields = ("document", "role", "deadline", "recurrence")
    own = [row for row in rows if (row["inherited_from"] or "heading").startswith("heading")]
    found = [(row["path"], *(row[field] for field in fields)) for row in own]
    expected = [(row["task"], *(row[field] for field in fields)) for row in question["rows"]]
    assert sorted(map(str, found)) == sorted(map(str, expected))


@pytest.mark.parametrize("said", IDENTITY["relations"], ids=lambda said: f"{_label(said[0])} {said[2]}")
def test_changes_said_in_the_passive_run_from_the_later_to_the_earlier(ask, directive, said):
    query = f"MATCH (a:Directive)-[:{said[2].upper()}]->(b:Directive) RETURN a.id, b.id"
    answer, _ = ask("query", "--cypher", query)
    assert [directive(said[0]), directive(said[1])] in [list(row) for row in answer["rows"]]


def test_the_order_of_documents_changes_nothing(corpus, resolution):
    turned = resolve(reversed(corpus.items()))
    assert turned.directives == resolution.directives
