// One directive, by its id or one that it had.
MATCH (d:Directive)
WHERE d.id = $id OR $id IN d.former_ids
RETURN d
