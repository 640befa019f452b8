// Bodies one of whose names begins with these words; names stand between bars.
MATCH (b:Body)
WHERE b.folded_text CONTAINS $words
RETURN b
ORDER BY b.id
