// What became of a body, and what it came from.
MATCH (b:Body {id: $id})-[:SUCCEEDED_BY* SHORTEST 1..10]->(other:Body)
RETURN other.id AS id
UNION
MATCH (b:Body {id: $id})<-[:SUCCEEDED_BY* SHORTEST 1..10]-(other:Body)
RETURN other.id AS id
