package io.parley.play;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far one party's call has come: what was sent, what came back, what is still owed. Knows no
 * socket.
 */
final class Leg {
  private static final Duration ACK_PATIENCE = Duration.ofMillis(300);

  private final Map<String, SipMessage> requests = new HashMap<>();
  private final List<Arrival> unanswered = new ArrayList<>();
  private final Set<String> scripted = new HashSet<>();
  private final Set<String> callIds = new HashSet<>();
  private final boolean raw;
  private Instant since = Instant.now();
  private SipMessage invite;
  private long lastCseq;
  private Arrival incoming;
  private final List<SipMessage> received = new ArrayList<>();
  private Dialog dialog;
  private final Map<String, SipMessage> acks = new HashMap<>();
  private SipMessage refusal;
  private SipMessage contradiction;
  private Instant refusedAt;
  private boolean refusalAcked;
  private boolean heard;
  private boolean provisional;
  private boolean established;
  private boolean finished;
  private boolean cancelSent;
  private boolean cancelReceived;
  private boolean byeSent;
  private boolean byeAnswered;
  private boolean byeReceived;
  private boolean awaitingAck;
  private boolean owesAck;
  private boolean answeredIncoming;
  private boolean releasing;
  private String releasedHow = "";

  Leg(boolean raw) {
    this.raw = raw;
  }

  // ---- what we sent ----

  /** A request of ours left. */
  void sent(SipMessage request) {
    since = Instant.now();
    requests.put(request.first("CSeq").orElse(""), request);
    lastCseq = Math.max(lastCseq, request.cseq().orElse(0));
    if (request.method().equals("INVITE") || invite == null && dialog == null) {
      invite = request;
      finished = false;
      refusal = null;
      refusalAcked = false;
      provisional = false;
    } else if (request.method().equals("BYE")) {
      byeSent = true;
    }
  }

  /** The CSeq number of the next request outside a dialog: one more than the last (§8.1.1.5). */
  long nextCseq() {
    return lastCseq + 1;
  }

  /** The script sends that method itself. */
  void script(String method) {
    scripted.add(method);
  }

  boolean scripted(String method) {
    return scripted.contains(method);
  }

  /** An ACK of ours to a 2xx left. */
  void acked(SipMessage message) {
    acks.put(fork(message), message);
    owesAck = owesAck && !owns(message);
  }

  /**
   * The ACK that was sent to a 2xx, known by its To tag and CSeq: forks and re-INVITEs have their
   * own.
   */
  Optional<SipMessage> ackTo(SipMessage response) {
    return Optional.ofNullable(acks.get(fork(response)));
  }

  /** On the raw lane a mirrored CSeq may say anything. */
  private String fork(SipMessage message) {
    return message.toTag().orElse("") + (raw ? "" : " " + message.cseq().orElse(0));
  }

  /** Whether a message is of our dialog, and not of another fork's (RFC 3261 §13.2.2.4). */
  boolean owns(SipMessage message) {
    return dialog == null || dialog.remoteTag().equals(message.toTag().orElse(""));
  }

  /** The request of ours that a response answers; never on the raw lane, which mirrors anything. */
  Optional<SipMessage> requestOf(SipMessage response) {
    return raw
        ? Optional.empty()
        : Optional.ofNullable(requests.get(response.first("CSeq").orElse("")));
  }

  /** A request of ours was challenged and goes out once more. */
  void challenged() {
    heard = true;
  }

  /** The transaction layer sent the ACK to a refusal. */
  void refusalAcknowledged(SipMessage sent) {
    refusalAcked |= invite != null && sent.cseq().equals(invite.cseq());
  }

  void cancelling() {
    cancelSent = true;
  }

  void hangingUp() {
    byeSent = true;
    releasing = true;
    releasedHow = "had to send BYE";
  }

  /** The clean-up refuses their call, since nobody cancelled it. */
  void refusing() {
    releasing = true;
    releasedHow = "had to refuse with 480";
  }

  /** A response of ours to their request left. */
  void responded(Arrival request, SipMessage response) {
    int status = response.status().orElse(0);
    boolean toInvite = request.message().method().equals("INVITE");
    if (status >= 200) {
      unanswered.remove(request);
    }
    if (toInvite && status / 100 == 2 && dialog == null) {
      dialog = Dialog.uas(request.message(), response);
    }
    if (status / 100 == 2 && refreshes(request.message())) {
      dialog.refreshTarget(request.message());
    }
    if (toInvite && status / 100 == 2) {
      established = true;
      awaitingAck = true;
    }
    answeredIncoming |= request == incoming && status >= 200;
  }

  // ---- what arrived ----

  /** Takes notice of a message. */
  void received(Arrival arrival, boolean again) {
    SipMessage message = arrival.message();
    if (!again) {
      received.add(message);
    }
    if (message.isResponse()) {
      response(message);
    } else if (!again) {
      request(arrival);
    }
  }

  private void response(SipMessage message) {
    int status = message.status().orElse(0);
    switch (answered(message)) {
      case "BYE" -> byeAnswered |= status >= 200 && owns(message);
      case "CANCEL" -> heard = true;
      default -> {
        heard = true;
        if (status < 200) {
          provisional = true;
        } else if (invite != null && answered(message).equals(invite.method())) {
          if (status / 100 == 2 && isInvite()) {
            accepted(message);
          } else if (status < 700) {
            refusal = message;
            refusedAt = Instant.now();
          }
          finished = true;
        }
      }
    }
  }

  private void accepted(SipMessage response) {
    contradiction = refusal;
    established = true;
    if (dialog == null) {
      dialog = Dialog.uac(invite, response);
    } else if (owns(response)) {
      dialog.refreshTarget(response);
    }
    owesAck |= owns(response) && ackTo(response).isEmpty();
  }

  /** Whether a request may change where its dialog is to be found (RFC 3261 §12.2, RFC 3311). */
  private boolean refreshes(SipMessage request) {
    boolean refresh = request.method().equals("INVITE") || request.method().equals("UPDATE");
    return refresh && dialog != null;
  }

  /**
   * The method of the request that a response answers; on the raw lane its CSeq may mirror
   * anything.
   */
  private String answered(SipMessage response) {
    boolean known = response.method().equals("BYE") || response.method().equals("CANCEL");
    return raw && !known && invite != null ? invite.method() : response.method();
  }

  private void request(Arrival arrival) {
    callIds.add(arrival.message().callId());
    switch (arrival.message().method()) {
      case "ACK" -> awaitingAck = false;
      case "CANCEL" -> cancelReceived = true;
      case "BYE" -> {
        byeReceived = true;
        unanswered.add(arrival);
      }
      case "INVITE" -> {
        incoming = incoming == null && dialog == null ? arrival : incoming;
        unanswered.add(arrival);
      }
      default -> unanswered.add(arrival);
    }
  }

  // ---- what follows from it ----

  Instant since() {
    return since;
  }

  Optional<SipMessage> invite() {
    return Optional.ofNullable(invite);
  }

  Optional<Arrival> incoming() {
    return Optional.ofNullable(incoming);
  }

  boolean isFirst(Arrival arrival) {
    return arrival == incoming;
  }

  Optional<Dialog> dialog() {
    return Optional.ofNullable(dialog);
  }

  /** Whether a 2xx to our INVITE waits for our ACK. */
  boolean owesAck() {
    return owesAck;
  }

  /** All that arrived, in order, retransmissions left out. */
  List<SipMessage> received() {
    return List.copyOf(received);
  }

  Set<String> callIds() {
    return Set.copyOf(callIds);
  }

  boolean heard() {
    return heard;
  }

  boolean cancelSent() {
    return cancelSent;
  }

  boolean cancelReceived() {
    return cancelReceived;
  }

  /** Where the peer of an incoming call sent from. */
  Optional<InetSocketAddress> flowRemote() {
    return incoming().map(a -> a.frame().flow().remote());
  }

  /** The request received last that has no final answer of ours. */
  Optional<Arrival> unanswered() {
    return unanswered.isEmpty()
        ? Optional.empty()
        : Optional.of(unanswered.get(unanswered.size() - 1));
  }

  /** The INVITE received last that has no final answer of ours. */
  Optional<Arrival> unansweredInvite() {
    return unanswered.stream()
        .filter(a -> a.message().method().equals("INVITE"))
        .reduce((first, second) -> second);
  }

  /** Whether their INVITE waits for a final answer of ours. */
  boolean isPending() {
    return incoming != null && !answeredIncoming;
  }

  /** Whether the call is up, or was. */
  boolean isAnswered() {
    return established;
  }

  boolean mayHangUp() {
    return established && !byeSent && !byeReceived;
  }

  boolean mayCancel() {
    return isInvite() && provisional && !finished && !cancelSent;
  }

  private boolean isInvite() {
    return invite != null && invite.method().equals("INVITE");
  }

  /** Whether nothing of the call is up any more, as far as can be told. */
  boolean isClear() {
    if (established) {
      boolean over = byeAnswered || byeReceived;
      return over && !awaitingAck;
    }
    if (incoming != null) {
      return answeredIncoming;
    }
    return !isInvite() || (finished ? !awaitsAck() : !provisional);
  }

  /**
   * The stack acknowledges a refusal on a thread of its own; one it cannot read it never
   * acknowledges.
   */
  private boolean awaitsAck() {
    return refusal != null && !refusalAcked && Instant.now().isBefore(refusedAt.plus(ACK_PATIENCE));
  }

  /** What the target still owes at the end, the gravest first; empty = nothing. */
  Optional<Debt> debt(String name, boolean caller) {
    if (contradiction != null) {
      return Optional.of(new Debt.SecondFinal(contradiction.startLine()));
    }
    if (awaitingAck) {
      return Optional.of(new Debt.Ack(name));
    }
    if (established && byeSent && !byeAnswered && !byeReceived) {
      return Optional.of(new Debt.AnswerToBye(name));
    }
    if (!caller && releasing) {
      return Optional.of(new Debt.Release(name, releasedHow));
    }
    return cancelSent && !finished ? Optional.of(new Debt.EndAfterCancel()) : Optional.empty();
  }
}
