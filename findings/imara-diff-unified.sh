#!/usr/bin/env bash
# A unified diff as imara-diff prints it counts from another line than it begins with, and is silent about a missing last newline.
#
# Version   imara-diff 0.2.0, from crates.io
# Expected  The printer of unified diffs that comes with it asks each line whether it ends with a newline, so it writes
#           "\ No newline at end of file" where one does not, as git and GNU diff do, and patch makes the text that was compared.
# Seen      It writes the missing newline and says nothing. A change of the last newline alone is the same line out and in,
#           and what patch makes of any diff of such a text ends with a newline. Where the first change is farther from the
#           start than the lines around it, but not twice as far, all lines from the first one on are shown, and the header
#           counts from a later one. A range of no lines begins one line too late.
# Here      src/cli/unified.rs writes the hunks itself
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir src
cat > Cargo.toml << 'END'
[package]
name = "shown"
version = "0.0.0"
edition = "2021"

[dependencies]
imara-diff = "=0.2.0"
END
cat > src/main.rs << 'END'
use imara_diff::{Algorithm, BasicLineDiffPrinter, Diff, InternedInput, UnifiedDiffConfig};

fn main() {
    let files: Vec<String> = std::env::args().skip(1).map(|name| std::fs::read_to_string(name).unwrap()).collect();
    let lines = InternedInput::new(files[0].as_str(), files[1].as_str());
    let diff = Diff::compute(Algorithm::Histogram, &lines);
    print!("{}", diff.unified_diff(&BasicLineDiffPrinter(&lines.interner), UnifiedDiffConfig::default(), &lines));
}
END
cargo build --quiet

printf 'scope: all\nowner: Ann\n' > before
printf 'scope: all\nowner: Ann' > after
: > nothing
printf '%s\n' a b c d e f g h > lines
printf '%s\n' a b c d X f g h > changed

seen=$(
  target/debug/shown before after | tee change
  { printf -- '--- before\n+++ before\n'; cat change; } | patch --quiet --output=patched before
  cmp patched after 2>&1 | cut -d: -f1 || true
  target/debug/shown nothing after; echo
  target/debug/shown lines changed
)
was='@@ -1,2 +1,2 @@
 scope: all
-owner: Ann
+owner: Ann
cmp
@@ -1,0 +1,2 @@
+scope: all
+owner: Ann

@@ -2,8 +2,8 @@
 a
 b
 c
 d
-e
+X
 f
 g
 h'

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: a unified diff by imara-diff counts from another line, and is silent about a missing last newline"
