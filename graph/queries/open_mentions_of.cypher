// Every mention that the directive $id fits, as others do; one row a candidate.
MATCH (of:Directive {id: $id})<-[:CANDIDATE]-(m:Mention)
MATCH (a:Directive)-[e:MENTIONS]->(m)
MATCH (m)-[:CANDIDATE]->(b:Directive)
RETURN m.id AS id, m.document AS document, m.start_offset AS start, m.end_offset AS `end`, m.quote AS quote,
       m.number AS number, a.id AS source, b.id AS candidate, e.function AS function, e.provision AS provision,
       m.reason_vi AS vi, m.reason_en AS en
