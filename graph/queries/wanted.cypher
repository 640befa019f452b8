// Directives that are cited and not held, with how often and in how many documents.
MATCH (a:Directive)-[e:CITES]->(d:Directive {status: 'cited'})
RETURN d.id AS id, d.number AS number, d.type AS type, d.title AS title, d.date AS date, d.issuer AS issuer,
       d.province AS province, d.level AS level, d.canonical AS canonical,
       count(e) AS mentions, count(DISTINCT e.document) AS documents
ORDER BY documents DESC, mentions DESC, id
