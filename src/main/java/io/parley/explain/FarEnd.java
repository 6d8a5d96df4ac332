package io.parley.explain;

import io.parley.capture.Invitation;
import io.parley.diagnosis.CodeMeaning;
import io.parley.profile.Profile;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Guesses which far end an INVITE went to, by what it and the answer say of themselves. */
final class FarEnd {
  private FarEnd() {}

  /** The profile that fits; empty when nothing tells. */
  static Optional<Profile> of(Invitation invitation, List<Profile> profiles) {
    String server = invitation.answer().map(a -> server(a.message())).orElse("");
    String host =
        SipUri.of(invitation.invite().requestUri())
            .map(u -> u.host().toLowerCase(Locale.ROOT))
            .orElse("");
    return profiles.stream()
        .filter(p -> says(server, p) || isAt(host, p))
        .sorted((a, b) -> Boolean.compare(told(b, invitation), told(a, invitation)))
        .findFirst();
  }

  private static String server(SipMessage answer) {
    return answer.first("Server").or(() -> answer.first("User-Agent")).orElse("");
  }

  private static boolean says(String server, Profile profile) {
    String name = profile.server().split("[ /]")[0];
    return !name.isEmpty() && server.startsWith(name);
  }

  private static boolean isAt(String host, Profile profile) {
    return profile.id().startsWith("teams-") && host.endsWith("pstnhub.microsoft.com")
        || profile.id().startsWith("zoom-") && host.endsWith("zoom.us");
  }

  /** Whether a reason that only this profile gives stands in the answer. */
  private static boolean told(Profile profile, Invitation invitation) {
    String text = invitation.answer().map(a -> reasons(a.message())).orElse("");
    return profile.rules().stream()
        .flatMap(r -> r.headers().stream())
        .filter(h -> h.name().equalsIgnoreCase("Reason"))
        .map(h -> h.value().replaceAll(".*[;\"]([^;\"]+)\"$", "$1"))
        .anyMatch(words -> words.length() > 20 && text.contains(words));
  }

  /** What a refusal says about itself. */
  static String reasons(SipMessage answer) {
    return Stream.concat(
            Stream.of(answer.reasonPhrase()),
            Stream.of("Reason", "Warning", "X-Reason").flatMap(h -> answer.values(h).stream()))
        .reduce("", (a, b) -> a + "\n" + b);
  }

  /** Whose codes a far end of that profile speaks. */
  static CodeMeaning.By vendor(String profile) {
    if (profile.startsWith("teams-") || profile.startsWith("operator-connect")) {
      return CodeMeaning.By.MICROSOFT;
    }
    return profile.startsWith("zoom-") ? CodeMeaning.By.ZOOM : CodeMeaning.By.TRUNK;
  }
}
