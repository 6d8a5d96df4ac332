#!/bin/bash
# Records the captures of this folder anew: SIPp calls SIPp on the loopback interface, dumpcap listens. Each line of faults.csv
# becomes <name>.pcapng or .pcap, where the offer has that fault and is refused, and <name>-repaired, where it is good and answered.
# Needs root (for dumpcap), sip-tester and wireshark-common: ./record.sh [name ...]
set -euo pipefail
cd "$(dirname "$0")"
WORK=$(mktemp -d); trap 'rm -rf "$WORK"' EXIT
UAS_PORT=17160 UAC_PORT=17260
declare -A PHRASE=([200]="OK" [400]="Bad Request" [404]="Not Found" [410]="Gone" [415]="Unsupported Media Type" [488]="Not Acceptable Here")

# fill TEMPLATE KEY=FILE ...: puts the text of files in place of @KEY@
fill() { python3 - "$@" <<'PY'
import sys
text = open(sys.argv[1]).read()
for pair in sys.argv[2:]:
    key, value = pair.split('=', 1)
    text = text.replace('@' + key + '@', open(value).read())
sys.stdout.write(text)
PY
}

# record OUTPUT STATUS NUMBER TRANSPORT TYPE-FILE BODY-FILE
record() {
  local out=$1 status=$2 number=$3 transport=$4 ip=127.0.0.1 sipp_transport=$4 filter="port $UAS_PORT"
  [ "$transport" = u6 ] && { ip=::1; sipp_transport=u1; }
  printf %s "$number" >"$WORK/number"; printf %s "$status ${PHRASE[$status]}" >"$WORK/status"
  if [ "$status" = 200 ]; then
    printf 'Content-Type: application/sdp\n' >"$WORK/atype"
    grep -v -e '^a=ice' -e '^a=candidate' good.sdp | sed 's/192.0.2.10/192.0.2.20/; s/ 0 8 9 101/ 0 101/; /rtpmap:[89]/d; s/WVNf/ZVNf/' >"$WORK/abody"
    echo '<recv request="BYE" /><send><![CDATA[
SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>' >"$WORK/bye"
    { echo '<recv response="200" rrs="true" /><send><![CDATA['; ack ACK 1; echo ']]></send><pause milliseconds="20" /><send retrans="500"><![CDATA['
      ack BYE 2; echo ']]></send><recv response="200" />'; } >"$WORK/final"
  else
    : >"$WORK/atype"; : >"$WORK/abody"; : >"$WORK/bye"
    { echo "<recv response=\"$status\" /><send><![CDATA["; ack ACK 1; echo ']]></send>'; } >"$WORK/final"
  fi
  fill uas.xml status="$WORK/status" type="$WORK/atype" body="$WORK/abody" bye="$WORK/bye" >"$WORK/uas.xml"
  fill uac.xml number="$WORK/number" type="$5" body="$6" final="$WORK/final" >"$WORK/uac.xml"
  sed -i "s/@number@/$number/g" "$WORK/uac.xml"
  local format=(); [[ $out = *.pcap ]] && format=(-P)
  dumpcap -q -i lo -s 0 -f "$filter" "${format[@]}" -w "$WORK/out" 2>"$WORK/dumpcap.log" & local capture=$!
  for _ in $(seq 50); do grep -q 'File:' "$WORK/dumpcap.log" && break; sleep 0.1; done
  local bracket=$ip; [ "$ip" = ::1 ] && bracket="[::1]"
  sipp -sf "$WORK/uas.xml" -i "$bracket" -p $UAS_PORT -m 1 -t "$sipp_transport" -nostdin >"$WORK/uas.log" 2>&1 & local uas=$!
  for _ in $(seq 50); do ss -lnut "sport = :$UAS_PORT" | grep -q $UAS_PORT && break; sleep 0.1; done
  sipp -sf "$WORK/uac.xml" -i "$bracket" -p $UAC_PORT -m 1 -t "$sipp_transport" -nostdin "$bracket:$UAS_PORT" >"$WORK/uac.log" 2>&1 \
    || { echo "record.sh: $out: the call failed"; tail -n 20 "$WORK/uac.log"; exit 1; }
  wait $uas || :
  sleep 0.3; kill -INT $capture; wait $capture || :
  cp "$WORK/out" "$out"; ./anonymous.py "$out"; chmod 644 "$out"; echo "$out"
}

ack() { # METHOD CSEQ
  printf '%s\n' "$1 sip:$(cat "$WORK/number")@[remote_ip]:[remote_port] SIP/2.0" 'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]' \
    'From: <sip:+15550190001@sbc.example.com>;tag=[pid]SIPp[call_number]' \
    "To: <sip:$(cat "$WORK/number")@[remote_ip]:[remote_port]>[peer_tag_param]" 'Call-ID: [call_id]' "CSeq: $2 $1" 'Max-Forwards: 70' 'Content-Length: 0' ''
}

printf 'Content-Type: application/sdp\n' >"$WORK/sdp"; : >"$WORK/none"; printf 'Content-Type: application/pidf+xml\n' >"$WORK/pidf"
n=0
grep -v '^#' faults.csv | while IFS=';' read -r name profile rule line status transport fault; do
  n=$((n + 1)); ending=pcapng; [ $((n % 3)) = 0 ] && ending=pcap
  [ $# -gt 0 ] && [[ " $* " != *" $name "* ]] && continue
  number=+15550100001 type=$WORK/sdp body=$WORK/body
  case $fault in
    delayed) type=$WORK/none body=$WORK/none ;;
    pidf) type=$WORK/pidf; echo '<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="pres:caller@example.com"/>' >"$WORK/body" ;;
    number) number=15550100001; cp good.sdp "$WORK/body" ;;
    *) sed -e "$fault" good.sdp >"$WORK/body" ;;
  esac
  record "$name.$ending" "$status" "$number" "$transport" "$type" "$body" </dev/null
  record "$name-repaired.$ending" 200 +15550100001 "$transport" "$WORK/sdp" good.sdp </dev/null
done
