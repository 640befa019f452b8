// Bodies that hold these words in their names, the nearest first.
MATCH (b:Body)
WHERE b.folded_text CONTAINS $first AND b.folded_text CONTAINS $second AND b.folded_text CONTAINS $third
WITH b, CASE
  WHEN $words IN b.folded_names THEN 2
  WHEN b.folded_text CONTAINS $words THEN 3
  ELSE 4 END AS rank
RETURN b.id AS id, null AS number, b.name AS name, b.valid_from AS date, b.province AS province, b.kind AS status,
       b.folded_text AS text, rank
ORDER BY rank, id
LIMIT 500
