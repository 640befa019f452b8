// What a body became, and what became of it: the steps next to it.
MATCH (b:Body {id: $id})-[e:SUCCEEDED_BY]->(other:Body)
RETURN other.id AS id, other.name AS name, e.valid_from AS valid_from, 'after' AS way
UNION ALL
MATCH (b:Body {id: $id})<-[e:SUCCEEDED_BY]-(other:Body)
RETURN other.id AS id, other.name AS name, e.valid_from AS valid_from, 'before' AS way
