// Every mention in $document that several directives fit, one row a candidate.
MATCH (a:Directive)-[e:MENTIONS]->(m:Mention)-[:CANDIDATE]->(b:Directive)
WHERE m.document = $document
RETURN m.id AS id, m.document AS document, m.start_offset AS start, m.end_offset AS `end`, m.quote AS quote,
       m.number AS number, a.id AS source, b.id AS candidate, e.function AS function, e.provision AS provision,
       m.reason_vi AS vi, m.reason_en AS en
