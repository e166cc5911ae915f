# List the recipes
default:
    @just --list

# Everything that must pass before a change is merged
check:
    scripts/test

# The benchmarks; name one to run it alone
bench *NAMES:
    cargo bench --bench annotate --bench compare -- {{NAMES}}

# Known vulnerabilities in the dependencies; needs the network
advisories:
    cargo deny check advisories

# Look at the report of a pair
show PAIR:
    cargo run --release -- compare pairs/{{PAIR}} --open
