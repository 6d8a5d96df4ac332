#!/bin/bash
# What evidence and report cost: plays N calls as bench.sh does, without either, with the evidence, and with
# both, R times in turns, and prints the best wall and CPU time of each. Fails where both take more than
# twice the time of neither. Usage: src/bench/evidence.sh [N [R]]   (default: 500 5)
set -u
tools="kamailio python3"
source "$(dirname "$0")/lab.sh"

calls=${1:-500}
rounds=${2:-5}

run_parley() {
  # shellcheck disable=SC2086 # options are words
  "$home/parley" run "$work/scenarios" --target "$work/target.yaml" --out "$work/reports-${2:-}" $1 >"$work/parley.out" 2>&1 ||
    { cat "$work/parley.out" >&2; exit 1; }
}

names=("neither" "evidence" "evidence and HTML")
options=("--evidence=none --no-html" "--no-html" "")
walls=() cpus=()

lower() { awk -v a="${1:-999}" -v b="$2" 'BEGIN { print a < b ? a : b }'; }

write_parley_files "$calls"
for ((round = 0; round < rounds; round++)); do
  for i in 0 1 2; do
    measure took run_parley "${options[$i]}" "$i"
    read -r wall cpu <<<"$took"
    walls[$i]=$(lower "${walls[$i]:-}" "$wall")
    cpus[$i]=$(lower "${cpus[$i]:-}" "$cpu")
  done
done

printf '%s, %s cores, %d calls, best of %d\n\n' "$("$home/parley" --version)" "$(nproc)" "$calls" "$rounds"
printf '%-18s | %8s %8s | %s\n' "" wall CPU "wall, against neither"
for i in 0 1 2; do
  printf '%-18s | %6s s %6s s | %.2fx\n' "${names[$i]}" "${walls[$i]}" "${cpus[$i]}" \
    "$(awk "BEGIN { print ${walls[$i]} / ${walls[0]} }")"
done
awk "BEGIN { exit ${walls[2]} > 2 * ${walls[0]} }" || fail "evidence and HTML take more than twice the time"
