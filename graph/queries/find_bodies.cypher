// Bodies that hold these words in their names.
MATCH (b:Body)
WHERE b.folded_text CONTAINS $first AND b.folded_text CONTAINS $second AND b.folded_text CONTAINS $third
RETURN b.id AS id, b.name AS name, b.valid_from AS date, b.province AS province, b.kind AS status, b.folded_text AS text
