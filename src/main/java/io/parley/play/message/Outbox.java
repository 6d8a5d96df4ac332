package io.parley.play.message;

import io.parley.model.BodySpec;
import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.RawMessage;
import io.parley.play.stage.NumberPool;
import io.parley.sip.Dialog;
import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Composes the requests of one party; what they share is its address, its numbers and its Call-ID.
 */
public final class Outbox {
  /** What our user agents take (RFC 3261 §20.5). */
  public static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE";

  private static final Set<String> RENEWED = Set.of("Via", "Content-Length");

  private final String callId;
  private final Identity identity;
  private final NumberPool.Lease lease;
  private final String number;
  private final Captures captures;

  /**
   * Sets up a party's outbox.
   *
   * @param identity what it writes of itself and of the target
   * @param number what it calls from where nothing else is said
   */
  public Outbox(
      String callId, Identity identity, NumberPool.Lease lease, String number, Captures captures) {
    this.callId = callId;
    this.identity = identity;
    this.lease = lease;
    this.number = number;
    this.captures = captures;
  }

  /**
   * A request that starts a dialog or stands alone (RFC 3261 §8.1.1), without headers and body of
   * the step.
   */
  public RequestBuilder initial(String method, Optional<String> to, Optional<String> from) {
    String caller = from.map(this::fill).orElse(number);
    if (method.equals("REGISTER")) {
      return register(to.map(this::fill).orElse(caller), caller);
    }
    String uri = identity.uri(to.map(this::fill).orElse(lease.called()));
    RequestBuilder out =
        RequestBuilder.of(method, uri)
            .via(identity.way(), identity.sentBy())
            .maxForwards()
            .from(identity.from(caller), Ids.tag())
            .to("<" + uri + ">")
            .callId(callId)
            .cseq(1);
    return out.contact(identity.contact(caller)).header("Allow", ALLOW);
  }

  /**
   * A registration (RFC 3261 §10.2): to the target's domain, without a user; From and To are the
   * address of record.
   */
  private RequestBuilder register(String record, String caller) {
    return RequestBuilder.of("REGISTER", "sip:" + identity.targetHost())
        .via(identity.way(), identity.sentBy())
        .maxForwards()
        .from("<" + identity.uri(record) + ">", Ids.tag())
        .to("<" + identity.uri(record) + ">")
        .callId(callId)
        .cseq(1)
        .contact(identity.contact(caller));
  }

  /** Our Contact. */
  public String contact(String user) {
    return identity.contact(user);
  }

  /** A request within a dialog. */
  public RequestBuilder within(RequestBuilder request) {
    return request.via(identity.way(), identity.sentBy());
  }

  /** The same request, to be a transaction of its own: all of it but Via. */
  public RequestBuilder again(SipMessage request) {
    RequestBuilder out = RequestBuilder.of(request.method(), request.requestUri());
    for (HeaderField field : request.headers()) {
      if (RENEWED.stream().noneMatch(n -> HeaderName.same(n, field.name()))) {
        out.header(field.name(), field.value());
      }
    }
    byte[] body = request.body();
    return within(body.length > 0 ? out.body(request.contentType(), body) : out);
  }

  /** The ACK to a 2xx, with the answer to a delayed offer if there is one. */
  public SipMessage ack(Dialog dialog, SipMessage invite, byte[] body, List<HeaderEdit> headers) {
    RequestBuilder plain = within(dialog.ack(invite));
    // RFC 3261 §22.1: the credentials of the INVITE go with its ACK.
    for (String name : List.of("Authorization", "Proxy-Authorization")) {
      invite.values(name).forEach(v -> plain.header(name, v));
    }
    RequestBuilder out = edit(plain, headers);
    return body.length > 0 ? out.body("application/sdp", body).build() : out.build();
  }

  /** Applies header edits; UTF-8 goes onto the wire as bytes. */
  public RequestBuilder edit(RequestBuilder out, List<HeaderEdit> edits) {
    for (HeaderEdit edit : edits) {
      if (edit.values().isEmpty()) {
        out.remove(edit.name());
      } else {
        out.set(edit.name(), edit.values().stream().map(v -> utf8(fill(v))).toList());
      }
    }
    return out;
  }

  /** A body with what was captured and the session description filled in. */
  Body body(BodySpec spec, byte[] description) {
    return Body.of(spec, description, captures::fill);
  }

  /** Text as a message has it, one char a byte. */
  public static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A raw message; a text with its placeholders filled in. */
  public SipMessage raw(RawMessage message, InetSocketAddress target) {
    if (message instanceof RawMessage.Bytes file) {
      return SipMessage.of(file.bytes());
    }
    String text =
        fill(message.content())
            .replaceAll("\r?\n", "\r\n")
            .replace("[call-id]", callId)
            .replace("[branch]", Ids.branch())
            .replace("[tag]", Ids.tag())
            .replace("[local]", Flow.text(identity.sentBy()))
            .replace("[target]", Flow.text(target));
    return SipMessage.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is only known once the case has its lease. */
  public String fill(String text) {
    String out = captures.fill(lease.fill(text));
    if (out.contains("${")) {
      throw new Unplayable(
          FindingKind.HARNESS,
          "'" + text + "' names something that is not known when the call is made");
    }
    return out;
  }

  /** Whether a body stands in the place of an offer or answer. */
  public static boolean isOther(Optional<BodySpec> body) {
    return body.filter(b -> !b.carriesDescription()).isPresent();
  }

  /** The body: the description, or what the script says with the description in it. */
  public Optional<Body> whole(Optional<BodySpec> body, byte[] description) {
    return body.map(b -> body(b, description))
        .or(() -> Optional.of(Body.sdp(description)).filter(b -> description.length > 0));
  }
}
