// Directives that hold these words in number, title, names, type or issuer, the nearest first.
MATCH (d:Directive)
WHERE d.folded_text CONTAINS $first AND d.folded_text CONTAINS $second AND d.folded_text CONTAINS $third
   OR $number <> '' AND d.folded_number = $number
WITH d, CASE
  WHEN $number <> '' AND d.folded_number = $number THEN 0
  WHEN $number <> '' AND d.folded_number STARTS WITH $number THEN 1
  WHEN d.folded_title STARTS WITH $words OR $words IN d.folded_names THEN 2
  WHEN d.folded_text CONTAINS $words THEN 3
  ELSE 4 END AS rank
RETURN d.id AS id, d.number AS number, d.type AS type, d.title AS name, d.date AS date, d.province AS province,
       d.status AS status, d.folded_text AS text, rank
ORDER BY rank, status DESC, date DESC, id
LIMIT 500
