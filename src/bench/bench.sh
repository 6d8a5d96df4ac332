#!/bin/bash
# Plays the same N INVITE -> 488 -> ACK calls at the same local Kamailio twice: as N one-call SIPp
# processes, one after the other, and as one './parley run' with N cases. Prints wall and CPU times.
# Usage: src/bench/bench.sh [N ...]   (default: 1 100 500)
set -u
tools="sipp kamailio python3"
source "$(dirname "$0")/lab.sh"

# The way such suites are run today: one process and one verdict (its exit code) for each call.
one_sipp_call() {
  sipp -sf "$here/refused.xml" -m 1 -i 127.0.0.1 "127.0.0.1:$port" -timeout 10s -timeout_error \
    >/dev/null 2>&1 </dev/null
}

sipp_way() {
  local failed=0
  for ((i = 0; i < $1; i++)); do
    one_sipp_call || failed=$((failed + 1))
  done
  echo "$failed of $1 failed" >"$work/sipp.verdict"
  return $((failed > 0))
}

parley_way() {
  "$home/parley" run "$work/scenarios" --target "$work/target.yaml" --out "$work/reports" --no-html \
    >"$work/parley.out" 2>&1
}

printf 'SIPp %s, %s, %s, %s cores\n\n' "$(sipp -v 2>&1 | sed -n 's/.*SIPp v\([^ -]*\).*/\1/p' | head -n 1)" \
  "$(kamailio -v | sed -n '1s/version: \([^ ]* [^ ]*\).*/\1/p')" "$("$home/parley" --version)" "$(nproc)"
printf '%6s | %10s %10s | %10s %10s | %s\n' calls 'SIPp wall' 'CPU' 'parley wall' 'CPU' 'SIPp/parley'
status=0
for n in "${@:-1 100 500}"; do
  for calls in $n; do
    write_parley_files "$calls"
    measure sipp sipp_way "$calls" || { cat "$work/sipp.verdict" >&2; status=1; }
    measure parley parley_way || { cat "$work/parley.out" >&2; status=1; }
    read -r sipp_wall sipp_cpu <<<"$sipp"
    read -r parley_wall parley_cpu <<<"$parley"
    printf '%6d | %8s s %8s s | %9s s %8s s | %.1fx\n' "$calls" "$sipp_wall" "$sipp_cpu" \
      "$parley_wall" "$parley_cpu" "$(awk "BEGIN { print $sipp_wall / $parley_wall }")"
  done
done
exit $status
