package io.parley.sip;

import io.parley.wire.Flow;
import io.parley.wire.IpLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Builds a response that mirrors a request (RFC 3261 §8.2.6): every Via, From, To, Call-ID, CSeq;
 * Record-Route where a dialog may come of it (§12.1.1).
 *
 * <p>A To without a tag gets one, save in 100: the same for every answer to that request.
 */
public final class ResponseBuilder extends MessageBuilder<ResponseBuilder> {
  private static final Pattern RPORT = Pattern.compile("(?i);\\s*rport\\s*(?==?\\s*(;|$))");

  private final int status;
  private String reasonPhrase;

  private ResponseBuilder(int status) {
    this.status = status;
    this.reasonPhrase = ReasonPhrase.of(status);
  }

  /** Starts the answer to a request that arrived: {@code received} and {@code rport} are filled. */
  public static ResponseBuilder to(Arrival request, int status) {
    return mirror(request.message(), status, request.frame().flow());
  }

  /** Starts the answer to a request as it stands. */
  public static ResponseBuilder to(SipMessage request, int status) {
    return mirror(request, status, null);
  }

  private static ResponseBuilder mirror(SipMessage request, int status, Flow flow) {
    ResponseBuilder out = new ResponseBuilder(status);
    List<String> vias = new ArrayList<>(request.list("Via"));
    if (flow != null && !vias.isEmpty()) {
      vias.set(0, marked(vias.get(0), flow));
    }
    vias.forEach(v -> out.header("Via", v));
    if (status > 100 && status < 300) {
      request.values("Record-Route").forEach(r -> out.header("Record-Route", r));
    }
    request.first("From").ifPresent(v -> out.header("From", v));
    request.first("To").ifPresent(v -> out.header("To", v));
    request.first("Call-ID").ifPresent(v -> out.header("Call-ID", v));
    request.first("CSeq").ifPresent(v -> out.header("CSeq", v));
    if (status > 100 && request.toTag().isEmpty()) {
      out.toTag(Ids.tagFor(request));
    }
    return out;
  }

  /** RFC 3261 §18.2.1 and RFC 3581 §4: where the request really came from. */
  private static String marked(String via, Flow flow) {
    String source = IpLiteral.text(flow.remote().getAddress());
    String out = RPORT.matcher(via).replaceFirst(";rport=" + flow.remote().getPort());
    boolean asked = !out.equals(via);
    String[] sentBy = via.strip().split("[\\s;]+");
    String host = sentBy.length > 1 ? sentBy[1].replaceFirst(":\\d*$", "") : "";
    boolean same = IpLiteral.parse(host).filter(flow.remote().getAddress()::equals).isPresent();
    return same && !asked ? out : out + ";received=" + source;
  }

  /** Puts another tag into To, for a request whose To has none. */
  public ResponseBuilder toTag(String tag) {
    headers.retag("To", tag);
    return this;
  }

  /** Sets the reason phrase; without it the standard one. */
  public ResponseBuilder reason(String phrase) {
    this.reasonPhrase = phrase;
    return this;
  }

  @Override
  ResponseBuilder self() {
    return this;
  }

  @Override
  String startLine() {
    return "SIP/2.0 " + status + " " + reasonPhrase;
  }
}
