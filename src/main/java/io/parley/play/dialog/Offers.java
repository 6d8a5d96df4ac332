package io.parley.play.dialog;

import io.parley.sip.SipMessage;
import java.util.IdentityHashMap;
import java.util.Map;

/** What each message of a call described: an offer, an answer, one that crossed another. */
public final class Offers {
  /** How a request collides with what is under way (RFC 3261 §14.2, RFC 3311 §5.2). */
  public enum Collision {
    NONE,
    /** With an offer or INVITE of ours: 491. */
    OURS,
    /** With one of theirs that we have not answered: 500 with Retry-After. */
    THEIRS
  }

  private final Map<SipMessage, Media.Role> roles = new IdentityHashMap<>();
  private final Map<SipMessage, Exchange> begun = new IdentityHashMap<>();
  private final Map<SipMessage, Collision> collisions = new IdentityHashMap<>();

  /** A request of ours is about to leave. */
  void sent(SipMessage request, Media media) {
    if (begins(request)) {
      begun.put(request, media.standing());
    }
  }

  /** A message arrived. */
  void received(SipMessage message, Media media) {
    roles.put(message, media.received(message));
    if (message.isRequest() && begins(message)) {
      begun.put(message, media.standing());
    }
  }

  private static boolean begins(SipMessage request) {
    return request.method().equals("INVITE")
        || request.hasSdp() && !request.method().equals("ACK") && !request.method().equals("PRACK");
  }

  /** A request, of whichever side, was refused: what it offered holds no more. */
  void refused(SipMessage request) {
    if (begun.containsKey(request)) {
      begun.get(request).refuse();
    }
  }

  /** A request is about to be taken notice of: what it crosses. */
  void arriving(SipMessage request, Media media, OwnRequests own, TheirRequests their) {
    boolean invite = request.method().equals("INVITE");
    boolean update = request.method().equals("UPDATE");
    Exchange standing = media.standing();
    boolean outstanding = update && request.hasSdp() && standing.isOutstanding();
    boolean again = (invite || update) && their.unanswered(request.method()).isPresent();
    if (invite && own.isInviting() || outstanding && standing.isOurs()) {
      collisions.put(request, Collision.OURS);
    } else if (outstanding || again) {
      collisions.put(request, Collision.THEIRS);
    }
  }

  /** Whether a request that came crosses another. */
  public boolean collides(SipMessage request) {
    return collision(request) != Collision.NONE;
  }

  /** With what a request that came collided. */
  public Collision collision(SipMessage request) {
    return collisions.getOrDefault(request, Collision.NONE);
  }

  /** What the SDP of a message that arrived is. */
  public Media.Role role(SipMessage message) {
    return roles.getOrDefault(message, Media.Role.NONE);
  }
}
