package io.parley.scenario.surface;

import io.parley.model.BodySpec;
import io.parley.model.Doc;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;

/** A body as written: a type and a text, or the parts of a multipart body. */
@Doc("A body that is not SDP, or not SDP alone.")
record BodyKeys(
    @Doc("Value of Content-Type; for parts multipart/mixed by default, without the boundary.")
        Optional<String> contentType,
    @Doc("The body.") Optional<String> text,
    @Doc("The parts of a multipart body: sdp = the offer or answer of this step, or a map.")
        List<BodySpec.Part> parts) {

  /** One part as written. */
  @Doc("One part of a multipart body.")
  record PartKeys(
      @Doc("Value of its Content-Type; without it and without a text it is the offer or answer.")
          Optional<String> contentType,
      @Doc("Value of its Content-Disposition, for example signal;handling=optional.")
          Optional<String> disposition,
      @Doc("Its content.") Optional<String> text) {

    /** Holds that a type has a content. */
    PartKeys {
      if (contentType.isPresent() != text.isPresent()) {
        throw new IllegalArgumentException(
            "parts: expected 'content-type' and 'text', or neither for the offer or answer");
      }
    }

    BodySpec.Part toPart() {
      return contentType
          .map(c -> new BodySpec.Part(c, disposition, text))
          .orElseGet(() -> BodySpec.Part.sdp(disposition));
    }
  }

  /** Holds that it is one or the other. */
  BodyKeys {
    if (parts.isEmpty() && (contentType.isEmpty() || text.isEmpty())) {
      throw new IllegalArgumentException("body: expected content-type and text, or parts");
    }
    if (!parts.isEmpty() && text.isPresent()) {
      throw new IllegalArgumentException("body: expected either text or parts, found both");
    }
  }

  BodySpec toSpec() {
    return new BodySpec(contentType.orElse("multipart/mixed"), text.orElse(""), parts);
  }

  /** A map. */
  static Reader<BodySpec> reader() {
    return Union.<BodySpec>of("a map with content-type and text, or with parts")
        .keys(BodyKeys.class, BodyKeys::toSpec);
  }

  /** {@code sdp}, or a map. */
  static Reader<BodySpec.Part> part() {
    return Union.<BodySpec.Part>of("sdp, or a map with content-type and text")
        .text(
            new Form.Text("the offer or answer of this step", "^sdp$", List.of("sdp")),
            (scalar, binder) -> {
              if (scalar.text().equals("sdp")) {
                return Optional.of(BodySpec.Part.sdp(Optional.empty()));
              }
              binder.expected(scalar, "sdp, or a map with content-type and text");
              return Optional.empty();
            })
        .keys(PartKeys.class, PartKeys::toPart);
  }
}
