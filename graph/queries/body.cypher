// One body.
MATCH (b:Body {id: $id})
RETURN b
