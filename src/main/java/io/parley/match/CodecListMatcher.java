package io.parley.match;

import io.parley.model.CodecSpec;
import io.parley.model.CodecsCheck;
import io.parley.sdp.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of a codec list, part by part. */
final class CodecListMatcher {

  /**
   * One part of the check.
   *
   * @param expectation what is asked
   * @param met whether the list is so
   */
  record Part(String expectation, boolean met) {}

  private CodecListMatcher() {}

  static List<Part> check(CodecsCheck check, List<Codec> codecs) {
    if (check instanceof CodecsCheck.Exactly exactly) {
      boolean met =
          exactly.codecs().size() == codecs.size() && startsWith(codecs, exactly.codecs());
      return List.of(new Part("codecs exactly " + specs(exactly.codecs()), met));
    }
    CodecsCheck.Having having = (CodecsCheck.Having) check;
    List<Part> out = new ArrayList<>();
    having.include().forEach(s -> out.add(new Part("codec " + s, has(codecs, s))));
    having.exclude().forEach(s -> out.add(new Part("no codec " + s, !has(codecs, s))));
    if (!having.first().isEmpty()) {
      out.add(
          new Part("codecs first " + specs(having.first()), startsWith(codecs, having.first())));
    }
    return out;
  }

  static String names(List<Codec> codecs) {
    return codecs.stream().map(Codec::toString).collect(Collectors.joining(", "));
  }

  private static String specs(List<CodecSpec> specs) {
    return specs.stream().map(CodecSpec::toString).collect(Collectors.joining(", "));
  }

  private static boolean has(List<Codec> codecs, CodecSpec spec) {
    return codecs.stream().anyMatch(c -> c.fits(spec));
  }

  private static boolean startsWith(List<Codec> codecs, List<CodecSpec> specs) {
    if (codecs.size() < specs.size()) {
      return false;
    }
    for (int i = 0; i < specs.size(); i++) {
      if (!codecs.get(i).fits(specs.get(i))) {
        return false;
      }
    }
    return true;
  }
}
