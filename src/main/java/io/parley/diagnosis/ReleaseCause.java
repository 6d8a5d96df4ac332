package io.parley.diagnosis;

import io.parley.model.Evidence;
import io.parley.model.SourcePosition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a release cause means: the number in {@code Reason: Q.850;cause=65} (RFC 3326, RFC 6432).
 *
 * @param at where it is written
 * @param number the cause value
 * @param by whose number it is
 * @param name what it is called
 * @param about what it speaks of
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 * @param becomes the SIP statuses that a gateway makes of it
 * @param madeOf the SIP statuses that a gateway makes it of
 * @param evidence how well its name is known
 * @param source the public document
 */
public record ReleaseCause(
    SourcePosition at,
    int number,
    By by,
    String name,
    About about,
    String cause,
    String next,
    String owner,
    List<Mapped> becomes,
    List<Mapped> madeOf,
    Evidence evidence,
    String source) {
  private static final String TABLE = "diagnosis/release-causes.yaml";

  /** The largest cause value that Q.850 has room for: seven bits. */
  public static final int LARGEST = 127;

  /** The number that stands for a whole class, where one of it is not known. */
  private static final List<Integer> OF_A_CLASS = List.of(31, 31, 47, 63, 79, 95, 111, 127);

  /** Whose numbers there are. */
  public enum By {
    /** ITU-T Q.850. */
    Q850,
    /** FreeSWITCH, which sends numbers of its own above 127 as if they were Q.850. */
    FREESWITCH
  }

  /** What causes and statuses speak of. */
  public enum About {
    NUMBER("the number called"),
    BUSY("a callee who is busy"),
    NO_ANSWER("a callee who does not answer"),
    REFUSED("a callee or a network that does not want the call"),
    CAPACITY("a network or a trunk that cannot carry the call"),
    SERVICE("media or a service that is not to be had"),
    PROTOCOL("messages that were not understood"),
    CLEARING("a call that somebody ended"),
    UNSPECIFIED("nothing in particular");

    private final String words;

    About(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /**
   * A status on the other side of a gateway.
   *
   * @param at where it is written
   * @param status the SIP status
   * @param source who maps so
   */
  public record Mapped(SourcePosition at, int status, String source) {}

  /** All of them, in the order of the table; read once. */
  public static List<ReleaseCause> all() {
    return Shipped.TABLE_READ;
  }

  /** The cause of that number. */
  public static Optional<ReleaseCause> of(int number) {
    return all().stream().filter(c -> c.number == number).findFirst();
  }

  /** The cause that stands for the class of a number, 1 to 127, that is not known itself. */
  public static ReleaseCause ofClass(int number) {
    return of(OF_A_CLASS.get(number / 16)).orElseThrow();
  }

  /** What a SIP status speaks of, by the causes it is mapped to and from; empty = not known. */
  public static Set<About> about(int status) {
    return all().stream()
        .filter(c -> c.mapping(status).isPresent())
        .map(ReleaseCause::about)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(About.class)));
  }

  /** Who maps it to or from that status. */
  public Optional<Mapped> mapping(int status) {
    return Stream.concat(becomes.stream(), madeOf.stream())
        .filter(m -> m.status() == status)
        .findFirst();
  }

  private static final class Shipped {
    static final List<ReleaseCause> TABLE_READ = ShippedTable.read(TABLE, ReleaseCause.class);
  }
}
