// One directive.
MATCH (d:Directive {id: $id})
RETURN d
