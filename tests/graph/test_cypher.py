"""What analysts ask, and what every store must answer; the answers are read off `corpus.py`."""

import pytest

from graph.store import Limits
from tests.graph.corpus import (
    CTR30,
    KH15,
    KH16,
    KH64,
    KH90,
    KL43,
    KL210,
    LAW,
    NQ25,
    NQ25_YOUTH,
    QD23,
    QD124_2018,
    RULES,
)

ASKED = [
    (
        "what carries a resolution out directly",
        "MATCH (d:Directive)-[e:IMPLEMENTS]->(:Directive {number: '25-NQ/TW', date: '2013-06-03'}) "
        "RETURN d.number, e.manner ORDER BY d.date",
        {},
        [("30-CTr/TU", "implements"), ("43-KL/TW", "continues"), ("210-KL/TU", "continues")],
    ),
    (
        "through others, with the distance",
        "MATCH p = (d:Directive)-[:IMPLEMENTS*1..3]->(:Directive {id: $id}) "
        "RETURN d.id, length(p) AS steps ORDER BY steps, d.id",
        {"id": KL210},
        [(KH15, 1), (KH16, 2), (KH15, 3)],
    ),
    (
        "no relationship is walked twice",
        "MATCH p = (:Directive {id: $id})-[:IMPLEMENTS*]->(b:Directive) RETURN b.id, length(p) "
        "ORDER BY length(p), b.id",
        {"id": KH16},
        [(KH15, 1), (KL210, 2), (KH16, 2), (NQ25, 3), (KL43, 3), (NQ25, 4)],
    ),
    (
        "one shortest path to each",
        "MATCH p = (b:Directive {id: $id})-[:IMPLEMENTS* SHORTEST 1..8]->(a:Directive) "
        "RETURN a.id, length(p) ORDER BY length(p), a.id",
        {"id": KH16},
        [(KH15, 1), (KL210, 2), (NQ25, 3), (KL43, 3)],
    ),
    (
        "shortestPath",
        "MATCH p = shortestPath((b:Directive {id: $from})-[:IMPLEMENTS|CITES*..10]-(a:Directive {id: $to})) "
        "RETURN [n IN nodes(p) | n.number] AS numbers",
        {"from": KH15, "to": QD23},
        [(["15-KH/HU", "210-KL/TU", "23-QĐ/TW"],)],
    ),
    (
        "a filter on each step",
        "MATCH (b:Directive)-[:IMPLEMENTS* SHORTEST 1..5 (e, _ | WHERE e.manner = 'implements')]->"
        "(a:Directive {id: $id}) RETURN b.id ORDER BY b.id",
        {"id": NQ25},
        [(CTR30,), (KH64,)],
    ),
    (
        "paths without a node twice",
        "MATCH p = (b:Directive {id: $id})-[:IMPLEMENTS* ACYCLIC 1..8]->(a:Directive {id: $top}) "
        "RETURN length(p) ORDER BY length(p)",
        {"id": KH16, "top": NQ25},
        [(3,), (4,)],
    ),
    (
        "two steps that meet are two relationships",
        "MATCH (a:Directive)-[e:IMPLEMENTS]->(top:Directive {id: $id})<-[f:IMPLEMENTS]-(b:Directive) "
        "WHERE a.id < b.id RETURN a.id, b.id ORDER BY a.id, b.id",
        {"id": NQ25},
        sorted([tuple(sorted((CTR30, KL210))), tuple(sorted((CTR30, KL43))), tuple(sorted((KL43, KL210)))]),
    ),
    (
        "no document meets itself",
        "MATCH (a:Directive)-[:IMPLEMENTS]->(:Directive {id: $id})<-[:IMPLEMENTS]-(b:Directive) "
        "WHERE a.id = b.id RETURN count(*) AS n",
        {"id": NQ25},
        [(0,)],
    ),
    (
        "counting by type",
        "MATCH (d:Directive) WHERE d.status = 'held' RETURN d.type AS type, count(*) AS n ORDER "
        "BY n DESC, type",
        {},
        [("kế hoạch", 4), ("chương trình hành động", 1), ("kết luận", 1)],
    ),
    (
        "aggregates",
        "MATCH (t:Target) RETURN count(t), sum(t.value), avg(t.value), min(t.unit), max(t.year)",
        {},
        [(1, 100.0, 100.0, "%", 2025)],
    ),
    ("the sum of nothing", "MATCH (t:Target {unit: 'x'}) RETURN sum(t.value) AS n, count(t)", {}, [(0, 0)]),
    (
        "distinct and collect",
        "MATCH (d:Directive) WHERE d.province IS NOT NULL WITH DISTINCT d.province AS p ORDER BY p "
        "RETURN collect(p) AS provinces, size(collect(p)) AS n",
        {},
        [(["Quảng Nam", "Sơn La"], 2)],
    ),
    (
        "who has work by when",
        "MATCH (t:Task)-[a:ASSIGNED_TO]->(b:Body {province: 'Sơn La'}) WHERE t.deadline < "
        "'2022-12-' OR t.deadline STARTS WITH '2022-Q' "
        "RETURN t.path, b.name, a.role ORDER BY t.deadline, b.name",
        {},
        [
            ("I.1", "Ban Dân vận Tỉnh ủy", "coordinate"),
            ("I.1", "Sở Nội vụ", "lead"),
            ("I.2", "Sở Nội vụ", "responsible"),
            ("II.1", "các huyện ủy, thành ủy", "responsible"),
        ],
    ),
    (
        "what nothing carries out",
        "MATCH (d:Directive) WHERE NOT (d)<-[:IMPLEMENTS]-() AND d.level = 'central' RETURN d.id "
        "ORDER BY d.id",
        {},
        sorted([(LAW,), (QD23,), (QD124_2018,), (QD124_2018.replace("xii/", "xiii/"),)]),
    ),
    (
        "EXISTS with a condition",
        "MATCH (d:Directive) WHERE EXISTS { MATCH (d)-[e:IMPLEMENTS]->(a) WHERE e.manner = "
        "'promulgates' } RETURN d.id",
        {},
        [(QD23,)],
    ),
    (
        "EXISTS without MATCH",
        "MATCH (d:Directive) WHERE EXISTS { (d)-[:REPLACES]->(:Directive) } RETURN d.id",
        {},
        [(KH16,)],
    ),
    (
        "COUNT",
        "MATCH (d:Directive) WITH d, COUNT { (d)<-[:CITES]-(:Directive) } AS n WHERE n > 1 RETURN "
        "d.id, n ORDER BY n, d.id",
        {},
        [(CTR30, 2), (KL210, 2), (NQ25, 3)],
    ),
    (
        "OPTIONAL MATCH keeps the row",
        "MATCH (t:Task {directive: $id}) OPTIONAL MATCH (t)-[:HAS_TARGET]->(x:Target) "
        "RETURN t.path, x.value ORDER BY t.path",
        {"id": KL210},
        [("II", None), ("II.1", None), ("II.3", 100.0)],
    ),
    (
        "UNWIND a parameter",
        "UNWIND $numbers AS number MATCH (d:Directive {number: number}) RETURN number, count(*) "
        "AS n ORDER BY number",
        {"numbers": ["25-NQ/TW", "43-KL/TW", "none"]},
        [("25-NQ/TW", 2), ("43-KL/TW", 1)],
    ),
    (
        "UNION",
        "MATCH (d:Directive {id: $id}) RETURN d.number AS name UNION MATCH (b:Body {kind: "
        "'class'}) RETURN b.name AS name",
        {"id": LAW},
        [("31/2024/QH15",), ("các huyện ủy, thành ủy",)],
    ),
    (
        "one thing twice in a UNION",
        "MATCH (t:Target) RETURN t.unit AS a, t.unit AS b, t.of AS c "
        "UNION ALL MATCH (t:Target) RETURN t.of AS a, t.unit AS b, t.comparator AS c",
        {},
        [("%", "%", "xã"), ("xã", "%", ">=")],
    ),
    (
        "text functions count from 0",
        "MATCH (d:Directive {id: $id}) RETURN substring(d.date, 5, 2), left(d.date, 4), "
        "split(d.number, '/')[1], "
        "toUpper(d.type), size(d.number), toInteger(left(d.date, 4)) + 1",
        {"id": LAW},
        [("01", "2024", "2024", "LUẬT", 12, 2025)],
    ),
    (
        "lists count from 0 and give null outside",
        "WITH ['a', 'b', 'c'] AS l RETURN l[0], l[-1], l[9], head(l), last(l), l[1..2], l[..1], "
        "l[1..], tail(l)",
        {},
        [("a", "c", None, "a", "c", ["b"], ["a"], ["b", "c"], ["b", "c"])],
    ),
    (
        "list comprehension and quantifiers",
        "WITH [1, 2, 3, 4] AS l RETURN [x IN l WHERE x > 2], [x IN l | x * 10], [x IN l WHERE x > "
        "$n | x + 1], "
        "all(x IN l WHERE x > 0), any(x IN l WHERE x > $n), none(x IN l WHERE x > 9), single(x IN "
        "l WHERE x = 1)",
        {"n": 3},
        [([3, 4], [10, 20, 30, 40], [5], True, True, True, True)],
    ),
    (
        "CASE both ways",
        "MATCH (d:Directive) WHERE d.id IN $ids RETURN CASE d.status WHEN 'held' THEN 'có' ELSE "
        "'thiếu' END AS have, "
        "CASE WHEN d.date < '2010' THEN 'cũ' ELSE 'mới' END AS age ORDER BY d.id",
        {"ids": [NQ25, KL210]},
        [("thiếu", "mới"), ("có", "mới")],
    ),
    (
        "null in comparisons and coalesce",
        "MATCH (d:Directive {id: $id}) RETURN coalesce(d.number, d.title), d.number IS NULL, d.date = '2013'",
        {"id": RULES},
        [("Quy chế công tác dân vận của hệ thống chính trị", True, None)],
    ),
    (
        "nulls last",
        "MATCH (d:Directive) WHERE d.issuer = 'Bộ Chính trị' RETURN d.date ORDER BY d.date",
        {},
        [("2021-07-30",), ("2023-10-04",), (None,)],
    ),
    (
        "the words of an edge",
        "MATCH (:Directive {id: $id})-[e:IMPLEMENTS]->() RETURN e.document, e.start_offset, e.quote, e.rule",
        {"id": CTR30},
        [("ctr-30.txt", 60, "thực hiện Nghị quyết số 25-NQ/TW", "links.opening")],
    ),
    (
        "open mentions",
        "MATCH (d:Directive)-[:MENTIONS]->(m:Mention)-[:CANDIDATE]->(c:Directive) "
        "RETURN d.number, m.number, collect(c.date) AS dates",
        {},
        [("210-KL/TU", "124-QĐ/TW", ["2018-02-02", "2023-10-04"])],
    ),
    (
        "names in a list",
        "MATCH (d:Directive) WHERE '25-NQ/TU' IN d.forms RETURN d.id",
        {},
        [(NQ25,)],
    ),
    (
        "any of a list with a parameter",
        "MATCH (d:Directive) WHERE any(f IN d.forms WHERE f STARTS WITH $start) RETURN d.id ORDER BY d.id",
        {"start": "25-NQ/T"},
        [(NQ25_YOUTH,), (NQ25,)],
    ),
    (
        "strings with keywords, comments, quotes and backslashes",
        "/* CALL db.labels() */ RETURN 'CALL dbms; LOAD CSV' AS a, \"it's\" AS b, 'a\\\\b' AS c, "
        "'a\\'b\"c' AS d, "
        "'\\u0111' AS e // DELETE",
        {},
        [("CALL dbms; LOAD CSV", "it's", "a\\b", "a'b\"c", "đ")],
    ),
    (
        "hard strings inside lists",
        "WITH ['it\\'s \\\\ \"x\"', 'b'] AS l RETURN [x IN l WHERE x = 'it\\'s \\\\ \"x\"'] AS kept",
        {},
        [(['it\'s \\ "x"'],)],
    ),
    (
        "names in Vietnamese and reserved ones",
        "MATCH (d:Directive {id: $id}) RETURN d.number AS số_hiệu, d.type AS `loại văn bản`, "
        "d.date AS `order`, "
        "d.title AS table",
        {"id": KL43},
        [("43-KL/TW", "kết luận", "2019-01-07", None)],
    ),
    (
        "a map and its parts",
        "MATCH (d:Directive {id: $id}) WITH d {.number, ngày: d.date} AS m RETURN m.number, m.ngày",
        {"id": KL43},
        [("43-KL/TW", "2019-01-07")],
    ),
    (
        "skip and limit",
        "MATCH (d:Directive {status: 'held'}) RETURN d.number ORDER BY d.date SKIP $n LIMIT 2",
        {"n": 1},
        [("64-KH/HU",), ("210-KL/TU",)],
    ),
    (
        "labels and types",
        "MATCH (a)-[e:ASSIGNED_TO]->(b) RETURN DISTINCT labels(a)[0] AS a, type(e) AS e, labels(b) AS b",
        {},
        [("Task", "ASSIGNED_TO", ["Body"])],
    ),
    (
        "a label as a condition",
        "MATCH (a)-[e:IMPLEMENTS]->(b) WHERE a:Task RETURN a.path ORDER BY a.path",
        {},
        [("I.1",), ("II.1",)],
    ),
    (
        "start and end of a relationship",
        "MATCH (a:Directive {id: $id})<-[e:REPLACES]-(b) RETURN startNode(e).id, endNode(e).id",
        {"id": KH15},
        [(KH16, KH15)],
    ),
    (
        "what the steps of a path say",
        "MATCH p = (:Directive {id: $id})-[:IMPLEMENTS*2..2]->(b) "
        "RETURN [r IN relationships(p) | r.manner] AS manners, nodes(p)[1].number ORDER BY b.id",
        {"id": KH64},
        [(["implements", "implements"], "30-CTr/TU")],
    ),
    (
        "a variable for the steps",
        "MATCH (:Directive {id: $id})-[e:IMPLEMENTS*1..2]->(b) RETURN size(e) AS n, [x IN e | "
        "x.manner] AS m ORDER BY n",
        {"id": KH64},
        [(1, ["implements"]), (2, ["implements", "implements"])],
    ),
    (
        "a path that goes on after a variable part",
        "MATCH (a:Directive {id: $id})-[:IMPLEMENTS]->(b)<-[:IMPLEMENTS*1..2]-(c:Directive) "
        "RETURN c.id ORDER BY c.id",
        {"id": CTR30},
        [(KL43,), (KL210,), (KL210,), (KH15,)],
    ),
    (
        "conditions inside the pattern",
        "MATCH (d:Directive WHERE d.date > '2022')-[e:IMPLEMENTS WHERE e.manner = "
        "'implements']->(b) RETURN d.id, b.id ORDER BY b.id",
        {},
        [(KH15, KL210), (KH15, KH16)],
    ),
    (
        "everything in scope",
        "MATCH (d:Directive {id: $id}) WITH d.number AS b, d.date AS a RETURN *",
        {"id": KL43},
        [("2019-01-07", "43-KL/TW")],
    ),
    (
        "arithmetic",
        "RETURN 7 / 2, 7 % 2, 2 ^ 3, -5 + 3 * 2, abs(-2), round(1.6), ceil(1.2), floor(1.8), "
        "1.5e1, 'a' + 'b'",
        {},
        [(3, 1, 8.0, 1, 2, 2.0, 2.0, 1.0, 15.0, "ab")],
    ),
    (
        "logic",
        "RETURN true AND NOT false, true XOR true, null OR true, 1 <> 2, 'abc' CONTAINS 'b', "
        "'abc' ENDS WITH 'c', "
        "'abc' =~ 'a.*', NOT 'a' IN ['b']",
        {},
        [(True, False, True, True, True, True, True, True)],
    ),
    (
        "numbers up to a size",
        "MATCH p = (:Directive {id: $id})-[:IMPLEMENTS*2..2]->() UNWIND range(0, size(nodes(p)) - "
        "1) AS i RETURN i, nodes(p)[i].number AS n",
        {"id": KH64},
        [(0, "64-KH/HU"), (1, "30-CTr/TU"), (2, "25-NQ/TW")],
    ),
    (
        "two patterns in one MATCH",
        "MATCH (a:Directive {id: $a})-[e:IMPLEMENTS]->(x), (b:Directive {id: "
        "$b})-[f:IMPLEMENTS]->(x) RETURN x.id",
        {"a": CTR30, "b": KL210},
        [(NQ25,)],
    ),
    (
        "keywords in any case, with a semicolon",
        "match (d:Directive) where d.id = $id return Count(*) as n;",
        {"id": KL43},
        [(1,)],
    ),
]
UNORDERED = {"UNION", "one thing twice in a UNION", "open mentions"}


@pytest.mark.parametrize(("why", "query", "parameters", "rows"), ASKED, ids=[case[0] for case in ASKED])
def test_it_is_answered(store, why, query, parameters, rows):
    answer = store.ask(query, parameters, Limits())
    found = list(answer.rows)
    if why == "open mentions":
        found = [(a, b, sorted(dates)) for a, b, dates in found]
    assert (sorted(found) if why in UNORDERED else found) == rows
    assert not answer.truncated


COLUMNS = [
    (
        "MATCH (d:Directive) RETURN d.id, count(*), count(*) AS n, d.type as loại LIMIT 1",
        ("d.id", "count(*)", "n", "loại"),
    ),
    ("RETURN  toUpper( 'a' )", ("toUpper( 'a' )",)),
    ("MATCH (d:Directive) RETURN d, `d` LIMIT 1", ("d", "d")),
]


@pytest.mark.parametrize(("query", "columns"), COLUMNS[:2])
def test_columns_are_named_as_written(store, query, columns):
    assert store.ask(query, {}, Limits()).columns == columns


def test_a_node_comes_with_its_label_and_properties_and_nothing_derived(store):
    (row,) = store.ask("MATCH (d:Directive {id: $id}) RETURN d", {"id": KL43}, Limits()).rows
    assert row[0] == {
        "label": "Directive",
        "id": KL43,
        "type": "kết luận",
        "number": "43-KL/TW",
        "date": "2019-01-07",
        "issuer": "Ban Bí thư",
        "level": "central",
        "status": "cited",
        "term": "XII",
        "provisional": False,
        "former_ids": ["directive/vn/party/central/undated/kl-43"],
    }


def test_a_relationship_and_a_path(store):
    query = "MATCH p = (:Directive {id: $id})-[e:REPLACES]->(:Directive) RETURN e, p"
    ((edge, path),) = store.ask(query, {"id": KH16}, Limits()).rows
    assert edge == {
        "type": "REPLACES",
        "document": "kh-16.txt",
        "start_offset": 200,
        "end_offset": 200 + len("thay thế Kế hoạch số 15-KH/HU"),
        "quote": "thay thế Kế hoạch số 15-KH/HU",
        "rule": "test",
        "part": "mục II",
    }
    assert [node["id"] for node in path["nodes"]] == [KH16, KH15]
    assert path["relationships"] == [edge]


def test_a_held_document_is_known_by_its_file(store):
    answer = store.ask("MATCH (d:Directive) WHERE d.document = 'kh-90.txt' RETURN d.id", {}, Limits())
    assert answer.rows == ((KH90,),)
    assert answer.to_json() == {"columns": ["d.id"], "rows": [[KH90]], "truncated": False}
