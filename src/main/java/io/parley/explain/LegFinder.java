package io.parley.explain;

import io.parley.capture.CapturedCall;
import io.parley.capture.CapturedMessage.Path;
import io.parley.capture.Invitation;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the calls of a capture that are the way on of others: by the Via that a proxy leaves (RFC
 * 3261 §16.6), by Call-ID and tag, or, of a back-to-back user agent, by host, number and time.
 * Belongs to one thread.
 */
final class LegFinder {
  /** Digits that two sides of a call share, whatever prefixes are added or taken off. */
  private static final int DIGITS = 7;

  /** How much later than the refusal the other side may still have begun, by another clock. */
  private static final Duration SLACK = Duration.ofMillis(5);

  /** How many calls to a number are looked at: the other side begins soon, captures are long. */
  private static final int NEAR = 50;

  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final Pattern BRANCH =
      Pattern.compile(".*;\\s*branch\\s*=\\s*([^;,\\s]+).*", Pattern.CASE_INSENSITIVE);

  private final Map<String, CapturedCall> byBranch = new HashMap<>();
  private final Map<String, CapturedCall> byDialog = new HashMap<>();
  private final Map<String, List<CapturedCall>> byNumber = new HashMap<>();
  private final Map<CapturedCall, CapturedCall> cameFrom = new IdentityHashMap<>();
  private final Map<CapturedCall, List<CapturedCall>> wentOn = new IdentityHashMap<>();

  private LegFinder() {}

  /** Which of these calls are the way on of which. */
  static Legs of(List<CapturedCall> calls) {
    LegFinder finder = new LegFinder();
    calls.forEach(finder::add);
    Set<String> relays =
        finder.wentOn.keySet().stream().map(c -> path(c).to()).collect(Collectors.toSet());
    return new Legs(finder.cameFrom, finder.wentOn, relays);
  }

  private void add(CapturedCall call) {
    Invitation first = call.invitations().get(0);
    if (!first.initial()) {
      return;
    }
    SipMessage invite = first.invite();
    origin(call, first, invite)
        .ifPresent(
            from -> {
              cameFrom.put(call, from);
              wentOn.computeIfAbsent(from, k -> new ArrayList<>()).add(call);
            });
    invite.branch().ifPresent(b -> byBranch.putIfAbsent(b, call));
    byDialog.put(dialog(invite), call);
    List<CapturedCall> same = byNumber.computeIfAbsent(number(invite), k -> new ArrayList<>());
    same.add(0, call);
    if (same.size() > NEAR) {
      same.remove(NEAR);
    }
  }

  private Optional<CapturedCall> origin(CapturedCall call, Invitation first, SipMessage invite) {
    Path path = first.request().path();
    List<String> vias = invite.values("Via");
    Optional<CapturedCall> proxied =
        vias.size() < 2 ? Optional.empty() : Optional.ofNullable(byBranch.get(branch(vias.get(1))));
    return proxied
        .or(() -> Optional.ofNullable(byDialog.get(dialog(invite))))
        .filter(c -> !path(c).to().equals(path.to()) || path.to().isEmpty())
        .or(() -> bridged(first, path, number(invite)))
        .filter(c -> c != call);
  }

  /**
   * The latest call that came to the host this one left from and has no way on that may succeed.
   */
  private Optional<CapturedCall> bridged(Invitation first, Path path, String number) {
    if (number.length() < DIGITS || path.from().isEmpty()) {
      return Optional.empty();
    }
    return byNumber.getOrDefault(number, List.of()).stream()
        .filter(c -> isAt(path(c), path) && isOpen(c, first))
        .filter(c -> wentOn.getOrDefault(c, List.of()).stream().allMatch(CapturedCall::failed))
        .findFirst();
  }

  /** Whether who got the one sent the other; on one machine ports must tell. */
  private static boolean isAt(Path near, Path far) {
    boolean oneMachine = host(near.from()).equals(host(near.to()));
    return oneMachine
        ? near.to().equals(far.from())
        : host(near.to()).equals(host(far.from())) && !near.to().equals(far.to());
  }

  private static boolean isOpen(CapturedCall near, Invitation far) {
    Optional<Instant> end = near.invitations().get(0).answer().flatMap(a -> a.time());
    Optional<Instant> began = far.request().time();
    return end.isEmpty() || began.isEmpty() || !began.get().isAfter(end.get().plus(SLACK));
  }

  private static Path path(CapturedCall call) {
    return call.invitations().get(0).request().path();
  }

  private static String dialog(SipMessage invite) {
    return invite.callId() + " " + invite.fromTag().orElse("");
  }

  private static String branch(String via) {
    return BRANCH.matcher(via).replaceFirst("$1");
  }

  private static String number(SipMessage invite) {
    String digits =
        SipUri.of(invite.requestUri())
            .map(u -> u.user().split("[;:]", 2)[0])
            .orElse("")
            .replaceAll("\\D", "");
    return digits.substring(Math.max(0, digits.length() - DIGITS));
  }

  static String host(String address) {
    return PORT.matcher(address).replaceFirst("");
  }
}
