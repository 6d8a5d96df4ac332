package io.parley.draft;

import io.parley.capture.CaptureException;
import io.parley.capture.Invitation;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a scenario that makes a captured call again and expects what came back.
 *
 * @param id the scenario's id
 * @param file the capture it is taken from
 * @param unit what the capture's numbers count: packet or line
 * @param profile the profile under which it was refused so; empty = any
 * @param goodBase the base offer that this profile takes, of {@link #BASES}; empty = not known
 * @param rule the rule that the call breaks, by name; empty = none is known
 * @param reason the same in words
 * @param rulings what each profile makes of the INVITE, where none is known to have been at work
 * @param first the same of the INVITE that begins the call
 */
public record ScenarioDraft(
    String id,
    String file,
    String unit,
    Optional<String> profile,
    Optional<String> goodBase,
    Optional<String> rule,
    Optional<String> reason,
    List<FarEndRuling> rulings,
    List<FarEndRuling> first) {
  /** The base offers that a draft may build on, the more demanding one first. */
  public static final List<String> BASES = List.of(OfferDraft.SECURE, OfferDraft.PLAIN);

  /**
   * The whole file.
   *
   * @param begin the INVITE that begins the call
   * @param told the INVITE that is to be made again: the same, or a re-INVITE of that call
   * @throws CaptureException when the call cannot be written down
   */
  public String of(Invitation begin, Invitation told) {
    if (told.request().cut()) {
      throw new CaptureException(
          file + ": the INVITE is not whole in the capture; capture with the whole packet");
    }
    boolean within = isWithin(begin, told);
    Optional<String> number = within ? Optional.empty() : CalledNumber.of(told);
    List<String> out = new ArrayList<>();
    out.addAll(
        new DraftComment(file, unit, reason, isKeyed(told))
            .lines(told, number.isPresent(), within));
    out.add("scenario: " + YamlText.quoted(title(told)));
    out.add("id: " + id);
    out.add("severity: normal");
    out.add("tags: [captured]");
    out.add("sources: [" + YamlText.quoted(source(told)) + "]");
    List<String> to =
        number
            .map(YamlText::quoted)
            .or(() -> within ? Optional.empty() : CalledNumber.role(told))
            .map(n -> "to: " + n)
            .stream()
            .toList();
    if (within) {
      ExpectedOutcomes.whereTaken(first).forEach(out::add);
      out.addAll(expectation(told));
      out.addAll(new CallSteps(actorOffer(begin)).reInvite(request(told)));
    } else if (isOfSip(told)) {
      out.addAll(to);
      out.addAll(request(told));
      out.addAll(expectation(told));
    } else {
      outcomes(told).whereRefused().forEach(out::add);
      out.addAll(expectation(told));
      out.addAll(new CallSteps(List.of()).startLine(told, to, request(told)));
    }
    return String.join("\n", out) + "\n";
  }

  /** A re-INVITE of the side that called, in a call that came about. */
  private static boolean isWithin(Invitation first, Invitation told) {
    return !told.initial()
        && first.initial()
        && first.accepted()
        && !first.request().cut()
        && first.invite().fromTag().equals(told.invite().fromTag());
  }

  private static boolean isOfSip(Invitation told) {
    return SipUri.of(told.invite().requestUri()).filter(u -> u.scheme().equals("sip")).isPresent();
  }

  /** Headers and body. */
  private List<String> request(Invitation told) {
    List<String> out = new ArrayList<>(KeptHeaders.of(told.invite()));
    out.addAll(body(told.invite()));
    return out;
  }

  private List<String> actorOffer(Invitation first) {
    return first.invite().hasSdp() ? body(first.invite()) : List.of("offer: none");
  }

  private String title(Invitation call) {
    String words = call.answer().isPresent() ? Integer.toString(call.status()) : "no answer";
    String what = call.initial() ? "offer" : "re-INVITE";
    return rule.map(r -> "A captured " + what + " that breaks " + r + " gets " + words)
        .orElse("The captured " + what + " gets " + words);
  }

  private String source(Invitation call) {
    return "Capture " + file + ", " + unit + " " + call.request().number();
  }

  private List<String> body(SipMessage invite) {
    if (invite.body().length == 0) {
      return List.of("offer: none");
    }
    List<String> out = new ArrayList<>();
    if (invite.contentType().equals("application/sdp")) {
      out.add("offer:");
      out.addAll(
          OfferDraft.of(
                  Sdp.of(invite.body()), goodBase.map(List::of).orElseGet(() -> bases(invite)))
              .orElseThrow(
                  () ->
                      new CaptureException(
                          file
                              + ": the SDP of the INVITE mixes line ends or holds bytes that are no"
                              + " text; send it with 'raw: { file: … }' in a scenario of your own")));
      return out;
    }
    String type = invite.first("Content-Type").orElse("");
    if (type.isEmpty()) {
      throw new CaptureException(
          file + ": the INVITE has a body without Content-Type, which no short scenario sends");
    }
    String text = new String(invite.body(), java.nio.charset.StandardCharsets.UTF_8);
    out.add("body:");
    out.add("  content-type: " + YamlText.quoted(type));
    out.add("  text: " + YamlText.quoted(FreshKeys.in(text).replace("\r\n", "\n")));
    return out;
  }

  /** Where it is not known what the far end takes: what is nearer first. */
  private static List<String> bases(SipMessage invite) {
    boolean secured =
        Sdp.of(invite.body()).audio().filter(a -> a.isSecure() || a.ice().isPresent()).isPresent();
    return secured ? BASES : List.of(OfferDraft.PLAIN, OfferDraft.SECURE);
  }

  private boolean isKeyed(Invitation call) {
    return profile.isEmpty() && outcomes(call).isKeyed();
  }

  private List<String> expectation(Invitation call) {
    ExpectedOutcomes outcomes = outcomes(call);
    return profile.map(outcomes::of).orElseGet(outcomes::lines);
  }

  private ExpectedOutcomes outcomes(Invitation call) {
    boolean ownNumber = CalledNumber.of(call).isPresent() || !isOfSip(call);
    return new ExpectedOutcomes(call, source(call), ownNumber, rulings);
  }
}
