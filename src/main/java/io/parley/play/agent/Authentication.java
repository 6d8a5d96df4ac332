package io.parley.play.agent;

import io.parley.sip.Challenge;
import io.parley.sip.Credentials;
import io.parley.sip.Digest;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the digest challenges to one party's requests: each once, and again where only the nonce
 * was stale (RFC 3261 §22.2, §22.3). What is not answered is explained.
 */
public final class Authentication {
  /** How many stale nonces in a row are believed. */
  private static final int PATIENCE = 3;

  private static final String UNKNOWN =
      "; none of it can be answered: MD5, SHA-256 and SHA-512-256 are known";

  private final Call call;
  private final Optional<Credentials> credentials;
  private final Map<String, Integer> uses = new HashMap<>();
  private int stale;
  private SipMessage waiting;

  Authentication(Call call, Optional<Credentials> credentials) {
    this.call = call;
    this.credentials = credentials;
  }

  /**
   * Sends the request again with credentials, an INVITE once its refusal is acknowledged; false
   * where the response stays what it is.
   */
  public boolean answer(SipMessage response) {
    Optional<SipMessage> request = call.leg().own().requestOf(response);
    Optional<Digest> digest =
        credentials
            .flatMap(c -> Digest.of(Challenge.of(response), c))
            .filter(d -> mayTry(d, request));
    if (request.isEmpty() || digest.isEmpty()) {
      return false;
    }
    call.leg().own().challenged();
    SipMessage again = again(request.get(), digest.get());
    if (again.method().equals("INVITE")) {
      waiting = again;
    } else {
      call.send(again);
    }
    return true;
  }

  /** The transaction layer sent the ACK to a refusal: the INVITE that waited for it may go. */
  void acknowledged() {
    if (waiting != null) {
      SipMessage next = waiting;
      waiting = null;
      call.send(next);
    }
  }

  private boolean mayTry(Digest digest, Optional<SipMessage> request) {
    boolean tried = request.filter(r -> r.first(digest.header()).isPresent()).isPresent();
    return !tried || digest.challenge().isStale() && stale++ < PATIENCE;
  }

  /** The same request, a transaction of its own (RFC 3261 §8.1.3.5). */
  private SipMessage again(SipMessage request, Digest digest) {
    RequestBuilder out = call.outbox().again(request);
    out.set("CSeq", List.of(next(request) + " " + request.method()));
    int count = uses.merge(digest.challenge().parameter("nonce").orElse(""), 1, Integer::sum);
    byte[] body = request.body();
    String value = digest.value(request.method(), request.requestUri(), body, Ids.tag(), count);
    return out.set(digest.header(), List.of(value)).build();
  }

  private long next(SipMessage request) {
    return call.leg()
        .forks()
        .of(request)
        .map(f -> f.dialog().nextCseq())
        .orElse(request.cseq().orElse(1) + 1);
  }

  /** Why a challenge was not answered; empty for another response. */
  public Optional<String> unanswered(SipMessage response) {
    List<Challenge> asked = Challenge.of(response);
    int status = response.status().orElse(0);
    if (status != 401 && status != 407) {
      return Optional.empty();
    }
    String asks = status + " asks for " + (asked.isEmpty() ? "nothing that can be read" : asked);
    if (asked.stream().noneMatch(c -> c.scheme().equalsIgnoreCase("Digest"))) {
      return Optional.of(asks + "; only Digest is answered (RFC 3261 §22)");
    }
    if (credentials.isEmpty()) {
      return Optional.of(
          asks
              + "; the target has no credentials. Add to its file:"
              + " credentials: { user: …, password: \"${env.…}\" }");
    }
    return Optional.of(asks + (hadTried(response) ? wrong() : UNKNOWN));
  }

  private boolean hadTried(SipMessage response) {
    return call.leg()
        .own()
        .requestOf(response)
        .filter(r -> r.first("Authorization").or(() -> r.first("Proxy-Authorization")).isPresent())
        .isPresent();
  }

  private String wrong() {
    return " although the request carried the "
        + credentials.orElseThrow()
        + ": wrong user or password";
  }
}
