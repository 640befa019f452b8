"""Hostile queries: whatever reads files, writes, escapes, or cannot end is refused before a store sees it."""

import time
from contextlib import suppress

import pytest

from graph.cypher import translate
from graph.errors import QueryStopped, RefusedQuery
from graph.store import Limits
from graph.stores.dialects import LADYBUG, NEO4J

WRITES = """
CREATE (d:Directive {id: 'x'})
MATCH (d:Directive) DELETE d
MATCH (d:Directive) DETACH DELETE d
MATCH (d:Directive) SET d.title = 'x'
MATCH (d:Directive) REMOVE d.title
MERGE (d:Directive {id: 'x'}) RETURN d
MATCH (d:Directive) FOREACH (x IN [1] | SET d.title = 'x')
CREATE INDEX FOR (d:Directive) ON (d.id)
CREATE CONSTRAINT c FOR (d:Directive) REQUIRE d.id IS UNIQUE
CREATE NODE TABLE X(id STRING, PRIMARY KEY(id))
CREATE USER eve SET PASSWORD 'x'
DROP TABLE Directive
ALTER TABLE Directive ADD x STRING
MATCH (d:Directive) WITH d CREATE (x) RETURN x
MATCH (d:Directive) RETURN d UNION CREATE (x) RETURN x
BEGIN TRANSACTION
COMMIT
CHECKPOINT
"""

REACHES_OUT = """
LOAD FROM '/etc/passwd' RETURN *
LOAD FROM '/etc/passwd' (HEADER=false) RETURN column0
LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line
LOAD CSV WITH HEADERS FROM 'http://example.org/x.csv' AS row RETURN row
MATCH (d) LOAD CSV FROM 'http://example.org/' + d.id AS row RETURN row
COPY (MATCH (d:Directive) RETURN d) TO '/tmp/out.csv'
COPY Directive FROM '/etc/passwd'
EXPORT DATABASE '/tmp/x'
IMPORT DATABASE '/tmp/x'
ATTACH '/tmp/other.db' AS other
INSTALL httpfs
LOAD EXTENSION httpfs
USE other MATCH (d) RETURN d
USE system
CALL apoc.load.json('http://example.org')
CALL apoc.load.json('http://example.org') YIELD value RETURN value
CALL db.labels()
CALL db.clearQueryCaches()
CALL dbms.listConfig() YIELD name RETURN name
CALL dbms.security.createUser('eve', 'x', false)
CALL threads=64
CALL timeout=0
CALL show_tables() RETURN *
CALL current_setting('threads') RETURN *
CALL { MATCH (d) RETURN d } IN TRANSACTIONS RETURN 1
MATCH (d) CALL { WITH d RETURN 1 AS x } RETURN x
MATCH (d) CALL (d) { RETURN 1 AS x } RETURN x
SHOW USERS
SHOW SETTINGS
SHOW TRANSACTIONS
SHOW FUNCTIONS
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
EXPLAIN MATCH (d) RETURN d
PROFILE MATCH (d) RETURN d
CYPHER runtime=slotted MATCH (d) RETURN d
PROJECT GRAPH x (Directive)
"""

FUNCTIONS = """
RETURN apoc.convert.toJson({a: 1})
RETURN apoc.util.sleep(10000)
MATCH (d:Directive) RETURN apoc.node.degree(d)
RETURN gds.version()
RETURN randomUUID()
RETURN file('/etc/passwd')
RETURN repeat('x', 1000000000)
RETURN lpad('x', 1000000000, 'x')
RETURN current_setting('threads')
RETURN error('x')
RETURN `apoc.load.json`('x')
RETURN reduce(a = '', x IN range(1, 1000) | a + a)
RETURN nextval('x')
RETURN size(range(1, 30000000))
RETURN range(1, 30000000)
RETURN range(-30000000, 1)
UNWIND range(1, $n) AS x RETURN x
UNWIND range(1, 100 * 100 * 100 * 100) AS x RETURN count(*)
UNWIND range(1, size([1]) * 100000000) AS x RETURN x
MATCH (d:Directive) WHERE d.title =~ '(a+)+$' RETURN d
MATCH (d:Directive) WHERE d.title =~ '(.*a){20}' RETURN d
MATCH (d:Directive) WHERE d.title =~ $pattern RETURN d
MATCH (d:Directive) WHERE d.title =~ '(a|aa)+' + '$' RETURN d
"""

DISGUISES = """
CA/**/LL db.labels()
/* a */ CALL /* b */ db.labels()
MATCH (d) // x
CALL db.labels()
ＣＡＬＬ db.labels()
MATCH (d) ＲＥＴＵＲＮ d
МATCH (d) RETURN d
MATCH (d)\u00a0RETURN d
MATCH (d)\u2028CALL db.labels()
MATCH\u3000(d) RETURN d
\ufeffMATCH (d) RETURN d
MATCH (d) RETURN d; CREATE (x)
MATCH (d) RETURN d; MATCH (e) RETURN e
MATCH (d) RETURN d;;
;
MATCH (d) RETURN '\\u0027 CALL db.labels()' CALL db.labels()
MATCH (d) WHERE d.id = 'x\\' OR '1' = '1' RETURN d
MATCH (d) WHERE d.id = 'x\\q' RETURN d
MATCH (d {id: 'x}) RETURN d
MATCH (`d` CALL db.labels()`) RETURN 1
MATCH (`d\\u0060) CALL db.labels() //`) RETURN 1
MATCH (d) RETURN d /* never closed
MATCH (d) RETURN "never closed
MATCH (d) RETURN d \x00
MATCH (d) RETURN $`x`
MATCH (d) RETURN $1
MATCH (d) RETURN $_text0
MATCH (_edge0) RETURN _edge0
"""

SHAPES = """
MATCH (a)-[*1..31]->(b) RETURN a
MATCH (a)-[*1000000]->(b) RETURN a
MATCH (a)-[*5..2]->(b) RETURN a
MATCH (a)-[:CITES* SHORTEST 0..5]->(b) RETURN a
MATCH (a:Nothing) RETURN a
MATCH (a)-[:NOTHING]->(b) RETURN a
MATCH (a:Directive:Task) RETURN a
MATCH (a:Directive&!Task) RETURN a
MATCH (a:$label) RETURN a
MATCH (a:$($label)) RETURN a
MATCH (a)-[:CITES]->+(b) RETURN a
MATCH ((a)-[:CITES]->(b)){1,5} RETURN a
MATCH (a) WHERE
MATCH (a)
RETURN
RETURN 1 2
RETURN 1,
MATCH a RETURN a
MATCH (a RETURN a
MATCH (a)-[:CITES->(b) RETURN a
MATCH (d) RETURN d LIMIT -1
MATCH (d) RETURN d LIMIT 1 + 1
MATCH (d) RETURN d LIMIT 99999999999999999999
MATCH (d) WITH d.id RETURN 1
RETURN *
RETURN 1 AS a UNION RETURN 2 AS b
RETURN 99999999999999999999
RETURN 0x41
RETURN [(a)-[:CITES]->(b) | b.id]
MATCH (d)-[e]-(x) RETURN startNode(e)
RETURN count(1, 2)
RETURN size()
ORDER BY 1
"""


def lines(text):
    return [line for line in text.strip("\n").split("\n") if line]


HOSTILE = [
    (group, query)
    for group, text in (
        ("writes", WRITES),
        ("reaches out", REACHES_OUT),
        ("function", FUNCTIONS),
        ("disguise", DISGUISES),
        ("shape", SHAPES),
    )
    for query in lines(text)
    if query != "MATCH (d) // x"
]
HOSTILE += [
    ("disguise", "MATCH (d) // x\nCALL db.labels()"),
    ("empty", ""),
    ("empty", " \n"),
    ("empty", "// nothing"),
    ("long", "RETURN 1" + " " * 30_000),
    ("deep", "RETURN " + "(" * 300 + "1" + ")" * 300),
    ("deep", "RETURN " + "[" * 300 + "]" * 300),
    ("deep", "RETURN " + "{a: " * 300 + "1" + "}" * 300),
    ("deep", "RETURN " + "NOT (" * 300 + "true" + ")" * 300),
    ("deep", "MATCH (a) WHERE " + "EXISTS { MATCH (a) WHERE " * 200 + "true" + " }" * 200 + " RETURN a"),
    ("deep", "RETURN " + "CASE WHEN true THEN " * 200 + "1" + " END" * 200),
    ("deep", "MATCH " + "({a: " * 300 + "1" + "})" * 300 + " RETURN 1"),
    ("long", "WITH [1] AS l RETURN l" + "[0]" * 60),
    ("long", "RETURN " + "tail(" * 300 + "[1]" + ")" * 300),
    ("long", "MATCH " + ", ".join(f"(a{i})-[:CITES]->(b{i})" for i in range(200)) + " RETURN 1"),
]


@pytest.mark.parametrize("dialect", [LADYBUG, NEO4J], ids=["ladybug", "neo4j"])
@pytest.mark.parametrize(("group", "query"), HOSTILE, ids=[f"{g}: {q[:60]}" for g, q in HOSTILE])
def test_it_is_refused(group, query, dialect):
    begun = time.monotonic()
    with pytest.raises(RefusedQuery) as caught:
        translate(query, dialect)
    assert time.monotonic() - begun < 1
    assert caught.value.vi != caught.value.en


@pytest.mark.parametrize(
    "query", ["CALL timeout=0", "LOAD FROM '/etc/passwd' RETURN *", "CREATE (d:Directive)"]
)
def test_a_store_refuses_it_too(store, query):
    with pytest.raises(RefusedQuery):
        store.ask(query, {}, Limits())


def test_a_refusal_says_where():
    with pytest.raises(RefusedQuery) as caught:
        translate("MATCH (d) RETURN apoc.x(d)", LADYBUG)
    assert caught.value.detail == {"position": 23}
    assert "ký tự 24" in caught.value.vi


def test_a_parameter_without_value_is_refused(store):
    with pytest.raises(RefusedQuery):
        store.ask("MATCH (d:Directive {id: $id}) RETURN d", {}, Limits())


ENDLESS = [
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c RETURN sum(a * b + c)",
    "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN max(a.id + b.id + c.id + d.id + e.id + f.id + g.id)",
]


@pytest.mark.parametrize("query", ENDLESS)
def test_a_query_without_end_is_stopped_and_the_store_answers_again(store, query):
    begun = time.monotonic()
    with pytest.raises(QueryStopped):
        store.ask(query, {}, Limits(seconds=1))
    assert time.monotonic() - begun < 6
    assert store.ask("RETURN 1 AS one", {}, Limits()).rows == ((1,),)


def test_a_query_that_grows_does_not_take_the_store_with_it(store):
    """Neo4j can answer this one, because it never writes the list out."""
    grow = "WITH range(1, 10000) AS l0 " + " ".join(
        f"WITH l{i} + l{i} + l{i} + l{i} + l{i} + l{i} + l{i} + l{i} AS l{i + 1}" for i in range(8)
    )
    begun = time.monotonic()
    with suppress(QueryStopped, RefusedQuery):
        store.ask(f"{grow} RETURN size(l8)", {}, Limits(seconds=3))
    assert time.monotonic() - begun < 8
    assert store.ask("RETURN 1 AS one", {}, Limits()).rows == ((1,),)


def test_a_cut_answer_says_so(store):
    answer = store.ask("UNWIND range(1, 50) AS x RETURN x", {}, Limits(rows=10))
    assert (len(answer.rows), answer.truncated) == (10, True)
    whole = store.ask("UNWIND range(1, 10) AS x RETURN x", {}, Limits(rows=10))
    assert (len(whole.rows), whole.truncated) == (10, False)
    union = store.ask(
        "UNWIND range(1, 9) AS x RETURN x UNION ALL UNWIND range(1, 9) AS x RETURN x", {}, Limits(rows=10)
    )
    assert (len(union.rows), union.truncated) == (10, True)
    own = store.ask("UNWIND range(1, 50) AS x RETURN x LIMIT 5", {}, Limits(rows=10))
    assert (len(own.rows), own.truncated) == (5, False)
