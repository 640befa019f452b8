// What a body issued, oldest first.
MATCH (d:Directive)-[:ISSUED_BY]->(b:Body {id: $id})
RETURN d AS directive
ORDER BY d.date, d.id
