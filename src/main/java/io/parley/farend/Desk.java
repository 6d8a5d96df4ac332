package io.parley.farend;

import io.parley.profile.Judged;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.Reliable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What all parts of an SBC share. Everything runs on the executor's one thread, so that no call
 * needs a lock.
 *
 * @param settings how it is set up
 * @param table what is under way
 * @param speaker says things
 * @param registrar where users are
 * @param anchor our media addresses
 * @param probe finds out why whoever was called is silent
 * @param monitor knows which servers of the far end are in service
 * @param executor the one thread
 */
record Desk(
    SbcSettings settings,
    CallTable table,
    Speaker speaker,
    Registrar registrar,
    MediaAnchor anchor,
    FarEndProbe probe,
    Monitor monitor,
    ScheduledExecutorService executor) {

  /** A transfer and what is told of it (RFC 3515 §2.1, §2.4.4). */
  private static final List<String> REFERRING = List.of("REFER", "NOTIFY");

  /** Judges an INVITE or UPDATE by the profile. */
  Ruling judge(Arrival request, Judged seen) {
    Judged judged = seen.overIpv6(anchor.address().indexOf(':') >= 0);
    Profile profile = settings.profile();
    Ruling ruling = profile.judge(judged);
    if (settings.observer() != SbcObserver.NONE) {
      List<Ruling.Refuse> all = ruling.accepted() ? List.of() : profile.objections(judged);
      settings.observer().judged(request, ruling, all);
    }
    return ruling;
  }

  /** Whether there is a channel for one more call of that peer, which shall not take all. */
  boolean hasChannel(InetAddress peer) {
    return table.up() < settings.channels() && table.up(peer) < settings.share();
  }

  /** Whether reliable provisional responses pass: the profile names PRACK among its methods. */
  boolean reliable() {
    return settings.profile().allow().contains("PRACK");
  }

  /** Says on the other leg what the caller of an INVITE said of reliable provisional responses. */
  void reliability(SipMessage in, RequestBuilder out) {
    if (reliable() && Reliable.supports(in)) {
      out.header(Reliable.requires(in) ? "Require" : "Supported", Reliable.TAG);
    }
  }

  /** The methods that we name in Allow: to the far end our own, as it is told of REFER. */
  String allow(Leg leg) {
    List<String> out = new ArrayList<>(settings.profile().allow());
    if (!leg.judged) {
      out.removeAll(REFERRING);
      if (settings.service().refer() != ReferPolicy.REFUSE) {
        out.addAll(REFERRING);
      }
    }
    return String.join(", ", out);
  }

  /** Does something after a time, on the one thread. */
  Future<?> after(Duration time, Runnable work) {
    return executor.schedule(work, time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
