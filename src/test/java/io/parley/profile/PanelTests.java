package io.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Judged together, profiles say what each says alone. */
public class PanelTests {
  private final List<String> names = Profiles.shipped().names();
  private final List<Profile> profiles =
      names.stream().map(n -> Profiles.shipped().get(n).orElseThrow()).toList();

  @DataProvider
  public Object[][] requests() {
    return Arrays.stream(Objections.all())
        .filter(row -> row[0].equals(Profiles.MAIN.get(0)))
        .map(row -> new Object[] {row[1], row[2]})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "requests")
  public void togetherAsAlone(String rule, String request) {
    for (boolean initial : List.of(true, false)) {
      Judged judged = new Judged(SipMessage.of(request), NumberPlan.OPEN, true, initial);
      Map<String, List<Ruling.Refuse>> together = new Panel(profiles).of(judged);
      assertThat(together.keySet()).containsExactlyElementsOf(names);
      profiles.forEach(
          p -> assertThat(said(together.get(p.id()))).isEqualTo(said(p.objections(judged))));
    }
  }

  /** Without the headers, which have an identifier of their own. */
  private static List<String> said(List<Ruling.Refuse> refusals) {
    return refusals.stream()
        .map(r -> r.rule() + " " + r.explanation() + " " + r.sdpLine() + " " + r.code())
        .toList();
  }
}
