// Every mention in the document that is the directive $id, with its words; copies of it may have others.
MATCH (a:Directive {id: $id})-[e:CITES]->(b:Directive)
RETURN e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.number AS number,
       a.id AS source, b.id AS directive, b.status AS status, e.function AS function, e.provision AS provision,
       e.reason_vi AS vi, e.reason_en AS en
