// The directive that had the id $id before.
MATCH (d:Directive)
WHERE $id IN d.former_ids
RETURN d.id AS id
