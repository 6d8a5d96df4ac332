package io.parley.certify;

import io.parley.model.CodecSpec;
import io.parley.phone.DtmfMethod;
import io.parley.phone.OptionalSrtp;
import io.parley.phone.SrtpMode;
import io.parley.report.Json;
import io.parley.scenario.context.Given;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ${phone.x}} and the base offers {@code phone…} stand for in scenarios. */
final class PhoneValues {
  private static final int EVENT = 101;
  private static final int EXPIRES = 3600;
  private static final int PTIME = 20;

  private final Setup setup;

  PhoneValues(Setup setup) {
    this.setup = setup;
  }

  /** All of it. */
  Given given() {
    Map<String, Object> offers = new LinkedHashMap<>();
    offers.put("phone", offer(setup.srtp()));
    offers.put("phone-delivered", offer(setup.delivered()));
    for (SrtpMode mode : SrtpMode.values()) {
      offers.put("phone-" + mode, offer(mode));
    }
    return new Given("phone", nodes(values()), nodes(offers));
  }

  private Map<String, Object> values() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("title", setup.phone().sheet().title());
    out.put("codecs", specs(setup.codecs()));
    // Where there is none, what needs one is left out, and its file still has to be read.
    out.put("common", each(setup.common().isEmpty() ? setup.codecs() : setup.common()));
    out.put("foreign", each(setup.foreign().isEmpty() ? setup.codecs() : setup.foreign()));
    List<CodecSpec> known = setup.common().isEmpty() ? setup.codecs() : setup.common();
    out.put("last", named(known.get(known.size() - 1)));
    out.put("event", event());
    out.put("transport", setup.transport().toString());
    out.put("expires", Integer.toString(expires()));
    Map<String, String> headers = new LinkedHashMap<>();
    setup.phone().sheet().headers().forEach((name, habit) -> headers.put(name, habit.value()));
    out.put("headers", headers);
    String supported = headers.getOrDefault("Supported", "");
    out.put("supported-timer", supported.isEmpty() ? "timer" : supported + ", timer");
    return out;
  }

  private int expires() {
    return setup.phone().sheet().registration().expires().value().orElse(EXPIRES);
  }

  private Map<String, Object> offer(SrtpMode mode) {
    Map<String, Object> out = new LinkedHashMap<>();
    List<Map<String, Object>> codecs = new ArrayList<>(specs(setup.codecs()));
    if (setup.dtmf().contains(DtmfMethod.RFC4733)) {
      codecs.add(event());
    }
    out.put("codecs", codecs);
    out.put("ice", "none");
    out.put("address", "local");
    out.put("direction", "sendrecv");
    out.put("ptime", setup.phone().sheet().ptime().value().orElse(PTIME));
    List<String> suites =
        setup
            .phone()
            .sheet()
            .srtp()
            .suites()
            .value()
            .orElse(List.of(CryptoSuite.AES_CM_128_HMAC_SHA1_80));
    out.put("srtp", mode == SrtpMode.OFF ? "none" : suites);
    if (mode == SrtpMode.OPTIONAL) {
      optional(out, codecs);
    }
    return out;
  }

  private void optional(Map<String, Object> out, List<Map<String, Object>> codecs) {
    boolean two =
        setup
            .phone()
            .sheet()
            .srtp()
            .optionalOffer()
            .flatMap(f -> f.value())
            .filter(OptionalSrtp.TWO_STREAMS::equals)
            .isPresent();
    if (two) {
      out.put("streams", List.of(Map.of("codecs", codecs, "srtp", "none")));
    } else {
      out.put("protocol", "RTP/AVP");
    }
  }

  private Map<String, Object> event() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", "telephone-event");
    out.put("clock", 8000);
    out.put("pt", setup.phone().sheet().dtmf().payloadType().value().orElse(EVENT));
    return out;
  }

  private List<Map<String, Object>> each(List<CodecSpec> codecs) {
    return codecs.stream().map(this::named).toList();
  }

  /** A codec for a matrix: its name, how it is offered, and how it is looked for. */
  private Map<String, Object> named(CodecSpec codec) {
    Map<String, Object> spec = spec(codec);
    return Map.of(
        "name", codec.name(), "spec", spec, "text", codec.name() + "/" + spec.get("clock"));
  }

  private List<Map<String, Object>> specs(List<CodecSpec> codecs) {
    return codecs.stream().map(this::spec).toList();
  }

  private Map<String, Object> spec(CodecSpec codec) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", codec.name());
    int usual = KnownCodec.of(codec).map(KnownCodec::clock).orElse(8000);
    out.put("clock", codec.clock().orElse(usual));
    Map<String, Integer> types = setup.phone().sheet().payloadTypes().value().orElse(Map.of());
    Integer type = types.get(codec.toString());
    if (type != null) {
      out.put("pt", type);
    }
    return out;
  }

  /** JSON is YAML; positions name the phone. */
  private Map<String, Node> nodes(Map<String, Object> values) {
    Problems problems = new Problems();
    String place = "phone " + setup.phone().id();
    Mapping map =
        Yaml.parse(place, Json.of(values), problems)
            .map(Mapping.class::cast)
            .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
    Map<String, Node> out = new LinkedHashMap<>();
    map.entries().forEach(e -> out.put(e.key(), e.value()));
    return out;
  }
}
