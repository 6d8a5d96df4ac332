package io.parley.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Advice;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class DiagnosisTests {
  private static final SourcePosition HERE = new SourcePosition("a.yaml", 1, 1);
  private final Diagnosis diagnosis = Diagnosis.shipped();

  @Test
  public void everySortOfFindingIsKnown() {
    for (FindingKind kind : FindingKind.values()) {
      assertThat(of(kind, Circumstances.UNKNOWN).cause()).as(kind.name()).isPresent();
      assertThat(of(kind, Circumstances.UNKNOWN).owner()).as(kind.name()).isPresent();
    }
  }

  @DataProvider
  public Object[][] circumstances() {
    return new Object[][] {
      {200, 531000, List.of("srtp"), "SRTP", "security"},
      {200, 531027, List.of("ice"), "ICE", "SBC admin"},
      {200, 531052, List.of("addressing"), "0.0.0.0", "SBC admin"},
      {200, 0, List.of("offer-model"), "without SDP", "SBC admin"},
      {403, 510532, List.of(), "Contact", "Teams admin"},
      {404, 0, List.of("number-format"), "not assigned", "carrier"},
      {488, 0, List.of("srtp"), "SRTP", "security"},
      {503, 0, List.of("call-control"), "channel", "carrier"},
      {599, 0, List.of(), "failed", "SBC vendor"},
      {606, 0, List.of(), "otherwise", "SBC admin"},
    };
  }

  @Test(dataProvider = "circumstances")
  public void theStatusTheCodeAndTheTagsDecide(
      int status, int code, List<String> tags, String cause, String owner) {
    OptionalInt number = code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    Finding found = of(FindingKind.STATUS, new Circumstances(number, OptionalInt.of(status), tags));
    assertThat(found.cause().orElse("")).contains(cause);
    assertThat(found.owner().orElse("")).contains(owner);
    assertThat(found.nextStep()).isPresent();
  }

  @Test
  public void aCallThatDoesNotComeOutIsNotRoutedAndOneThatStopsIsTheScenariosMatter() {
    Advice transfer = new Advice(List.of(), "Transfer", "It failed", "Look", "SBC vendor");
    for (boolean unreached : List.of(true, false)) {
      Circumstances known =
          new Circumstances(
              OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(transfer), unreached);
      assertThat(of(FindingKind.NOT_RECEIVED, known).diagnosis())
          .contains(unreached ? "Not routed through" : "Transfer");
    }
  }

  @Test
  public void noEntryIsOutOfReach() {
    List<Entry> entries = diagnosis.entries();
    for (Entry e : entries) {
      int status = e.status().map(s -> Integer.parseInt(s.replace("xx", "99"))).orElse(0);
      OptionalInt came = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
      List<String> tags = e.tags().isEmpty() ? List.of() : e.tags().subList(0, 1);
      Finding finding = Finding.of(e.kind(), HERE, "x", "y");
      assertThat(
              diagnosis.entry(
                  finding, new Circumstances(e.code(), came, tags, List.of(), e.unreached())))
          .as(e.at().toString())
          .contains(e);
    }
  }

  @Test
  public void everyDiagnosisHasAShortNameThatReportsCanSortBy() {
    assertThat(of(FindingKind.ANSWER, Circumstances.UNKNOWN).diagnosis())
        .contains("Answer against RFC 3264");
    Stream.concat(
            diagnosis.entries().stream().map(Entry::name),
            RuleAdvice.all().stream().map(RuleAdvice::name))
        .forEach(n -> assertThat(n).hasSizeBetween(3, 32).matches("[A-Z][A-Za-z0-9 -]+"));
  }

  private Finding of(FindingKind kind, Circumstances circumstances) {
    return diagnosis.of(Finding.of(kind, HERE, "expected", "actual"), circumstances);
  }
}
