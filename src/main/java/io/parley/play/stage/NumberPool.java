package io.parley.play.stage;

import io.parley.target.Correlation;
import io.parley.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Called numbers that cases lease so that the call which leaves the SBC is found again. A value
 * given back goes to the end of the queue and so rests the longest. Without a correlation there is
 * one lease only where we play the far end: one two-leg case at a time.
 */
public final class NumberPool {
  private final BlockingQueue<Lease> free;
  private final Semaphore left;
  private final int size;
  private final boolean told;
  private final boolean byCalled;
  private final BlockingQueue<OwnServer> servers;
  private final boolean redundant;

  /**
   * One case's numbers.
   *
   * @param key what the outgoing call is recognised by; empty = the only call there is
   * @param called number to dial
   * @param calling number to call from
   * @param verifiesCalling whether the callee must see that calling number
   * @param server the server that the number leads to and that is the case's own; empty = it leads
   *     where all do
   */
  public record Lease(
      String key,
      String called,
      String calling,
      boolean verifiesCalling,
      Optional<OwnServer> server) {

    /** A number that leads to the server that all share. */
    public Lease(String key, String called, String calling, boolean verifiesCalling) {
      this(key, called, calling, verifiesCalling, Optional.empty());
    }

    /** The same number where nobody cares who asks for its server. */
    public Lease unasked() {
      return new Lease(key, called, calling, verifiesCalling);
    }

    /** A text with what is only known once the case has its lease. */
    public String fill(String text) {
      return text.replace("${numbers.callee}", called).replace("${numbers.caller}", calling);
    }
  }

  /**
   * The numbers of a target.
   *
   * @param firsts servers that one case at a time has
   */
  public NumberPool(Target target, List<OwnServer> firsts) {
    servers = new LinkedBlockingQueue<>(firsts);
    redundant = !firsts.isEmpty();
    String caller = target.numbers().getOrDefault("caller", "anonymous");
    String callee = target.numbers().getOrDefault("callee", "");
    Optional<Correlation> correlation = target.correlation();
    told = correlation.isPresent();
    byCalled = correlation.map(c -> c.by().equals("called-number")).orElse(false);
    List<Lease> leases =
        correlation
            .map(c -> correlated(c, callee, caller))
            .orElseGet(() -> uncorrelated(target, callee, caller));
    size = leases.size();
    free = new ArrayBlockingQueue<>(size, false, leases);
    left = new Semaphore(size, true);
  }

  /** Where nobody of ours is called, there is no call to find again. */
  private static List<Lease> uncorrelated(Target target, String callee, String caller) {
    int many = target.farEnd() == Target.FarEnd.PARLEY ? 1 : target.limits().calls();
    return Collections.nCopies(many, new Lease("", callee, caller, false));
  }

  private static List<Lease> correlated(Correlation correlation, String callee, String caller) {
    List<String> pool = correlation.pool();
    List<String> callers = correlation.callers();
    List<Lease> out = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      boolean own = i < callers.size();
      String called = callee(pool.get(i), correlation, callee);
      out.add(new Lease(pool.get(i), called, own ? callers.get(i) : caller, own));
    }
    return out;
  }

  /**
   * Why a case that needs so many cannot be played; empty = it can. Without a correlation one
   * serves all.
   *
   * @param server whether it needs a server of its own
   */
  public Optional<String> objection(int needed, boolean server) {
    if (server && !redundant) {
      return Optional.of("needs a trunk of two servers, and we are the only server of the far end");
    }
    return told && needed > size
        ? Optional.of(
            "needs "
                + needed
                + " numbers on one side at once, and the correlation of the target has a pool of "
                + size)
        : Optional.empty();
  }

  private static String callee(String value, Correlation correlation, String fallback) {
    return correlation.by().equals("called-number") ? value : fallback;
  }

  /**
   * Takes leases, all or none, waiting until there are as many; in the order of asking, so that
   * nobody waits for ever.
   *
   * @param wanted how many numbers on one side the case has at once
   * @param server whether it needs a server of its own, which is the last lease
   */
  public List<Lease> take(int wanted, boolean server) throws InterruptedException {
    int many = told ? wanted : 1;
    left.acquire(many);
    List<Lease> out = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      out.add(free.take());
    }
    if (server) {
      out.add(at(servers.take(), out.get(0)));
    }
    return List.copyOf(out);
  }

  private Lease at(OwnServer server, Lease usual) {
    String key = byCalled ? server.number() : usual.key();
    return new Lease(key, server.number(), usual.calling(), false, Optional.of(server));
  }

  /** Gives leases back, once all legs are closed. */
  public void giveBack(List<Lease> leases) {
    for (Lease lease : leases) {
      lease.server().ifPresentOrElse(servers::add, () -> free.add(lease));
    }
    left.release((int) leases.stream().filter(l -> l.server().isEmpty()).count());
  }
}
