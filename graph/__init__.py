"""The graph: records, ids, the workspace (the truth) and the stores (its projections)."""
