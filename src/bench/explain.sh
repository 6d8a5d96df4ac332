#!/bin/bash
# Times './parley explain --json' of a capture beside tshark's reading of the same file: N calls by SIPp at SIPp on loopback,
# every one refused, recorded by dumpcap. Both must find the same calls. Prints wall and CPU time, the largest memory, and
# what './parley explain' takes with a heap of 64 MB. Needs root (for dumpcap), sip-tester, tshark and GNU time.
# Usage: src/bench/explain.sh [N [CAPTURE]]   (default: 10000; a CAPTURE that exists is not recorded anew)
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
calls=${1:-10000}
capture=${2:-$work/calls.pcapng}

fail() {
  echo "explain: $*" >&2
  exit 1
}

record() {
  local captures="$home/src/test/resources/captures" port=$((20000 + RANDOM % 10000))
  printf 'Content-Type: application/sdp\n' >"$work/type"
  sed 's/SAVP/AVP/; /crypto/d' "$captures/good.sdp" >"$work/body"
  cat >"$work/final" <<'XML'
<recv response="488" /><send><![CDATA[
ACK sip:+15550100001@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:+15550190001@sbc.example.com>;tag=[pid]SIPp[call_number]
To: <sip:+15550100001@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

]]></send>
XML
  python3 - "$captures" "$work" <<'PY'
import sys
captures, work = sys.argv[1:]
read = lambda *p: open('/'.join(p)).read()
uac = read(captures, 'uac.xml').replace('@number@', '+15550100001').replace('@type@', read(work, 'type'))
open(work + '/uac.xml', 'w').write(uac.replace('@body@', read(work, 'body')).replace('@final@', read(work, 'final')))
uas = read(captures, 'uas.xml').replace('@status@', '488 Not Acceptable Here').replace('@type@', '')
open(work + '/uas.xml', 'w').write(uas.replace('@body@', '').replace('@bye@', ''))
PY
  dumpcap -q -i lo -s 0 -B 64 -f "port $port" -w "$capture" 2>"$work/dumpcap.log" &
  local dumpcap=$!
  pids+=($dumpcap)
  until grep -q 'File:' "$work/dumpcap.log"; do kill -0 $dumpcap 2>/dev/null || fail "$(cat "$work/dumpcap.log")"; done
  sipp -sf "$work/uas.xml" -i 127.0.0.1 -p "$port" -nostdin >/dev/null 2>&1 &
  local uas=$!
  pids+=($uas)
  until ss -lnu "sport = :$port" | grep -q "$port"; do kill -0 $uas 2>/dev/null || fail "SIPp does not listen"; done
  sipp -sf "$work/uac.xml" -i 127.0.0.1 -m "$calls" -r 800 -l 400 -nostdin "127.0.0.1:$port" >"$work/uac.log" 2>&1
  kill -INT $dumpcap
  wait $dumpcap
  kill $uas
}

# timed NAME COMMAND...: its times and memory, its output in $work/NAME
timed() {
  local name=$1
  shift
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/$name" 2>"$work/$name.err"
  [ "$(tail -n 1 "$work/$name.err")" = "" ] || [ "$name" = tshark ] || fail "$name: $(cat "$work/$name.err")"
  tail -n 1 "$work/time" | awk -v n="$name" '{ printf "%-22s %6.2f s %6.2f s %8.0f MB\n", n, $1, $2 + $3, $4 / 1024 }'
}

[ -x /usr/bin/time ] || fail "GNU time is missing (Debian: apt-get install time)"
"$home/parley" --version >/dev/null || fail "Parley does not start"
[ -s "$capture" ] || record
printf '%s bytes, %s cores\n' "$(stat -Lc %s "$capture")" "$(nproc)"
printf '%-22s %8s %8s %11s\n' '' wall CPU memory
port=$(tshark -r "$capture" -c 1 -T fields -e udp.dstport 2>/dev/null)
timed tshark tshark -r "$capture" -d "udp.port==$port,sip" -Y sip -T fields -e frame.number -e sip.Method -e sip.Status-Code -e sip.Call-ID
timed explain-json "$home/parley" explain --json "$capture"
timed explain "$home/parley" explain "$capture"
PARLEY_JAVA_OPTS=-Xmx64m timed explain-json-64m "$home/parley" explain --json "$capture"
theirs=$(awk -F '\t' '$2 == "INVITE" { print $4 }' "$work/tshark" | sort -u | wc -l)
ours=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["calls-explained"])' "$work/explain-json")
python3 -c 'import json, sys; a = json.load(open(sys.argv[1])); print("kept in 64 MB:", a["calls-explained"], "calls; left out:", a.get("left-out", {}).get("invites", 0))' "$work/explain-json-64m"
echo "calls: $theirs by tshark, $ours by Parley"
[ "$theirs" = "$ours" ] || fail "they do not agree"
