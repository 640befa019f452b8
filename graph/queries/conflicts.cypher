// Directives of which documents state different things.
MATCH (d:Directive)
WHERE d.claims IS NOT NULL
RETURN d.id AS id, d.number AS number, d.type AS type, d.title AS title, d.date AS date, d.issuer AS issuer,
       d.province AS province, d.status AS status, d.claims AS claims
ORDER BY id
