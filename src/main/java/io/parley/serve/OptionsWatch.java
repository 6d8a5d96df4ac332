package io.parley.serve;

import io.parley.farend.SbcObserver;
import io.parley.profile.KeepAlive;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Frame;
import io.parley.wire.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches the OPTIONS by which SBCs show a far end that they are there: which are refused, and who
 * stops sending them, where the profile says for how long that may be. Each method holds the lock
 * for a moment.
 */
public final class OptionsWatch implements SbcObserver {
  /** More SBCs are not watched: strangers shall not fill the memory. */
  private static final int MOST = 1000;

  /** The longest name that DNS knows (RFC 1035 §2.3.4). */
  private static final int LONGEST_NAME = 255;

  /** Whoever was not swept for so long was asleep, or stopped, and may have missed OPTIONS. */
  private static final Duration ASLEEP = Duration.ofSeconds(5);

  private final Profile profile;
  private final Consumer<ServeEvent> told;
  private final Map<String, WatchedSbc> known = new LinkedHashMap<>();
  private final Map<InetAddress, String> refusals = new Recent<>(MOST);
  private final Map<String, String> refused = new Recent<>(MOST);
  private final Map<String, Asked> asked = new Recent<>(MOST);
  private Instant watching;
  private Instant swept;
  private int cases;

  /** An OPTIONS that has no answer yet. */
  private record Asked(Arrival options, Ruling ruling, List<Ruling.Refuse> objections) {}

  /**
   * Watches.
   *
   * @param profile whose far end it is
   * @param began from when on nothing is missed
   * @param told of what happens; must not block
   */
  public OptionsWatch(Profile profile, Instant began, Consumer<ServeEvent> told) {
    this.profile = profile;
    this.told = told;
    this.watching = began;
    this.swept = began;
  }

  @Override
  public synchronized void asked(Arrival options, Ruling ruling, List<Ruling.Refuse> objections) {
    asked.put(transaction(options.message()), new Asked(options, ruling, objections));
  }

  @Override
  public void crossed(Frame frame, SipMessage m) {
    if (frame.way() == Frame.Way.OUT && m.isResponse() && m.method().equals("OPTIONS")) {
      answered(new Arrival(frame, m));
    }
  }

  private synchronized void answered(Arrival response) {
    Asked request = asked.remove(transaction(response.message()));
    if (request == null) {
      return;
    }
    List<Arrival> exchange = List.of(request.options(), response);
    if (request.ruling() instanceof Ruling.Refuse refusal) {
      refused(request, refusal, exchange);
    } else {
      taken(request.options(), exchange);
    }
  }

  private void taken(Arrival options, List<Arrival> exchange) {
    String name = name(options);
    Frame frame = options.frame();
    refused.remove(name);
    refusals.remove(frame.flow().remote().getAddress());
    WatchedSbc sbc = watched(name);
    if (sbc != null) {
      sbc.heard(exchange)
          .map(since -> new ServeEvent.Heard(name, frame.flow(), frame.time(), since))
          .ifPresent(told);
    }
  }

  private void refused(Asked request, Ruling.Refuse refusal, List<Arrival> exchange) {
    Frame frame = request.options().frame();
    String sdp = SessionBody.of(request.options().message()).sdp().map(Sdp::text).orElse("");
    RefusedOptions out =
        new RefusedOptions(
            name(request.options()),
            frame.time(),
            frame.flow(),
            refusal.status(),
            refusal.phrase(),
            request.objections().stream().map(o -> Objection.of(o, sdp)).toList());
    refusals.put(frame.flow().remote().getAddress(), out.rules());
    boolean before = out.rules().equals(refused.put(out.sbc(), out.rules()));
    if (!before && cases < MOST) {
      told.accept(new ServeEvent.Refused(out, next(exchange).of(out)));
    }
  }

  @Override
  public synchronized void judged(Arrival request, Ruling ruling, List<Ruling.Refuse> objections) {
    SipMessage m = request.message();
    boolean call = m.method().equals("INVITE") && m.toTag().isEmpty();
    WatchedSbc sbc = call && profile.keepAlive().isPresent() ? watched(name(request)) : null;
    if (sbc != null) {
      sbc.called(request);
    }
  }

  /** Tells of SBCs that are silent by now; to be called every now and then, by one thread. */
  public synchronized void sweep(Instant now) {
    if (swept.plus(ASLEEP).isBefore(now)) {
      watching = now;
    }
    swept = now;
    profile.keepAlive().ifPresent(limit -> known.values().forEach(s -> look(s, now, limit)));
  }

  private void look(WatchedSbc sbc, Instant now, KeepAlive limit) {
    if (sbc.falls(now, watching, limit)) {
      Optional<String> why = Optional.ofNullable(refusals.get(sbc.address()));
      Silence silence = sbc.silence(now, why, limit);
      told.accept(new ServeEvent.Silent(silence, next(sbc.last()).of(silence)));
    }
  }

  private OptionsCase next(List<Arrival> messages) {
    return new OptionsCase(++cases, profile, messages);
  }

  /** The SBC that a request is of; null where there are too many. */
  private WatchedSbc watched(String name) {
    WatchedSbc out = known.get(name);
    if (out == null && known.size() < MOST) {
      out = new WatchedSbc(name);
      known.put(name, out);
    }
    return out;
  }

  /** By its name in Contact a far end knows an SBC; one that gives none is known by its address. */
  private static String name(Arrival request) {
    return request
        .message()
        .first("Contact")
        .flatMap(SipUri::of)
        .map(u -> u.host().toLowerCase(Locale.ROOT))
        .filter(h -> !h.isEmpty() && h.length() <= LONGEST_NAME && IpLiteral.parse(h).isEmpty())
        .orElseGet(() -> IpLiteral.text(request.frame().flow().remote().getAddress()));
  }

  private static String transaction(SipMessage m) {
    return m.callId() + "|" + m.cseq().orElse(0) + "|" + m.branch().orElse("");
  }
}
