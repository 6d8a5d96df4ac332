package io.parley.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.OfferSpec;
import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.phone.SrtpMode;
import io.parley.profile.Profiles;
import io.parley.report.Secrets;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The steps for each phone that is shipped. */
public class StepsTests {
  private static final MediaPlace PLACE = new MediaPlace("127.0.0.1", 30000);

  @DataProvider
  public Object[][] phones() {
    List<Object[]> out = new ArrayList<>();
    for (String name : Phones.standard().names()) {
      for (SrtpMode mode : SrtpMode.values()) {
        out.add(new Object[] {name, mode});
      }
    }
    return out.toArray(Object[][]::new);
  }

  private static TrialSettings settings(String name, SrtpMode mode) {
    Phone phone = Phones.standard().find(name, new Problems()).orElseThrow();
    return new TrialSettings(
        phone,
        mode,
        Profiles.shipped().get("sipconnect").orElseThrow(),
        Set.of(Transport.UDP),
        TrialTimes.USUAL,
        new Secrets(false, false));
  }

  @Test(dataProvider = "phones")
  public void eachStepHasANumberAndARequirementOfItsOwn(String name, SrtpMode mode) {
    TrialSettings settings = settings(name, mode);
    List<Step> steps = Steps.of(settings);
    assertThat(steps).extracting(Step::number).doesNotHaveDuplicates();
    assertThat(steps).extracting(Step::todo).allMatch(t -> t.startsWith("Dial "));
    assertThat(new Progress(settings).results())
        .extracting(r -> r.requirement().id())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9-]+"));
  }

  /** What we offer is what such a phone can answer, and what it offers one of our answers. */
  @Test(dataProvider = "phones")
  public void whatWeOfferAndTakeFitsThePhone(String name, SrtpMode mode) {
    TrialSettings settings = settings(name, mode);
    Offers offers = new Offers(settings.phone().sheet(), mode);
    Sdp offer = offer(offers.offered(offers.codecs()));
    assertThat(offer.isMalformed()).as("%s", offer.faults()).isFalse();
    for (Step step : Steps.of(settings)) {
      step.treatment()
          .back()
          .filter(b -> !b.offer().isNone())
          .ifPresent(b -> assertThat(offer(b.offer()).isMalformed()).as(step.id()).isFalse());
      if (step.id().startsWith("codec-out")) {
        Answer answer =
            AnswerBuilder.answer(offer, step.treatment().media(), PLACE, SdpSession.fresh());
        assertThat(answer).as(step.id()).isInstanceOf(Answer.Made.class);
      }
    }
  }

  private static Sdp offer(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SdpSession.fresh()));
  }
}
