// Bodies by id or by one of their names, folded.
MATCH (b:Body)
WHERE b.id = $id OR $name IN b.folded_names
RETURN b
ORDER BY b.id
