package io.parley.profile;

import io.parley.model.Evidence;
import io.parley.sip.HeaderField;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A kind of far end: what it accepts, and how it refuses what it does not.
 *
 * @param id file name and name on the command line
 * @param title what it is called
 * @param parent the profile it extends
 * @param sources public documents it is taken from
 * @param media what it needs to see in an offer
 * @param numberFormat how it wants called numbers written
 * @param uriSchemes Request-URI schemes it serves
 * @param bodyTypes body types it reads
 * @param allow methods it lists in Allow
 * @param minSessionExpires least Session-Expires it takes, in seconds (RFC 4028)
 * @param upperCaseHeaders whether it writes header names in capitals
 * @param server what it says in Server
 * @param keepsRingback whether an SBC before it lets the caller hear ringing on: what comes after a
 *     180 in the same dialog goes on without its SDP until the call is answered
 * @param keepAlive the OPTIONS that it wants to see; empty = nothing is known
 * @param rules what it refuses, in the order in which it looks
 * @param invite how it calls
 * @param refusalHeaders headers of every refusal beyond those of its rule; {@code {guid}} stands
 *     for the identifier of the call, {@code {address}} for the far end's own address
 */
public record Profile(
    String id,
    String title,
    Optional<String> parent,
    List<String> sources,
    MediaPolicy media,
    NumberFormat numberFormat,
    List<String> uriSchemes,
    List<String> bodyTypes,
    List<String> allow,
    int minSessionExpires,
    boolean upperCaseHeaders,
    String server,
    boolean keepsRingback,
    Optional<KeepAlive> keepAlive,
    List<Rule> rules,
    Invite invite,
    List<HeaderField> refusalHeaders) {
  private static final String BAD_REQUEST = "Bad Request";
  private static final String GUID = "{guid}";

  /** The same with another least session interval, also in the refusals that name it. */
  public Profile withLeastSession(int seconds) {
    return new Profile(
        id,
        title,
        parent,
        sources,
        media,
        numberFormat,
        uriSchemes,
        bodyTypes,
        allow,
        seconds,
        upperCaseHeaders,
        server,
        keepsRingback,
        keepAlive,
        rules.stream().map(r -> r.withHeader("Min-SE", Integer.toString(seconds))).toList(),
        invite,
        refusalHeaders);
  }

  /** Judges a request by the rules, the first that objects decides. */
  public Ruling judge(Judged judged) {
    for (Rule rule : rules) {
      Optional<Fault> fault = rule.condition().fault(this, judged);
      if (fault.isPresent()) {
        return refuse(rule, fault.get());
      }
    }
    return new Ruling.Accept(Notes.of(this, judged));
  }

  /** Everything that the rules object to, in the order in which this far end looks. */
  public List<Ruling.Refuse> objections(Judged judged) {
    return rules.stream()
        .flatMap(r -> r.condition().fault(this, judged).map(f -> refuse(r, f)).stream())
        .toList();
  }

  /**
   * Whether an offer is one that this far end takes, whatever the number.
   *
   * @param sdp the body as it left the SBC
   */
  public boolean acceptsOffer(byte[] sdp) {
    return judgeOffer(sdp).accepted();
  }

  /** Judges an offer by the rules about offers alone. */
  public Ruling judgeOffer(byte[] sdp) {
    String head = "INVITE sip:offer SIP/2.0\r\nContent-Type: application/sdp\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] message = new byte[start.length + sdp.length];
    System.arraycopy(start, 0, message, 0, start.length);
    System.arraycopy(sdp, 0, message, start.length, sdp.length);
    Judged judged = Judged.of(SipMessage.of(message));
    return rules.stream()
        .filter(r -> r.condition().isAboutOffers())
        .flatMap(r -> r.condition().fault(this, judged).map(f -> refuse(r, f)).stream())
        .map(Ruling.class::cast)
        .findFirst()
        .orElseGet(() -> new Ruling.Accept(List.of()));
  }

  /** The rule for a condition. */
  public Optional<Rule> rule(Condition condition) {
    return rules.stream().filter(r -> r.condition() == condition).findFirst();
  }

  /** How it refuses what is not a request at all; RFC 3261 §21.4.1 where no rule says. */
  public Ruling.Refuse refuseMalformed(Fault fault) {
    return refuse(
        rule(Condition.REQUEST_MALFORMED)
            .orElseGet(
                () ->
                    new Rule(
                        Condition.REQUEST_MALFORMED,
                        400,
                        BAD_REQUEST,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Evidence.RFC,
                        "RFC 3261 §21.4.1")),
        fault);
  }

  Ruling.Refuse refuse(Rule rule, Fault fault) {
    List<HeaderField> headers =
        Stream.concat(rule.headers().stream(), refusalHeaders.stream()).toList();
    return new Ruling.Refuse(
        rule,
        rule.status(),
        rule.phrase(),
        identified(headers),
        fault.text(),
        fault.sdpLine(),
        rule.code());
  }

  private static List<HeaderField> identified(List<HeaderField> headers) {
    if (headers.stream().noneMatch(h -> h.value().contains(GUID))) {
      return headers;
    }
    String guid = UUID.randomUUID().toString();
    return headers.stream()
        .map(h -> new HeaderField(h.name(), h.value().replace(GUID, guid)))
        .toList();
  }
}
