// The directives that a held file's name or a number names exactly. (Only their ids: ladybug would read every
// column of all directives there are.)
MATCH (d:Directive)
WHERE d.document = $document OR ($number <> '' AND d.folded_number = $number)
RETURN d.id AS id
