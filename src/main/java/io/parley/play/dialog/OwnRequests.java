package io.parley.play.dialog;

import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one party asked, and how far its last INVITE has come. */
public final class OwnRequests {
  /** How long a response to an INVITE is on its way, once it has been sent twice (§17.1.1.2). */
  private static final Duration FIRST_SIGN = Duration.ofSeconds(2);

  private final Map<String, SipMessage> requests = new HashMap<>();
  private final Set<String> scripted = new HashSet<>();
  private final boolean raw;
  private Instant since = Instant.now();
  private final OwnInvite invite;
  private long lastCseq;
  private boolean heard;
  private boolean undelivered;

  OwnRequests(boolean raw) {
    this.raw = raw;
    this.invite = new OwnInvite(raw);
  }

  // ---- what we sent ----

  /**
   * A request of ours left.
   *
   * @param inDialog whether there was a dialog to send it in
   */
  void sent(SipMessage request, boolean inDialog) {
    since = Instant.now();
    undelivered = false;
    requests.put(key(request), request);
    lastCseq = Math.max(lastCseq, request.cseq().orElse(0));
    if (request.method().equals("INVITE") || invite.request().isEmpty() && !inDialog) {
      invite.sent(request);
    }
  }

  /** Forks have CSeq numbers of their own: what tells requests apart is the branch. */
  private static String key(SipMessage message) {
    return message.branch().orElse("") + " " + message.first("CSeq").orElse("");
  }

  /** The CSeq number of the next request outside a dialog: one more than the last (§8.1.1.5). */
  public long nextCseq() {
    return lastCseq + 1;
  }

  /** The script sends that method itself. */
  public void script(String method) {
    scripted.add(method);
  }

  /** Whether the script itself sent that method. */
  public boolean scripted(String method) {
    return scripted.contains(method);
  }

  /** The request of ours that a response answers; never on the raw lane, which mirrors anything. */
  public Optional<SipMessage> requestOf(SipMessage response) {
    return raw ? Optional.empty() : Optional.ofNullable(requests.get(key(response)));
  }

  /** A request of ours was challenged and goes out once more. */
  public void challenged() {
    heard = true;
  }

  /** The target did not take the connection that the last request went over. */
  public void notDelivered() {
    undelivered = true;
  }

  // ---- what came back ----

  /** A response arrived. */
  void answered(SipMessage response) {
    int status = response.status().orElse(0);
    String method = methodOf(response);
    if (method.equals("BYE")) {
      return;
    }
    heard = true;
    if (method.equals("CANCEL")) {
      return;
    }
    if (status < 200) {
      invite.progressed();
    } else if (invite.request().filter(r -> method.equals(r.method())).isPresent()) {
      invite.ended(response, accepts(response));
    }
  }

  /** Whether a response is a 2xx to our INVITE. */
  boolean accepts(SipMessage response) {
    return answersInvite(response) && response.status().orElse(0) / 100 == 2;
  }

  /** Whether a response is to our INVITE, whatever it says. */
  public boolean answersInvite(SipMessage response) {
    return isInvite() && methodOf(response).equals("INVITE");
  }

  /**
   * The method of the request that a response answers; on the raw lane its CSeq may mirror
   * anything.
   */
  String methodOf(SipMessage response) {
    boolean known = response.method().equals("BYE") || response.method().equals("CANCEL");
    return raw && !known ? invite.request().orElse(response).method() : response.method();
  }

  // ---- what follows from it ----

  /** When the last request left. */
  public Instant since() {
    return since;
  }

  /** The last INVITE. */
  public Optional<SipMessage> invite() {
    return invite.request();
  }

  /** How far that one has come. */
  public OwnInvite lastInvite() {
    return invite;
  }

  /** Whether a request left that nothing answered. */
  public boolean isUnheard() {
    return !requests.isEmpty() && !heard;
  }

  /** Whether anything answered the last request. */
  public boolean heard() {
    return heard;
  }

  boolean isInvite() {
    return invite.isInvite();
  }

  /** Whether an INVITE of ours has no final response yet. */
  boolean isInviting() {
    return isInvite() && !invite.isEnded();
  }

  /** Whether our INVITE, if any, needs nothing more. */
  boolean isClear() {
    return !isInvite()
        || (invite.isEnded() ? !invite.awaitsAck() : !invite.isProgressing() && !isYoung());
  }

  /** Whether the INVITE went out so lately that its response may well be under way. */
  private boolean isYoung() {
    return !heard && !undelivered && Instant.now().isBefore(since.plus(FIRST_SIGN));
  }
}
