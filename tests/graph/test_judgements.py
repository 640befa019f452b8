"""What people decide about identity outlives every rebuild, can be undone, and says when it fits nothing."""

from dataclasses import replace

import pytest

from graph.errors import UsageError
from graph.identity.resolve import resolve
from graph.judgements import Judgement, Mentioned, Named, from_lines, ref_of, to_lines
from tests.graph.papers import cite, paper

NQ = "25-NQ/TW"
XI, X = "directive/vn/party/central/xi/nq-25", "directive/vn/party/central/x/nq-25"

PAPERS = [
    paper("a.txt", cite(NQ, "2013-06-03"), date="2014-01-01"),
    paper("b.txt", cite(NQ, "2008-07-25"), cite(NQ, "2008-07-25"), date="2014-01-01"),
    paper("c.txt", cite(NQ), cite(NQ), date="2014-03-12"),
    paper("d.txt", cite("43-KL/TW", "2019-01-07"), date="2020-01-01"),
    paper("e.txt", cite("43-KL/TW", "2019-09-27"), date="2020-01-01"),
]
OPEN = Mentioned("c.txt", 0, "nghị quyết số 25-NQ/TW")
KL, OTHER_KL = (f"directive/vn/party/central/xii/kl-43{more}" for more in ("", "-2019-09-27"))


def judged(kind, first, second=None, *, at=1, **more):
    return Judgement(
        f"j{at}", kind, first, second, "Lan", f"2026-11-21T10:00:0{at}", "đã đọc văn bản", **more
    )


def status(resolution, document, citation=0):
    outcome = resolution.outcome(document, citation)
    return (outcome.status, outcome.directive, outcome.rule) if outcome else None


def test_this_one_decides_an_open_mention_and_leaves_its_like_open():
    resolution = resolve(PAPERS, [judged("this-one", OPEN, Named(XI))])
    assert status(resolution, "c.txt") == ("cited-only", XI, "judged")
    assert status(resolution, "c.txt", 1)[0] == "ambiguous"
    assert resolution.unfitting == ()


def test_this_one_moves_a_mention_that_the_rules_had_decided():
    resolution = resolve(PAPERS, [judged("this-one", Mentioned("b.txt", 100), Named(XI))])
    assert status(resolution, "b.txt")[1] == X
    assert status(resolution, "b.txt", 1) == ("cited-only", XI, "judged")


def test_not_a_citation_takes_a_mention_away():
    resolution = resolve(PAPERS, [judged("not-a-citation", OPEN)])
    assert resolution.outcome("c.txt", 0) is None
    assert status(resolution, "c.txt", 1)[0] == "ambiguous"


def test_a_directive_that_loses_its_only_mention_goes():
    resolution = resolve(PAPERS, [judged("not-a-citation", Mentioned("d.txt", 0))])
    assert [d.date for d in resolution.directives if d.number == "43-KL/TW"] == ["2019-09-27"]


def test_same_makes_two_directives_one():
    assert status(resolve(PAPERS), "e.txt")[1] == OTHER_KL
    resolution = resolve(PAPERS, [judged("same", Named(KL), Named(OTHER_KL))])
    assert status(resolution, "d.txt")[1] == status(resolution, "e.txt")[1] == KL
    assert dict(resolution.redirects) == {OTHER_KL: KL}


def _promulgating(document, number, date):
    rules = "Quy chế tiếp công dân"
    mention = cite(name=rules, kind="quy chế", scope="province")
    own = {"number": number, "date": date, "province": "Sơn La", "issuer": "Tỉnh ủy Sơn La"}
    return paper(document, mention, kind="quyết định", promulgates=(-1, 0), **own)


@pytest.mark.parametrize("turned", [False, True])
def test_what_a_decision_promulgates_follows_it_into_the_one_that_it_is_judged_to_be(turned):
    papers = [
        _promulgating("d1.txt", "12-QĐ/TU", "2021-03-01"),
        paper("d2.txt", cite("12-QĐ/TU", "2016-09-09"), date="2022-01-01", province="Sơn La"),
    ]
    before = resolve(papers)
    sides = [Named(before.held["d1.txt"]), Mentioned("d2.txt", 0)]
    after = resolve(papers, [judged("same", *(reversed(sides) if turned else sides))])
    assert status(after, "d2.txt")[1] == after.held["d1.txt"] == before.held["d1.txt"]
    assert status(after, "d1.txt")[1] == status(before, "d1.txt")[1]


def test_a_regulation_judged_the_same_as_its_decision_is_one_directive():
    papers = [_promulgating("d1.txt", "12-QĐ/TU", "2021-03-01")]
    for sides in ([Mentioned("d1.txt", 0), None], [None, Mentioned("d1.txt", 0)]):
        held = Named(resolve(papers).held["d1.txt"])
        after = resolve(papers, [judged("same", *(side or held for side in sides))])
        assert status(after, "d1.txt")[1] == after.held["d1.txt"] == held.directive


def test_a_directive_of_its_own_document_gets_the_id_of_the_one_it_is_judged_to_be():
    papers = [
        paper("k.txt", cite("77-KH/TU", "2023-03-16"), date="2024-04-10", level="district"),
        paper("h.txt", number="77-KH/TU", date="2023-03-16", province="Sơn La", issuer="Tỉnh ủy Sơn La"),
    ]
    held = resolve(papers).held["h.txt"]
    after = resolve(papers, [judged("same", Mentioned("k.txt", 0), Named(held))])
    assert status(after, "k.txt")[1] == held


def test_same_decides_an_open_mention():
    resolution = resolve(PAPERS, [judged("same", OPEN, Mentioned("a.txt", 0))])
    assert status(resolution, "c.txt")[1] == XI


def test_different_rules_a_candidate_out():
    resolution = resolve(PAPERS, [judged("different", OPEN, Named(X))])
    assert status(resolution, "c.txt") == ("cited-only", XI, "judged")


def test_different_takes_a_mention_out_of_its_directive():
    resolution = resolve(PAPERS, [judged("different", Mentioned("b.txt", 100), Named(X))])
    assert status(resolution, "b.txt")[1] == X
    assert status(resolution, "b.txt", 1)[1] not in (X, None)


def test_a_mention_open_between_two_that_are_judged_the_same_is_decided():
    silent = paper("f.txt", cite("43-KL/TW"), date="2020-05-01")
    assert status(resolve([*PAPERS, silent]), "f.txt")[0] == "ambiguous"
    resolution = resolve([*PAPERS, silent], [judged("same", Named(KL), Named(OTHER_KL))])
    assert status(resolution, "f.txt") == ("cited-only", KL, "judged")


def test_an_undone_judgement_changes_nothing():
    made = judged("this-one", OPEN, Named(XI), undone="2026-11-22T00:00:00")
    assert status(resolve(PAPERS, [made]), "c.txt")[0] == "ambiguous"


def test_judgements_are_replayed_in_the_order_in_which_they_were_made():
    first, second = judged("this-one", OPEN, Named(XI), at=1), judged("this-one", OPEN, Named(X), at=2)
    for given in ([first, second], [second, first]):
        assert status(resolve(PAPERS, given), "c.txt")[1] == X


def test_what_fits_nothing_any_more_is_reported():
    gone = judged("this-one", Mentioned("z.txt", 0), Named(XI))
    unknown = judged("same", Named("directive/vn/x"), Named(XI), at=2)
    moved = judged("not-a-citation", Mentioned("c.txt", 7), at=3)
    resolution = resolve(PAPERS, [gone, unknown, moved])
    assert resolution.unfitting == (gone, unknown, moved)
    assert resolve(PAPERS).directives == resolution.directives


def test_an_anchor_finds_a_directive_whose_id_has_moved():
    made = judged("this-one", OPEN, Named("directive/vn/party/central/undated/nq-25", "a.txt", 0))
    assert status(resolve(PAPERS, [made]), "c.txt")[1] == XI


def test_judgements_survive_documents_that_come_and_go():
    made = [judged("this-one", OPEN, Named(XI, "a.txt", 0))]
    before = resolve(PAPERS, made)
    assert resolve(PAPERS[2:], made).unfitting == tuple(made)
    assert resolve(PAPERS[2:] + PAPERS[:2], made) == before


def test_a_file_of_judgements_comes_back_as_it_was():
    made = [
        judged("this-one", OPEN, Named(XI, "a.txt", 0)),
        judged("not-a-citation", OPEN, at=2, undone="2026-12-01"),
    ]
    lines = list(to_lines(reversed(made)))
    assert "đã đọc văn bản" in lines[0]
    assert list(from_lines([*lines, ""])) == made


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "1"}', '{"id": "1", "kind": "maybe", "first": {}}', "null"]
)
def test_a_line_that_is_no_judgement_is_named(line):
    with pytest.raises(UsageError, match="1"):
        list(from_lines([line]))


def test_sides_that_do_not_suit_are_refused():
    with pytest.raises(UsageError):
        judged("this-one", Named(XI), OPEN)
    with pytest.raises(UsageError):
        judged("same", OPEN)
    with pytest.raises(UsageError):
        replace(judged("not-a-citation", OPEN), kind="guess")
    with pytest.raises(UsageError):
        ref_of("25-NQ/TW")
