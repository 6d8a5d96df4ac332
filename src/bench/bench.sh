#!/bin/bash
# Plays the same N INVITE -> 488 -> ACK calls at the same local Kamailio twice: as N one-call SIPp
# processes, one after the other, and as one './parley run' with N cases. Prints wall and CPU times.
# Usage: src/bench/bench.sh [N ...]   (default: 1 100 500)
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
work=$(mktemp -d)
kamailio=

finish() {
  [ -n "$kamailio" ] && kill "$kamailio" 2>/dev/null && wait "$kamailio" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() {
  echo "bench: $*" >&2
  exit 1
}

for tool in sipp kamailio python3; do
  command -v "$tool" >/dev/null || fail "'$tool' is missing. On Debian: apt-get install sip-tester kamailio python3"
done

free_port() {
  python3 -c 'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start_kamailio() {
  port=$(free_port)
  kamailio -f "$here/kamailio.cfg" -l "udp:127.0.0.1:$port" -DD -E -m 64 -M 8 -Y "$work" >"$work/kamailio.log" 2>&1 &
  kamailio=$!
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    one_sipp_call && return
    kill -0 "$kamailio" 2>/dev/null || break
  done
  cat "$work/kamailio.log" >&2
  fail "Kamailio does not answer at 127.0.0.1:$port"
}

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

# N cases of one scenario: a row for each call, flat expectation, no control, so that the calls on
# the wire are the same.
write_parley_files() {
  mkdir -p "$work/scenarios"
  cat >"$work/target.yaml" <<YAML
target: kamailio
address: 127.0.0.1:$port
transports: [udp]
far-end: none
numbers: { caller: "+12025550100", callee: "+12025550123" }
limits: { calls: 64, rate: 100000/s }
YAML
  cat >"$work/scenarios/refused.yaml" <<YAML
scenario: An offer is refused with 488
id: bench-refused
matrix: { call: [$(seq -s, 1 "$1")] }
offer: { base: plain, codecs: [PCMU, PCMA] }
control: none
expect: { status: 488, within: 10s }
YAML
}

parley_way() {
  "$home/parley" run "$work/scenarios" --target "$work/target.yaml" --out "$work/reports" --no-html \
    >"$work/parley.out" 2>&1
}

# Runs a command and leaves "wall user+system" in the named variable.
measure() {
  local into=$1 times code
  shift
  TIMEFORMAT='%R %U %S'
  times=$({ time "$@" 2>&3; } 3>&2 2>&1)
  code=$?
  printf -v "$into" '%s' "$(echo "$times" | awk '{ printf "%.2f %.2f", $1, $2 + $3 }')"
  return $code
}

"$home/parley" --version >/dev/null || fail "Parley does not start"
start_kamailio
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
