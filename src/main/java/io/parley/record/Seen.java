package io.parley.record;

import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Sdp;
import io.parley.sip.BodyPart;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a case saw of the target, as traits by view, so that two runs can be compared trait by
 * trait.
 *
 * <p>Views: {@code response} (the final response to the first INVITE, or first request), {@code
 * invite at ACTOR} (the first INVITE that came out of the target there), {@code signalling}
 * (statuses of all our requests, methods that came, whether hanging up was confirmed). Keys,
 * passwords and credentials are in no trait; addresses of the two ends and leased numbers are
 * {@link Names named}; everything else is as it was on the wire, since what is noise is decided
 * when two runs are compared.
 *
 * @param views by name, each its traits by name; the values of a trait that were seen, one for all
 *     plays, or several where the plays of a case differ
 */
public record Seen(Map<String, Map<String, List<String>>> views) {
  /** The value of a trait in a play that has it not. */
  public static final String ABSENT = "absent";

  /** The final response. */
  public static final String RESPONSE = "response";

  /** Statuses and methods of the whole case. */
  public static final String SIGNALLING = "signalling";

  /** How the views of INVITEs that came out of the target begin. */
  public static final String INVITE = "invite at ";

  /** What a case saw, in all its plays. */
  public static Seen of(CaseResult result) {
    return merged(
        result.plays().stream()
            .filter(p -> !p.transcript().isEmpty())
            .map(p -> views(p.transcript()))
            .toList());
  }

  private static Map<String, Map<String, String>> views(List<TranscriptEntry> transcript) {
    FirstCall call = new FirstCall(transcript);
    Names names = Names.of(transcript, call.message());
    Map<String, Map<String, String>> out = new TreeMap<>();
    out.put(RESPONSE, response(call, names));
    for (TranscriptEntry entry : transcript) {
      SipMessage m = entry.message();
      if (Names.isFromTarget(entry) && m.isRequest() && isInitialInvite(m)) {
        out.computeIfAbsent(INVITE + entry.actor(), k -> invite(m, call.message(), names));
      }
    }
    out.put(SIGNALLING, Signalling.of(transcript, new Traits(names)));
    return out;
  }

  private static boolean isInitialInvite(SipMessage m) {
    return m.method().equals("INVITE") && m.toTag().isEmpty();
  }

  private static Map<String, String> response(FirstCall call, Names names) {
    Traits out = new Traits(names);
    // Whether 100 comes depends on how fast the next response is (RFC 3261 §17.2.1).
    String provisional =
        call.responses()
            .filter(e -> FirstCall.status(e) > 100 && FirstCall.status(e) < 200)
            .map(e -> FirstCall.status(e) + (e.message().hasSdp() ? " with SDP" : ""))
            .collect(Collectors.joining(", "));
    out.put("provisional", provisional.isEmpty() ? "none" : provisional);
    Optional<TranscriptEntry> answer = call.answer();
    out.put("status", answer.map(e -> "" + FirstCall.status(e)).orElse("none"));
    if (answer.isPresent()) {
      SipMessage m = answer.get().message();
      out.put("phrase", m.reasonPhrase());
      HeaderTraits.ofResponse(m, out);
      description(call, m).ifPresent(sdp -> SdpTraits.add(sdp, out));
    }
    return out.values();
  }

  /** The answer may have come in a provisional response (RFC 3262 §5). */
  private static Optional<Sdp> description(FirstCall call, SipMessage last) {
    int status = last.status().orElse(0);
    Optional<BodyPart> early =
        status >= 300
            ? Optional.empty()
            : call.responses()
                .filter(e -> FirstCall.status(e) < 200)
                .flatMap(e -> e.message().sdp().stream())
                .reduce((a, b) -> b);
    return last.sdp().or(() -> early).map(b -> Sdp.of(b.bytes()));
  }

  private static Map<String, String> invite(SipMessage m, SipMessage sent, Names names) {
    Traits out = new Traits(names);
    HeaderTraits.ofRequest(m, sent, out);
    m.sdp().ifPresent(b -> SdpTraits.add(Sdp.of(b.bytes()), out));
    return out.values();
  }

  private static Seen merged(List<Map<String, Map<String, String>>> plays) {
    Map<String, Map<String, List<String>>> out = new TreeMap<>();
    Set<String> views = new TreeSet<>();
    plays.forEach(p -> views.addAll(p.keySet()));
    for (String view : views) {
      List<Map<String, String>> each =
          plays.stream().filter(p -> p.containsKey(view)).map(p -> p.get(view)).toList();
      out.put(view, values(each));
    }
    return new Seen(Collections.unmodifiableMap(out));
  }

  private static Map<String, List<String>> values(List<Map<String, String>> plays) {
    Map<String, List<String>> out = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    plays.forEach(p -> names.addAll(p.keySet()));
    for (String name : names) {
      Set<String> values = new LinkedHashSet<>();
      plays.forEach(p -> values.add(p.getOrDefault(name, ABSENT)));
      out.put(name, List.copyOf(new ArrayList<>(values)));
    }
    return Collections.unmodifiableMap(out);
  }

  /** As it stands in {@code run.json}: a single value is a text, several are a list. */
  public Map<String, Map<String, Object>> fields() {
    Map<String, Map<String, Object>> out = new TreeMap<>();
    views.forEach(
        (view, traits) -> {
          Map<String, Object> plain = new TreeMap<>();
          traits.forEach((what, v) -> plain.put(what, v.size() == 1 ? v.get(0) : v));
          out.put(view, plain);
        });
    return out;
  }
}
