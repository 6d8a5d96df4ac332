package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.sdp.Codec;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import io.parley.sdp.StaticPayloadType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with the codecs of an offer. */
final class CodecChecks {
  private CodecChecks() {}

  static Optional<Fault> duplicate(Profile profile, Judged judged) {
    return judged.offer().flatMap(Sdp::audio).flatMap(CodecChecks::duplicateIn);
  }

  private static Optional<Fault> duplicateIn(Media audio) {
    Set<String> seen = new HashSet<>();
    for (SdpLine line : audio.attributeLines("rtpmap")) {
      String type = line.attribute("rtpmap").orElse("").split("\\s+")[0];
      if (!seen.add(type)) {
        return Optional.of(
            Fault.at(
                line.number(),
                "expected one meaning for each payload type, found two for " + type));
      }
    }
    Set<String> formats = new HashSet<>();
    return audio.formats().stream()
        .filter(f -> !formats.add(f))
        .findFirst()
        .map(
            f ->
                Fault.at(
                    audio.line().number(),
                    "expected each payload type once, found " + f + " twice"));
  }

  static Optional<Fault> remapped(Profile profile, Judged judged) {
    return judged.offer().flatMap(Sdp::audio).map(Media::codecs).orElse(List.of()).stream()
        .flatMap(c -> remapped(c).stream())
        .findFirst();
  }

  private static Optional<Fault> remapped(Codec codec) {
    return StaticPayloadType.of(codec.payloadType())
        .filter(s -> !s.name().equalsIgnoreCase(codec.name()))
        .map(
            s ->
                Fault.at(
                    codec.line(),
                    "expected payload type %d to be %s, found %s"
                        .formatted(codec.payloadType(), s.name(), codec)));
  }

  static Optional<Fault> noneInCommon(Profile profile, Judged judged) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    List<Codec> offered = audio.map(Media::codecs).orElse(List.of());
    boolean common = offered.stream().anyMatch(c -> usable(profile, c));
    if (audio.isEmpty() || common) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.at(
            audio.get().line().number(),
            "expected one of " + names(profile.media().codecs()) + ", found " + names(offered)));
  }

  private static boolean usable(Profile profile, Codec codec) {
    return codec.isSpeech() && profile.media().codecs().stream().anyMatch(codec::fits);
  }

  private static String names(List<?> codecs) {
    return codecs.isEmpty()
        ? "no codec"
        : codecs.stream().map(CodecChecks::name).distinct().collect(Collectors.joining(", "));
  }

  private static String name(Object codec) {
    return codec instanceof CodecSpec spec ? spec.name() : codec.toString();
  }
}
