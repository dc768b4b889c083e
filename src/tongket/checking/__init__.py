"""What a careful officer would flag: one package a family of checks, each check yields findings."""
