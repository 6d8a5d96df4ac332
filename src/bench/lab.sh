# The lab of the benchmarks, for sourcing: a Kamailio of our own on a free port that refuses every call with
# 488, N cases that call it, and a stopwatch. Needs $tools, the programs that are called.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
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

for tool in $tools; do
  command -v "$tool" >/dev/null || fail "'$tool' is missing. On Debian: apt-get install sip-tester kamailio python3"
done

free_port() {
  python3 -c 'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Asks with OPTIONS whether it is there; waits 0.1 s for the answer.
answers() {
  python3 - "$port" <<'PY'
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 0))
s.settimeout(0.1)
via = "127.0.0.1:%d" % s.getsockname()[1]
s.sendto(("OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP %s;branch=z9hG4bKbench\r\nFrom: <sip:b@%s>;tag=b\r\n"
          "To: <sip:127.0.0.1>\r\nCall-ID: bench\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n"
          "Content-Length: 0\r\n\r\n" % (via, via)).encode(), ("127.0.0.1", int(sys.argv[1])))
try:
    s.recv(65535)
except OSError:
    sys.exit(1)
PY
}

start_kamailio() {
  port=$(free_port)
  kamailio -f "$here/kamailio.cfg" -l "udp:127.0.0.1:$port" -DD -E -m 64 -M 8 -Y "$work" >"$work/kamailio.log" 2>&1 &
  kamailio=$!
  for _ in $(seq 100); do
    answers && return
    kill -0 "$kamailio" 2>/dev/null || break
  done
  cat "$work/kamailio.log" >&2
  fail "Kamailio does not answer at 127.0.0.1:$port"
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
