// Whether there is a directive $id.
MATCH (d:Directive {id: $id})
RETURN d.id AS id
