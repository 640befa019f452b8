// All directives that a REF may mean; graph/reference.py decides which do.
MATCH (d:Directive)
WHERE d.id = $id OR $id IN d.former_ids OR d.document = $document
   OR ($number <> '' AND (d.folded_number = $number OR $number IN d.folded_forms))
   OR ($serial <> '' AND d.folded_number STARTS WITH $serial)
   OR d.folded_title IN $titles OR $title IN d.folded_names OR $other_title IN d.folded_names
   OR ($canonical <> '' AND d.folded_canonical STARTS WITH $canonical)
RETURN d.id AS id
