package io.parley.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Direction;
import io.parley.model.Problem;
import io.parley.model.SdpMutation;
import io.parley.model.SourcePosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.Test;

public class BinderTests {
  record Limits(OptionalInt calls, Optional<Duration> ring, @OneOrMany List<String> dial) {}

  record Phone(
      SourcePosition at,
      String model,
      boolean rtcpMux,
      Optional<Direction> direction,
      Limits limits,
      Map<String, Integer> lines,
      @Key("for") Optional<Located<String>> use,
      List<SdpMutation> mutate) {
    Phone {
      if (model.isBlank()) {
        throw new IllegalArgumentException("expected a model that is not blank");
      }
    }
  }

  private static final Readers READERS =
      Readers.NONE.with(
          SdpMutation.class,
          Variants.<SdpMutation>of("mutation")
              .by("drop", SdpMutation.Drop.class, "line")
              .by("replace", SdpMutation.Replace.class, "line")
              .by("insert", SdpMutation.Insert.class, "text"));

  private Optional<Phone> bind(String text) {
    Problems fresh = new Problems();
    Optional<Phone> phone =
        Yaml.parse("p.yaml", text, fresh)
            .flatMap(node -> new Binder(fresh, READERS).bind(node, Phone.class));
    last = fresh.list().stream().map(Problem::toString).toList();
    return phone;
  }

  private List<String> last = List.of();

  @Test
  public void keysFillComponents() {
    Phone phone =
        bind("""
                model: 0442
                rtcp-mux: true
                direction: sendonly
                limits: { calls: 4, ring: 500ms, dial: '+1555*' }
                lines: { b: 2, a: 1 }
                for: on
                mutate: [ { drop: c= }, { replace: v=, with: v=1 }, { insert: y=1, before: t= } ]
                """)
            .orElseThrow();
    assertThat(phone)
        .isEqualTo(
            new Phone(
                new SourcePosition("p.yaml", 1, 1),
                "0442",
                true,
                Optional.of(Direction.SENDONLY),
                new Limits(
                    OptionalInt.of(4), Optional.of(Duration.ofMillis(500)), List.of("+1555*")),
                Map.of("a", 1, "b", 2),
                Optional.of(new Located<>(new SourcePosition("p.yaml", 6, 6), "on")),
                List.of(
                    new SdpMutation.Drop("c="),
                    new SdpMutation.Replace("v=", "v=1"),
                    new SdpMutation.Insert("t=", "y=1"))));
    assertThat(phone.lines().keySet()).containsExactly("b", "a");
  }

  @Test
  public void allProblemsAreFoundAtOnceEachAtItsPlace() {
    assertThat(
            bind(
                """
                modell: x
                rtcp-mux: yes
                direction: sendOnly
                limits: { calls: "4", ring: 2, dial: [] }
                lines: { a: 05 }
                mutate: [ { dorp: c= }, { replace: v= }, { drop: a, insert: b }, 4, { drop: a, line: b } ]
                """))
        .isEmpty();
    assertThat(last)
        .containsExactly(
            "p.yaml:1:1: unknown key 'modell'. Did you mean 'model'? Keys: model, rtcp-mux,"
                + " direction, limits, lines, for, mutate",
            "p.yaml:1:1: missing key 'model'",
            "p.yaml:2:11: rtcp-mux: expected true or false, found 'yes'",
            "p.yaml:3:12: direction: expected one of sendrecv, sendonly, recvonly, inactive, found"
                + " 'sendOnly'. Did you mean 'sendonly'?",
            "p.yaml:4:18: calls: expected a whole number, found \"4\". Remove the quotes.",
            "p.yaml:4:29: ring: expected a time such as 2s, 500ms or 1m, found '2'",
            "p.yaml:5:13: a: expected a whole number, found '05'",
            "p.yaml:6:13: mutate: unknown mutation 'dorp'. Did you mean 'drop'? Known: drop,"
                + " replace, insert",
            "p.yaml:6:25: mutate: missing key 'with'. What is written instead.",
            "p.yaml:6:42: mutate: expected one mutation, found drop and insert in one map",
            "p.yaml:6:66: mutate: expected a map with one of drop, replace, insert, found '4'",
            "p.yaml:6:80: mutate: unknown key 'line'. Keys: drop, in, nth");
  }

  @Test
  public void whatTheRecordRefusesIsAProblem() {
    assertThat(bind("model: ' '\nlimits: {}\n")).isEmpty();
    assertThat(last).containsExactly("p.yaml:1:1: expected a model that is not blank");
  }

  @Test
  public void aWordFarFromAllKnownGetsTheListOnly() {
    assertThat(bind("model: x\nlimits: {}\nxylophone: 1\n")).isEmpty();
    assertThat(last.get(0)).contains("unknown key 'xylophone'. Keys: model,");
  }

  @Test
  public void aMapIsExpectedForARecord() {
    assertThat(bind("model: x\nlimits: [1]\n")).isEmpty();
    assertThat(last)
        .containsExactly("p.yaml:2:9: limits: expected a map with calls, ring, dial, found a list");
  }

  @Test
  public void nothingIsNotText() {
    assertThat(bind("model: ~\nlimits: {}\n")).isEmpty();
    assertThat(last).containsExactly("p.yaml:1:8: model: expected text, found nothing");
  }
}
