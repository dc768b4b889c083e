"""What a careful officer would flag: one module a family of checks, each check yields findings."""
