// How much the graph holds, one row a kind.
MATCH (d:Directive) RETURN d.status AS kind, count(d) AS n
UNION ALL
MATCH (t:Task) RETURN 'tasks' AS kind, count(t) AS n
UNION ALL
MATCH (b:Body) RETURN 'bodies' AS kind, count(b) AS n
UNION ALL
MATCH (m:Mention) RETURN 'ambiguous' AS kind, count(m) AS n
UNION ALL
MATCH (:Directive)-[e:IMPLEMENTS]->(:Directive) RETURN 'links' AS kind, count(e) AS n
UNION ALL
MATCH (d:Directive) WHERE d.document IS NOT NULL RETURN 'documents' AS kind, count(d) AS n
