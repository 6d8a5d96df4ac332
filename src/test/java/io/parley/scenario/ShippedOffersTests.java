package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** What the shipped scenarios offer can be written, and is faulty only where that is the point. */
public class ShippedOffersTests {
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.10", 30000);

  private final List<Scenario> scenarios =
      Catalogue.load(List.of(Path.of("scenarios")), Contexts.full()).scenarios();

  @Test
  public void everyOfferCanBeWritten() {
    for (Scenario scenario : scenarios) {
      specs(scenario)
          .forEach(
              s -> assertThatCode(() -> built(s)).as(scenario.id()).doesNotThrowAnyException());
    }
  }

  @Test
  public void everyControlOfferIsFaultless() {
    assertThat(scenarios)
        .filteredOn(s -> s.controlOffer().isPresent())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(built(s.controlOffer().get().offer()).faults()).isEmpty());
  }

  @Test
  public void aFaultyOfferComesFromAMutationOrRawText() {
    for (Scenario scenario : scenarios) {
      specs(scenario)
          .filter(s -> s.mutate().isEmpty() && s.raw().isEmpty() && !s.isNone())
          .filter(s -> !built(s).faults().isEmpty())
          .forEach(s -> assertThat(repeatsAPayloadType(s)).as(scenario.id()).isTrue());
    }
  }

  private static boolean repeatsAPayloadType(OfferSpec spec) {
    return spec.codecs().orElse(List.of()).stream().anyMatch(c -> c.payloadType().isPresent());
  }

  private static Stream<OfferSpec> specs(Scenario scenario) {
    Stream<OfferSpec> actors = scenario.actors().values().stream().flatMap(a -> a.offer().stream());
    return Stream.concat(actors, scenario.steps().stream().flatMap(s -> offer(s).stream()));
  }

  private static Optional<OfferSpec> offer(Step step) {
    if (step instanceof SendStep.Request request) {
      return request.offer();
    }
    return step instanceof SendStep.Response response ? response.offer() : Optional.empty();
  }

  private static Sdp built(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SdpSession.fresh()));
  }
}
