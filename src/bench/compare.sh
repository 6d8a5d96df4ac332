#!/bin/bash
# Times './parley compare' of two runs of N cases each: two real runs of one scenario with a row for each case, at the
# embedded SBC, with everything in run.json that a run writes. Prints wall and CPU times, and fails where compare takes over 2 s.
# Usage: src/bench/compare.sh [N]   (default: 5000)
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cases=${1:-5000}

fail() {
  echo "compare: $*" >&2
  exit 1
}

# Half of the rows are refused, half are answered with SDP on both legs.
mkdir -p "$work/scenarios"
cat >"$work/scenarios/refused.yaml" <<YAML
scenario: An offer is refused with 488
id: bench-refused
matrix: { call: [$(seq -s, 1 $((cases / 2)))] }
offer: { base: secure-ice, codecs: [GSM] }
control: none
expect: { status: 488, within: 10s }
YAML
cat >"$work/scenarios/answered.yaml" <<YAML
scenario: A call is answered
id: bench-answered
matrix: { call: [$(seq -s, 1 $((cases - cases / 2)))] }
offer: secure-ice
control: none
expect: { status: 200, within: 10s }
YAML

play() {
  "$home/parley" run "$work/scenarios" --profile teams-media-bypass --out "$work/$1" --no-html >"$work/$1.txt" 2>&1 ||
    fail "the run failed: $(tail -n 5 "$work/$1.txt")"
  rm -rf "$work/$1/evidence" "$work/$1/allure-results"
}

"$home/parley" --version >/dev/null || fail "Parley does not start"
play before
play after
printf '%s cases a run, %s bytes of run.json each, %s cores\n' "$cases" "$(stat -c %s "$work/after/run.json")" "$(nproc)"
worst=0
for n in 1 2 3 4 5; do
  TIMEFORMAT='%R %U %S'
  times=$({ time "$home/parley" compare "$work/before" "$work/after" --strict >"$work/compared.txt" 2>&1; } 2>&1) ||
    fail "$(cat "$work/compared.txt")"
  echo "$times" | awk -v n="$n" '{ printf "compare %d: %.2f s wall, %.2f s CPU\n", n, $1, $2 + $3 }'
  worst=$(echo "$times" | awk -v w="$worst" '{ print ($1 > w ? $1 : w) }')
done
tail -n 1 "$work/compared.txt"
awk -v w="$worst" 'BEGIN { exit w > 2 }' || fail "it took $worst s, 2 s are allowed"
