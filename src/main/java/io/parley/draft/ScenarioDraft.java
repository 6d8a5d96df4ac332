package io.parley.draft;

import io.parley.capture.CaptureException;
import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.report.Secrets;
import io.parley.sdp.Sdp;
import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a scenario that makes a captured call again and expects what came back.
 *
 * @param id the scenario's id
 * @param file the capture it is taken from
 * @param unit what the capture's numbers count: packet or line
 * @param profile the profile under which it was refused so; empty = any
 * @param goodBase the base offer that this profile takes, of {@link #BASES}; empty = not known
 */
public record ScenarioDraft(
    String id, String file, String unit, Optional<String> profile, Optional<String> goodBase) {
  /** The base offers that a draft may build on, the more demanding one first. */
  public static final List<String> BASES = List.of(OfferDraft.SECURE, OfferDraft.PLAIN);

  /** Headers that steer a call; all others are the call's own, ours to make, or private. */
  private static final Set<String> KEPT =
      Set.of(
          "Require",
          "Proxy-Require",
          "Supported",
          "Allow",
          "Session-Expires",
          "Min-SE",
          "Replaces",
          "Privacy",
          "Accept",
          "Content-Encoding",
          "Content-Disposition");

  /** Refusals that the called number may have brought about. */
  private static final Set<Integer> ABOUT_NUMBERS = Set.of(404, 410, 416, 484, 485, 604);

  /**
   * The whole file.
   *
   * @throws CaptureException when the call cannot be written down
   */
  public String of(Invitation call) {
    if (call.request().cut()) {
      throw new CaptureException(
          file + ": the INVITE is not whole in the capture; capture with the whole packet");
    }
    List<String> out = new ArrayList<>(header(call));
    out.add("scenario: " + YamlText.quoted(title(call)));
    out.add("id: " + id);
    out.add("severity: normal");
    out.add("tags: [captured]");
    out.add("sources: [" + YamlText.quoted(source(call)) + "]");
    number(call).ifPresent(n -> out.add("to: " + YamlText.quoted(n)));
    out.addAll(headers(call.invite()));
    out.addAll(body(call.invite()));
    out.addAll(expectation(call));
    return String.join("\n", out) + "\n";
  }

  private List<String> header(Invitation call) {
    List<String> out = new ArrayList<>();
    CapturedMessage m = call.request();
    out.add(
        YamlText.comment(
            "Made by 'parley new --from "
                + file
                + "' of "
                + unit
                + " "
                + m.number()
                + m.time()
                    .filter(t -> t.isAfter(Instant.EPOCH.plusSeconds(86_400)))
                    .map(t -> ", " + t)
                    .orElse("")));
    String path = (m.path().transport() + " " + m.path().from() + " to " + m.path().to()).strip();
    if (!path.equals("to")) {
      out.add(YamlText.comment(path + ", Call-ID " + call.invite().callId()));
    }
    out.add(YamlText.comment("It was " + outcome(call) + "."));
    call.answer()
        .flatMap(a -> a.message().first("Reason").or(() -> a.message().first("Warning")))
        .ifPresent(r -> out.add(YamlText.comment("Said: " + Secrets.MASKED.mask(r))));
    out.add(
        YamlText.comment(
            "Keys and passwords are not those of the capture, numbers are the target's"
                + (number(call).isPresent()
                    ? ", but for the one called, which its limits must allow."
                    : ".")));
    if (!call.initial()) {
      out.add(YamlText.comment("In the capture this was a re-INVITE; here it begins the call."));
    }
    return out;
  }

  private static String outcome(Invitation call) {
    return call.answer()
        .map(a -> "answered " + call.status() + " " + a.message().reasonPhrase())
        .orElse("not answered");
  }

  private static String title(Invitation call) {
    String words = call.answer().isPresent() ? Integer.toString(call.status()) : "no answer";
    return "The captured offer gets " + words;
  }

  private String source(Invitation call) {
    return "Capture " + file + ", " + unit + " " + call.request().number();
  }

  /** The captured number where the refusal may be about it, or it is of a form of its own. */
  private static Optional<String> number(Invitation call) {
    Optional<SipUri> uri = SipUri.of(call.invite().requestUri());
    boolean usual =
        uri.filter(u -> u.scheme().equals("sip"))
            .map(u -> user(u))
            .filter(n -> n.matches("\\+[1-9]\\d{1,14}"))
            .isPresent();
    boolean about =
        ABOUT_NUMBERS.contains(call.status())
            && call.invite().hasSdp()
            && Sdp.of(call.invite().body()).faults().stream().allMatch(f -> f.tolerable());
    return usual && !about ? Optional.empty() : uri.map(u -> user(u)).filter(n -> !n.isEmpty());
  }

  private static String user(SipUri uri) {
    return uri.user().split("[;:]", 2)[0];
  }

  private static List<String> headers(SipMessage invite) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (HeaderField h : invite.headers()) {
      KEPT.stream()
          .filter(k -> HeaderName.same(k, h.name()))
          .findFirst()
          .ifPresent(k -> kept.computeIfAbsent(k, n -> new ArrayList<>()).add(h.value()));
    }
    List<String> out = new ArrayList<>();
    if (!kept.isEmpty()) {
      out.add("headers:");
    }
    kept.forEach(
        (name, values) ->
            out.add(
                "  "
                    + name
                    + ": "
                    + (values.size() == 1
                        ? value(values.get(0))
                        : values.stream()
                            .map(ScenarioDraft::value)
                            .collect(Collectors.joining(", ", "[", "]")))));
    return out;
  }

  private static String value(String text) {
    return YamlText.quoted(WireText.of(Secrets.MASKED.mask(text)));
  }

  private List<String> body(SipMessage invite) {
    if (invite.body().length == 0) {
      return List.of("offer: none");
    }
    List<String> out = new ArrayList<>();
    if (invite.contentType().equals("application/sdp")) {
      out.add("offer:");
      out.addAll(
          OfferDraft.of(Sdp.of(invite.body()), base(Sdp.of(invite.body())))
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

  /** What the far end takes; where that is not known, what is nearer. */
  private String base(Sdp offer) {
    boolean secured =
        offer.isIceLite()
            || offer.audio().filter(a -> a.rtcpMux() || !a.cryptos().isEmpty()).isPresent();
    return goodBase.orElse(secured ? OfferDraft.SECURE : OfferDraft.PLAIN);
  }

  private List<String> expectation(Invitation call) {
    String status = call.answer().isPresent() ? Integer.toString(call.status()) : "silence";
    String outcome =
        "{ status: "
            + status
            + ", evidence: observed, source: "
            + YamlText.quoted(source(call))
            + " }";
    return profile.isPresent()
        ? List.of("expect:", "  " + profile.get() + ": " + outcome)
        : List.of("expect: " + outcome);
  }
}
