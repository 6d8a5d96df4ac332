package io.parley.scenario.offer;

import io.parley.model.CandidateSpec;
import io.parley.model.CodecSpec;
import io.parley.model.CodecsCheck;
import io.parley.model.CryptoCheck;
import io.parley.model.CryptoSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpExpectation;
import io.parley.model.SdpMutation;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamMutation;
import io.parley.yaml.Reader;
import io.parley.yaml.Readers;
import io.parley.yaml.Union;
import io.parley.yaml.Variants;

/**
 * The readers of what an SDP shall be, offered or awaited: every type written in more than one
 * form.
 */
public final class OfferLanguage {
  private OfferLanguage() {}

  /**
   * The readers.
   *
   * @param bases the base offers that a file may use
   */
  public static Readers readers(Bases bases) {
    return Readers.NONE
        .with(OfferSpec.class, new OfferReader(bases))
        .with(BaseName.class, OfferReader.base(bases))
        .with(AddressWord.class, OfferReader.addressWord())
        .with(AddressAsk.class, OfferReader.addressAsk())
        .with(CodecSpec.class, CodecReader.CODEC)
        .with(CodecsCheck.class, codecsCheck())
        .with(SrtpSpec.class, SecurityReader.srtp())
        .with(CryptoSpec.class, SecurityReader.CRYPTO)
        .with(IceSpec.class, IceKeys.reader())
        .with(CandidateSpec.class, IceKeys.candidate())
        .with(CryptoCheck.class, StreamCheckKeys.cryptoReader())
        .with(SdpExpectation.class, OfferReader.check())
        .with(SdpMutation.class, sdpMutation());
  }

  private static Reader<CodecsCheck> codecsCheck() {
    return Union.<CodecsCheck>of("a list of codecs, or a map with include, exclude or first")
        .list("exactly these, in this order", CodecSpec.class, CodecsCheck.Exactly::new)
        .keys(HavingKeys.class, k -> new CodecsCheck.Having(k.include(), k.exclude(), k.first()));
  }

  private static Reader<SdpMutation> sdpMutation() {
    return Variants.<SdpMutation>of("change to an SDP")
        .by("drop", SdpMutation.Drop.class, "line")
        .by("repeat", SdpMutation.Repeat.class, "line")
        .by("replace", SdpMutation.Replace.class, "line")
        .by("change", SdpMutation.Change.class, "line")
        .by("move", SdpMutation.Move.class, "line")
        .by("append", SdpMutation.Append.class, "text")
        .by("insert", SdpMutation.Insert.class, "text")
        .by("line-end", SdpMutation.LineEnd.class, "text")
        .by("line-bytes", SdpMutation.LineBytes.class, "line")
        .by("drop-stream", StreamMutation.Drop.class, "stream")
        .by("repeat-stream", StreamMutation.Repeat.class, "stream")
        .by("move-stream", StreamMutation.Move.class, "stream")
        .by("truncate", SdpMutation.Truncate.class, "bytes");
  }
}
