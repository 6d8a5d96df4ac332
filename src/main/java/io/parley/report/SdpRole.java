package io.parley.report;

import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether an SDP offers or answers: the side that first sends one within a Call-ID and CSeq number
 * offers, the other answers (RFC 3264 §4). A repeated answer (183, then 200) stays an answer.
 */
enum SdpRole {
  OFFER,
  ANSWER;

  /** The role of each message that carries SDP, in order; retransmissions left out. */
  static Map<TranscriptEntry, SdpRole> of(List<TranscriptEntry> transcript) {
    Map<TranscriptEntry, SdpRole> out = new LinkedHashMap<>();
    Map<String, String> offerers = new HashMap<>();
    for (TranscriptEntry entry : transcript) {
      SipMessage m = entry.message();
      if (!entry.retransmission() && m.hasSdp()) {
        String side = m.isResponse() ? "UAS" : "UAC";
        String exchange = m.callId() + " " + m.cseq().orElse(-1);
        offerers.putIfAbsent(exchange, side);
        out.put(entry, offerers.get(exchange).equals(side) ? OFFER : ANSWER);
      }
    }
    return out;
  }
}
