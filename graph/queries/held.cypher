// The first $most held documents by name, and the directives that they are.
MATCH (d:Directive)
WHERE d.document IS NOT NULL
RETURN d.document AS name, d.id AS directive, d.number AS number, d.type AS type, d.title AS title, d.date AS date,
       d.issuer AS issuer, d.province AS province, d.level AS level, d.status AS status
ORDER BY name
LIMIT $most
