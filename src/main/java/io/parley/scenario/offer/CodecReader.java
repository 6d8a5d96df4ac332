package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.SourcePosition;
import io.parley.sdp.KnownCodec;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;

/** Reads codecs. */
final class CodecReader {

  /** {@code PCMU}, {@code SILK/16000}, or a map. */
  static final Reader<CodecSpec> CODEC =
      Union.<CodecSpec>of("a codec such as PCMU or SILK/16000, or a map with name, clock, pt, fmtp")
          .text(
              new Form.Text(
                  "name, or name/clock, or name/clock/channels",
                  "^[^\\s/]+(/[0-9]+){0,2}$",
                  KnownCodec.names()),
              CodecReader::named)
          .map(
              List.of(new Form.Keys(CodecKeys.class)),
              (map, binder) ->
                  binder
                      .bind(map, CodecKeys.class)
                      .flatMap(k -> known(k.name().at(), k.toSpec(), binder)));

  private CodecReader() {}

  private static Optional<CodecSpec> named(Scalar scalar, Binder binder) {
    try {
      return known(scalar.at(), CodecSpec.parse(scalar.text()), binder);
    } catch (IllegalArgumentException e) {
      binder.refuse(scalar.at(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A codec we do not know needs its clock; without one it is most likely misspelt. */
  private static Optional<CodecSpec> known(SourcePosition at, CodecSpec codec, Binder binder) {
    if (codec.clock().isPresent() || KnownCodec.isKnown(codec.name())) {
      return Optional.of(codec);
    }
    List<String> names = KnownCodec.names();
    String hint =
        KnownCodec.otherName(codec.name())
                .or(
                    () ->
                        Suggestion.nearest(codec.name(), names)
                            .map(n -> "Did you mean '" + n + "'?"))
                .map(meant -> meant + " ")
                .orElse("")
            + "A codec of another name needs its clock: "
            + codec.name()
            + "/8000. Known: "
            + String.join(", ", names);
    binder.refuse(at, "unknown codec '" + codec.name() + "'", hint);
    return Optional.empty();
  }
}
