"""The command line: every verb is one call into `workflow` and a way to say what came of it."""
