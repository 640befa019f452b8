// How many tasks $id sets, and how often documents mention it.
MATCH (d:Directive {id: $id})
RETURN COUNT { (d)-[:SETS]->(:Task) } AS tasks, COUNT { (d)<-[:CITES]-(:Directive) } AS mentions
