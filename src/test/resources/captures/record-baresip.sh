#!/bin/bash
# Records baresip-plain.pcapng and baresip-srtp.pcap anew: baresip calls SIPp, which refuses, and dumpcap listens on all interfaces
# (Linux cooked). The first offers plain RTP, the second SDES. Needs root, baresip, sip-tester and wireshark-common.
set -euo pipefail
cd "$(dirname "$0")"
WORK=$(mktemp -d); trap 'rm -rf "$WORK"' EXIT
UAS_PORT=17160

record() { # OUTPUT STATUS-LINE ENCRYPTION
  local format=(); [[ $1 = *.pcap ]] && format=(-P)
  mkdir -p "$WORK/b"
  cat >"$WORK/b/config" <<CONFIG
module_path /usr/lib/baresip/modules
module g711.so
module ausine.so
module aubridge.so
module srtp.so
module_app account.so
module_app menu.so
audio_source ausine,440
audio_player aubridge,x
sip_listen 127.0.0.1:17360
CONFIG
  echo "<sip:+15550190001@127.0.0.1>;regint=0$3" >"$WORK/b/accounts"; : >"$WORK/b/contacts"
  : >"$WORK/none"
  sed -e "s/@status@/$2/; s/@type@//; s/@body@//; s/@bye@//" uas.xml >"$WORK/uas.xml"
  dumpcap -q -i any -s 0 -f "port $UAS_PORT" "${format[@]}" -w "$WORK/out" 2>"$WORK/dumpcap.log" & local capture=$!
  for _ in $(seq 50); do grep -q 'File:' "$WORK/dumpcap.log" && break; sleep 0.1; done
  sipp -sf "$WORK/uas.xml" -i 127.0.0.1 -p $UAS_PORT -m 1 -nostdin >"$WORK/uas.log" 2>&1 & local uas=$!
  sleep 0.5
  timeout 8 baresip -f "$WORK/b" -t 4 -e "/dial sip:+15550100001@127.0.0.1:$UAS_PORT" >"$WORK/baresip.log" 2>&1 || :
  kill $uas 2>/dev/null || :; wait $uas || :
  kill -INT $capture; wait $capture || :
  cp "$WORK/out" "$1"; ./anonymous.py "$1"; chmod 644 "$1"; echo "$1"
}

record baresip-plain.pcapng "488 Not Acceptable Here" ""
record baresip-srtp.pcap "486 Busy Here" ";mediaenc=srtp-mand"
