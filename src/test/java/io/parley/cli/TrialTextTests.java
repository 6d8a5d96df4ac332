package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.trial.Sighting;
import io.parley.trial.TrialEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** What {@code parley serve --certify} prints to who dials. */
public class TrialTextTests {
  private static final char ESCAPE = '\u001b';

  private final TrialText text = new TrialText(new Palette(false));

  private static Sighting sighting(Sighting.Standing standing, String found) {
    return new Sighting(
        "codecs",
        standing,
        "PCMU",
        found,
        "documented (a manual)",
        Optional.of("m=audio 1 " + found));
  }

  @Test
  public void whatIsWrongIsSaidWithItsLineAndSource() {
    TrialEvent told = new TrialEvent.Told("call", sighting(Sighting.Standing.BROKEN, "PCMA"));
    assertThat(text.lines(told))
        .containsExactly(
            "          WRONG codecs  m=audio 1 PCMA",
            "                          expected PCMU, found PCMA [documented (a manual)]");
  }

  @Test
  public void whatNobodyVouchesForIsOdd() {
    TrialEvent told = new TrialEvent.Told("call", sighting(Sighting.Standing.DOUBTFUL, "PCMA"));
    assertThat(text.lines(told).get(0)).startsWith("          odd   codecs");
  }

  @Test
  public void theTesterIsToldWhatToDoNowAndNext() {
    assertThat(text.lines(new TrialEvent.Todo("hold", "Take it back")))
        .containsExactly("          now   Take it back");
    assertThat(text.lines(new TrialEvent.Next("Dial 1002: it is busy", List.of("1002", "1003"))))
        .containsExactly("next        Dial 1002: it is busy", "left        1002 1003");
    assertThat(text.lines(new TrialEvent.Next("", List.of()))).containsExactly("All is shown.");
  }

  /** A phone may write what it likes into its headers. */
  @Test
  public void nothingThatAPhoneSendsSteersTheTerminal() {
    String hostile = ESCAPE + "[2Jgone\n";
    List<TrialEvent> events =
        List.of(
            new TrialEvent.Told("call", sighting(Sighting.Standing.HOLDS, hostile)),
            new TrialEvent.Told("call", sighting(Sighting.Standing.BROKEN, hostile)),
            new TrialEvent.Seen(Instant.EPOCH, "", "a call to '" + hostile + "'"));
    for (TrialEvent event : events) {
      assertThat(String.join("", text.lines(event))).doesNotContain("" + ESCAPE, "\n");
    }
  }
}
