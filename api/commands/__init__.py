"""What each command of `lineage` does: `function(arguments, terminal) -> exit code`."""
