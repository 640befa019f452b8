// Who issued a directive.
MATCH (d:Directive {id: $id})-[:ISSUED_BY]->(b:Body)
RETURN b.id AS id, b.name AS name, b.province AS province
ORDER BY id
