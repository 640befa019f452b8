// What became of each body: every step there is.
MATCH (a:Body)-[:SUCCEEDED_BY]->(b:Body)
RETURN a.id AS before, b.id AS after
