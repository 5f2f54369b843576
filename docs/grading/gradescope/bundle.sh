#!/usr/bin/env bash
# Makes autograder.zip for Gradescope from a built clone: ./bundle.sh week-3.yaml
set -euo pipefail
assignment=$(realpath "${1:?usage: bundle.sh ASSIGNMENT.yaml}")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
"$root/lab" --version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/setup.sh" "$here/run_autograder" "$work"
cp "$assignment" "$work/assignment.yaml"
mkdir -p "$work/course/lib/lab/target/classes" "$work/course/solutions/target"
cp "$root/lab" "$work/course"
cp -R "$root/exercises" "$work/course"
rm -rf "$work/course/exercises/src" "$work/course/exercises/target"
cp -R "$root/lib/lab/target/dist" "$work/course/lib/lab/target"
cp -R "$root/lib/lab/target/classes/org" "$work/course/lib/lab/target/classes"
cp "$root"/solutions/target/solutions-*.jar "$work/course/solutions/target"
(cd "$work" && zip -qr autograder.zip .)
mv "$work/autograder.zip" .
echo "autograder.zip: upload it to the assignment's \"Configure Autograder\""
