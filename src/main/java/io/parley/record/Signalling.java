package io.parley.record;

import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was asked and answered in a case, actor by actor. */
final class Signalling {
  /** Never answered (RFC 3261 §17.1.1.3). */
  private static final String ACK = "ACK";

  /** They end a call; which of them crosses another is a matter of milliseconds. */
  private static final Set<String> ENDING = Set.of("BYE", "CANCEL");

  /** Sent to each reliable response, of which there may be copies (RFC 3262 §3). */
  private static final String PRACK = "PRACK";

  private Signalling() {}

  static Map<String, String> of(List<TranscriptEntry> transcript, Traits out) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    Map<String, List<String>> ended = new TreeMap<>();
    Map<String, List<String>> came = new LinkedHashMap<>();
    Map<String, String> statuses = statuses(transcript);
    for (TranscriptEntry entry : transcript) {
      SipMessage m = entry.message();
      String method = m.method();
      if (!m.isRequest() || entry.retransmission() || method.equals(ACK) || method.equals(PRACK)) {
        continue;
      }
      if (Names.isFromTarget(entry)) {
        add(came, entry, method);
      } else {
        String status = statuses.getOrDefault(key(entry), "no answer");
        add(ENDING.contains(method) ? ended : asked, entry, method + " " + status);
      }
    }
    asked.forEach((actor, words) -> out.put("requests of " + actor, String.join(", ", words)));
    ended.forEach((actor, words) -> out.put("hang-up by " + actor, String.join(", ", words)));
    came.forEach((actor, words) -> out.put("requests to " + actor, String.join(", ", words)));
    return out.values();
  }

  private static void add(Map<String, List<String>> to, TranscriptEntry entry, String word) {
    to.computeIfAbsent(entry.actor(), k -> new ArrayList<>()).add(word);
  }

  /** The last final response to each request of ours. */
  private static Map<String, String> statuses(List<TranscriptEntry> transcript) {
    Map<String, String> out = new LinkedHashMap<>();
    for (TranscriptEntry entry : transcript) {
      boolean response = Names.isFromTarget(entry) && entry.message().isResponse();
      if (response && FirstCall.status(entry) >= 200) {
        out.put(key(entry), Integer.toString(FirstCall.status(entry)));
      }
    }
    return out;
  }

  private static String key(TranscriptEntry entry) {
    SipMessage m = entry.message();
    // One request may be sent on two ways, each with its own branch (RFC 3261 §17.1.3).
    return m.callId() + " " + m.cseq().orElse(-1) + " " + m.method() + " " + m.branch().orElse("");
  }
}
