#!/bin/bash
# Times './parley compare' of two runs of N cases each: two real runs of one scenario with a row for each case, at the
# embedded SBC, with everything in run.json that a run writes. Prints wall and CPU times of five times, and fails
# where the best of them takes over 2 s.
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

# Scenarios of up to 500 rows; half of them are refused, half are answered with SDP on both legs.
mkdir -p "$work/scenarios"
for ((part = 0; part * 500 < cases; part++)); do
  rows=$((cases - part * 500 < 500 ? cases - part * 500 : 500))
  offer='{ base: secure-ice, codecs: [GSM] }' status=488
  ((part % 2)) || { offer=secure-ice status=200; }
  cat >"$work/scenarios/part-$part.yaml" <<YAML
scenario: A call ends with $status
id: bench-$part
matrix: { call: [$(seq -s, 1 "$rows")] }
offer: $offer
control: none
expect: { status: $status, within: 10s }
YAML
done

play() {
  "$home/parley" run "$work/scenarios" --profile teams-media-bypass --out "$work/$1" --no-html >"$work/$1.txt" 2>&1 ||
    fail "the run failed: $(tail -n 5 "$work/$1.txt")"
  rm -rf "$work/$1/evidence" "$work/$1/allure-results"
}

"$home/parley" --version >/dev/null || fail "Parley does not start"
play before
play after
printf '%s cases a run, %s bytes of run.json each, %s cores\n' "$cases" "$(stat -c %s "$work/after/run.json")" "$(nproc)"
best=
for n in 1 2 3 4 5; do
  TIMEFORMAT='%R %U %S'
  times=$({ time "$home/parley" compare "$work/before" "$work/after" --strict >"$work/compared.txt" 2>&1; } 2>&1) ||
    fail "$(cat "$work/compared.txt")"
  echo "$times" | awk -v n="$n" '{ printf "compare %d: %.2f s wall, %.2f s CPU\n", n, $1, $2 + $3 }'
  best=$(echo "$times" | awk -v b="${best:-999}" '{ print ($1 < b ? $1 : b) }')
done
tail -n 1 "$work/compared.txt"
awk -v b="$best" 'BEGIN { exit b > 2 }' || fail "the best took $best s, 2 s are allowed"
