// Every mention in $document that means one directive, with its words.
MATCH (a:Directive)-[e:CITES]->(b:Directive)
WHERE e.document = $document
RETURN e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.number AS number,
       a.id AS source, b.id AS directive, b.status AS status, e.function AS function, e.provision AS provision,
       e.reason_vi AS vi, e.reason_en AS en
