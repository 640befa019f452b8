// Classes of bodies ("các huyện ủy").
MATCH (b:Body {kind: 'class'})
RETURN b.id AS id, b.name AS name, b.province AS province, b.place AS place
ORDER BY id
