"""The command line: reads options, calls one function, prints or writes, and answers with an exit code."""
