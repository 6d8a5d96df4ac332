package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.Evidence;
import io.parley.model.SourcePosition;
import io.parley.sip.HeaderField;
import io.parley.yaml.Key;
import io.parley.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A profile as its file has it; what it does not say, it takes from the profile it extends.
 *
 * @param at where it starts
 * @param profile its title
 * @param parent the profile it extends
 */
record ProfileFile(
    SourcePosition at,
    @Doc("The title: which far end this is.") String profile,
    @Doc("The profile whose rules it takes over and changes.") @Key("extends")
        Optional<String> parent,
    @Doc("Documents that the profile rests on.") List<String> sources,
    @Doc("Audio codecs it accepts: name or name/clock.") List<Located<String>> codecs,
    @Doc("Whether SRTP is required, and the suites it accepts.") Optional<Srtp> srtp,
    @Doc("Whether an offer must have ICE candidates.") Optional<Ice> ice,
    @Doc("Stream directions it understands; by default all.") List<Direction> directions,
    @Doc("How called numbers must be written.") Optional<NumberFormat> numberFormat,
    @Doc("URI schemes it accepts in a Request-URI.") List<String> uriSchemes,
    @Doc("Content types it accepts.") List<String> bodyTypes,
    @Doc("Methods it allows.") List<String> allow,
    @Doc("Smallest session interval in seconds (RFC 4028).") OptionalInt minSessionExpires,
    @Doc("Whether it writes header names in capitals.") Optional<Boolean> upperCaseHeaders,
    @Doc("What it says in Server.") Optional<String> server,
    @Doc("Whether an SBC before it keeps the caller's ringing: no SDP in a 18x after a 180.")
        Optional<Boolean> keepsRingback,
    @Doc("The OPTIONS of an SBC that it wants to see, and what it does where none come.")
        @Key("keepalive")
        Optional<KeepAlive> keepAlive,
    @Doc("What it refuses, and how; the first rule that applies decides.") List<Refusal> refuse,
    @Doc("Headers of every refusal; {guid} identifies the call, {address} is the far end's own.")
        Map<String, String> refusalHeaders,
    @Doc("How it calls, for serve --dial.") Optional<InviteKeys> invite) {

  /** How it calls. */
  record InviteKeys(
      @Doc("The host in From, {target} for that of whom it calls; by default its own address.")
          Optional<String> host,
      @Doc(
              "Headers beyond those that every INVITE has; {caller} and {address} are its own. Allow is"
                  + " sent instead of the usual one.")
          Optional<Map<String, String>> headers,
      @Doc("Whether its URIs say user=phone; by default they do.") Optional<Boolean> userPhone,
      @Doc("Crypto suites it offers, where it offers others than it insists on.")
          List<String> suites,
      @Doc("The tag of its first a=crypto line; by default 1.") OptionalInt firstTag,
      @Doc("The lifetime of its keys, as written: 2^31.") Optional<String> lifetime,
      @Doc("a=ptime of its offers, in milliseconds.") OptionalInt ptime,
      @Doc("Whether its offers say a=rtcp-mux.") Optional<Boolean> rtcpMux,
      @Doc("How well that is known.") Evidence evidence,
      @Doc("Document and section.") String source) {

    Invite over(Invite base) {
      return new Invite(
          base.caller(),
          host.or(base::host),
          headers.map(ProfileFile::fields).orElse(base.headers()),
          userPhone.orElse(base.userPhone()),
          offer(base.offer()));
    }

    private Invite.Offer offer(Invite.Offer base) {
      return new Invite.Offer(
          suites.isEmpty() ? base.suites() : suites,
          firstTag.orElse(base.firstTag()),
          lifetime.or(base::lifetime),
          ptime.isPresent() ? ptime : base.ptime(),
          rtcpMux.orElse(base.rtcpMux()));
    }
  }

  /** Whether plain RTP is refused, and which suites will do. */
  record Srtp(
      @Doc("Whether plain RTP is refused.") boolean required,
      @Doc("Crypto suites it accepts, in order of preference.") List<Located<String>> suites) {

    List<String> names() {
      return suites.stream().map(Located::value).toList();
    }
  }

  /** Whether an offer must have ICE candidates. */
  enum Ice {
    REQUIRED,
    IGNORED
  }

  /** One rule. */
  record Refusal(
      SourcePosition at,
      @Doc("What is refused.") @Key("if") Condition condition,
      @Doc("The status of the refusal, 300 to 699.") int status,
      @Doc("The reason phrase.") String phrase,
      @Doc("Headers of the refusal; {guid} stands for an identifier of the call.")
          Map<String, String> headers,
      @Doc("The vendor's own number; never on the wire.") Optional<String> code,
      @Doc("The vendor's or the RFC's words for it.") Optional<String> says,
      @Doc("How well the rule is known.") Evidence evidence,
      @Doc("Document and section.") String source,
      @Doc("The condition before which it is looked at; without it, after all inherited ones.")
          Optional<Condition> before) {

    Refusal {
      if (status < 300 || status > 699) {
        throw new IllegalArgumentException("expected a status of 300 to 699, found " + status);
      }
    }

    Rule rule() {
      return new Rule(condition, status, phrase, fields(headers), code, says, evidence, source);
    }
  }

  private static List<HeaderField> fields(Map<String, String> written) {
    List<HeaderField> out = new ArrayList<>();
    written.forEach((name, value) -> out.add(new HeaderField(name, value)));
    return List.copyOf(out);
  }

  /** The profile, laid over the one it extends. */
  Profile over(String id, Optional<Profile> base) {
    return new Profile(
        id,
        profile,
        parent,
        sources,
        media(base.map(Profile::media)),
        numberFormat.or(() -> base.map(Profile::numberFormat)).orElse(NumberFormat.ANY),
        list(uriSchemes, base.map(Profile::uriSchemes), List.of("sip")),
        list(bodyTypes, base.map(Profile::bodyTypes), List.of("application/sdp")),
        list(allow, base.map(Profile::allow), List.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS")),
        minSessionExpires.orElse(base.map(Profile::minSessionExpires).orElse(0)),
        upperCaseHeaders.or(() -> base.map(Profile::upperCaseHeaders)).orElse(false),
        server.or(() -> base.map(Profile::server)).orElse("Parley"),
        keepsRingback.or(() -> base.map(Profile::keepsRingback)).orElse(false),
        keepAlive.or(() -> base.flatMap(Profile::keepAlive)),
        rules(base.map(Profile::rules).orElse(List.of())),
        invite(base.map(Profile::invite).orElse(Invite.PLAIN)),
        list(fields(refusalHeaders), base.map(Profile::refusalHeaders), List.of()));
  }

  private Invite invite(Invite base) {
    return invite.map(i -> i.over(base)).orElse(base);
  }

  private MediaPolicy media(Optional<MediaPolicy> base) {
    List<CodecSpec> own = codecs.stream().map(c -> CodecSpec.parse(c.value())).toList();
    return new MediaPolicy(
        list(own, base.map(MediaPolicy::codecs), List.of()),
        srtp.map(Srtp::required).or(() -> base.map(MediaPolicy::srtpRequired)).orElse(false),
        list(srtp.map(Srtp::names).orElse(List.of()), base.map(MediaPolicy::suites), List.of()),
        ice.map(i -> i == Ice.REQUIRED).or(() -> base.map(MediaPolicy::iceRequired)).orElse(false),
        list(directions, base.map(MediaPolicy::directions), List.of()));
  }

  /**
   * A rule of ours replaces the base's rule for the same condition where that stood; another stands
   * where it says, or at the end.
   */
  private List<Rule> rules(List<Rule> base) {
    List<Rule> out = new ArrayList<>(base);
    for (Refusal r : refuse) {
      int at = place(out, r.condition());
      if (at >= 0) {
        out.set(at, r.rule());
      } else {
        out.add(
            r.before().map(c -> place(out, c)).filter(i -> i >= 0).orElse(out.size()), r.rule());
      }
    }
    return List.copyOf(out);
  }

  private static int place(List<Rule> rules, Condition condition) {
    return rules.stream().map(Rule::condition).toList().indexOf(condition);
  }

  private static <T> List<T> list(List<T> own, Optional<List<T>> base, List<T> standard) {
    return own.isEmpty() ? base.orElse(standard) : own;
  }
}
