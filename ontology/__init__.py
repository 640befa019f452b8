"""The controlled vocabularies, each held once as data in `vocab/` and loaded once, when first used.

Tables (document types, issuers, bodies, provinces, terms) are CSV; cues and patterns are TOML, each
pattern beside examples that it must and must not match.
"""
