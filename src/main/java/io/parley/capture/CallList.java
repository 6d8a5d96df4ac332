package io.parley.capture;

import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of a capture. Each hop counts as a call of its own: a capture taken on an SBC or a
 * proxy shows both sides. An INVITE that is sent again with credentials (RFC 3261 §22) is the same
 * call.
 *
 * @param calls in the order of their first INVITE
 * @param orphans final responses to INVITEs that are not in the capture
 */
public record CallList(List<CapturedCall> calls, List<CapturedMessage> orphans) {

  /** Finds the calls among messages. */
  public static CallList of(List<CapturedMessage> messages) {
    Finder finder = new Finder();
    messages.forEach(finder::add);
    List<CapturedMessage> orphans = finder.orphans();
    return new CallList(finder.calls(), orphans);
  }

  /** Belongs to one thread. */
  private static final class Finder {
    private final Map<List<String>, Transaction> byBranch = new LinkedHashMap<>();
    private final Map<List<String>, Transaction> byNumber = new LinkedHashMap<>();
    private final List<CapturedMessage> early = new ArrayList<>();
    private final Endings endings = new Endings();

    void add(CapturedMessage captured) {
      SipMessage m = captured.message();
      boolean response = m.isResponse();
      switch (m.isRequest() ? m.method() : m.cseqMethod()) {
        case "INVITE" -> {
          if (response) {
            response(captured);
          } else {
            invite(captured);
          }
        }
        case "CANCEL" -> known(m).filter(t -> !response).ifPresent(t -> t.cancel(captured));
        case "ACK" -> known(m).ifPresent(Transaction::acknowledge);
        case "BYE" -> endings.add(captured);
        default -> {}
      }
    }

    private void invite(CapturedMessage captured) {
      Transaction same = byBranch.get(branchKey(captured.message()));
      if (same != null) {
        same.again();
        return;
      }
      Transaction fresh = new Transaction(captured);
      byBranch.put(branchKey(captured.message()), fresh);
      byNumber.put(numberKey(captured.message()), fresh);
    }

    private void response(CapturedMessage captured) {
      known(captured.message())
          .ifPresentOrElse(t -> t.response(captured), () -> early.add(captured));
    }

    /** Some logs have the newest message first, and captures that were merged are out of order. */
    List<CapturedMessage> orphans() {
      List<CapturedMessage> out = new ArrayList<>();
      for (CapturedMessage captured : early) {
        Optional<Transaction> to = known(captured.message());
        to.ifPresent(t -> t.response(captured));
        if (to.isEmpty() && captured.message().status().orElse(0) >= 200) {
          out.add(captured);
        }
      }
      early.clear();
      return List.copyOf(out);
    }

    /** By branch; an ACK for a 2xx has one of its own, and an edited trace may lack Via. */
    private Optional<Transaction> known(SipMessage m) {
      return Optional.ofNullable(byBranch.get(branchKey(m)))
          .or(() -> Optional.ofNullable(byNumber.get(numberKey(m))));
    }

    private static List<String> branchKey(SipMessage m) {
      return List.of(m.callId(), m.branch().orElse(""), Long.toString(m.cseq().orElse(-1)));
    }

    private static List<String> numberKey(SipMessage m) {
      return List.of(m.callId(), m.fromTag().orElse(""), Long.toString(m.cseq().orElse(-1)));
    }

    List<CapturedCall> calls() {
      Map<List<String>, List<Transaction>> groups = new LinkedHashMap<>();
      Map<String, List<String>> latest = new LinkedHashMap<>();
      for (Transaction t : byBranch.values()) {
        SipMessage m = t.request.message();
        List<String> key = List.of(m.callId(), m.fromTag().orElse(""), t.request.path().to());
        if (!t.initial()) {
          key = latest.getOrDefault(m.callId(), key);
        }
        latest.put(m.callId(), key);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(t);
      }
      List<CapturedCall> out = new ArrayList<>();
      for (List<Transaction> g : groups.values()) {
        Optional<CapturedMessage> bye = endings.of(g.get(0).request);
        out.add(new CapturedCall(out.size() + 1, invitations(g), bye));
      }
      return List.copyOf(out);
    }

    private static List<Invitation> invitations(List<Transaction> group) {
      List<Invitation> out = new ArrayList<>();
      int challenges = 0;
      for (int i = 0; i < group.size(); i++) {
        Transaction t = group.get(i);
        boolean repeated =
            i + 1 < group.size() && t.challenged() && group.get(i + 1).initial() == t.initial();
        if (repeated) {
          challenges++;
        } else {
          out.add(t.invitation(challenges));
          challenges = 0;
        }
      }
      return List.copyOf(out);
    }
  }
}
