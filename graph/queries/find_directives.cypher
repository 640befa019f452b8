// Directives that hold these words in number, title, names, type or issuer.
MATCH (d:Directive)
WHERE d.folded_text CONTAINS $first AND d.folded_text CONTAINS $second AND d.folded_text CONTAINS $third
RETURN d.id AS id, d.number AS number, d.type AS type, d.title AS name, d.date AS date, d.province AS province,
       d.status AS status, d.folded_text AS text, d.folded_number AS key
