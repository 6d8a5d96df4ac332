package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.model.Manners;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Union;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether and when an actor acknowledges by itself, as written: {@code none}, {@code { after: 3s
 * }}.
 *
 * @param after how long after the final response; empty = never
 */
public record AckKeys(Optional<Duration> after) {
  private static final String EXPECTED = "none, or a map with after";

  /** The long form. */
  @Doc("The ACK is late.")
  record Late(@Doc("How long after the final response it is sent.") Duration after) {}

  static Reader<AckKeys> reader() {
    return Union.<AckKeys>of(EXPECTED)
        .text(
            new Form.Text("no ACK by itself", "^none$", List.of("none")),
            (scalar, binder) -> {
              if (scalar.text().equals("none")) {
                return Optional.of(new AckKeys(Optional.empty()));
              }
              binder.expected(scalar, EXPECTED);
              return Optional.empty();
            })
        .keys(Late.class, late -> new AckKeys(Optional.of(late.after())));
  }

  /** What an actor with these keys does by itself. */
  public static Manners manners(
      Optional<AckKeys> ack, Optional<Trying> trying, Optional<Trying> prack) {
    return new Manners(
        ack.map(AckKeys::after).orElse(Manners.USUAL.ack()),
        trying.map(t -> t == Trying.AUTO).orElse(true),
        prack.map(t -> t == Trying.AUTO).orElse(true));
  }

  /** Whether an actor does by itself what a user agent does. */
  enum Trying {
    AUTO,
    NONE
  }
}
