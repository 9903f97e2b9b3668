# What contributors do daily, each as the command that stands behind it. `just` lists them, https://just.systems runs them.

set positional-arguments

# The recipes.
[private]
default:
    @{{ just_executable() }} --list --unsorted

# All that has to pass before a push.
check:
    .ci/run

# Formats the code.
format:
    cargo fmt

# One file of tests, all or those with a word in their names: `just test queries gap`.
test file *words:
    @shift; cargo test --locked --test {{ quote(file) }} -- "$@"

# The tests inside the library, all or those with a word in their names.
test-inside *words:
    cargo test --locked --lib -- "$@"

# xwalk with these arguments, from the folder in which you stand.
[no-cd]
xwalk *arguments:
    @cargo run --quiet --locked -- "$@"

# Every file that is made: examples, pictures and schemas. Look at the difference before it is committed.
made: examples pictures schemas

# The files of the examples that xwalk makes.
examples:
    examples/generate.sh

# The pictures of the README; those of pages need chromium.
pictures:
    docs/pictures.sh

# The schema of every kind of file.
schemas:
    SCHEMAS=overwrite cargo test --quiet --locked --test schemas the_kept_schemas

# Looks for texts that break a target (load, set, import), for so many seconds: `just fuzz set 600`.
fuzz target seconds="60":
    cargo +nightly fuzz run "$1" -- -max_total_time="$2"

# The wheel of the binary, built and tried; needs Python, and a network for maturin.
wheel *options:
    packaging/wheel.sh "$@"

# How long things take, all or those with a word in their names: `just bench bundled`.
bench *words:
    cargo bench --locked -- "$@"

# What surprises about the world outside, as it is today: needs a network, `just finding NAME`.
finding name:
    findings/"$1".sh
