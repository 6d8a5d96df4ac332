package io.parley.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places that nobody else listens at, for programs that must be told their port before they start.
 * A port that was free when we looked may be taken when the program binds it. All of 127.0.0.0/8 is
 * this machine, though, so each test process has an address of its own, made of its process id; its
 * ports are counted up, below those that the system hands out.
 */
public final class OwnPlace {
  private static final int FIRST_PORT = 5100;

  /** A program may take the ports above its own: TLS is the next one (RFC 3261 §19.1.2). */
  private static final int STEP = 10;

  /** Two ranges of 2^22 addresses, one for each process id there can be. */
  private static final int ONE = 64;

  private static final int OTHER = 128;
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private OwnPlace() {}

  /** The next one; the nine ports above it are free as well. */
  public static InetSocketAddress next() {
    return new InetSocketAddress(address(ONE), FIRST_PORT + STEP * TAKEN.getAndIncrement());
  }

  /** One at another address, for a party that must be told from the first by its address. */
  public static InetSocketAddress apart() {
    return new InetSocketAddress(address(OTHER), FIRST_PORT + STEP * TAKEN.getAndIncrement());
  }

  /** The address of all of the first kind. */
  public static String host() {
    return address(ONE).getHostAddress();
  }

  private static InetAddress address(int range) {
    long pid = ProcessHandle.current().pid();
    byte[] octets = {127, (byte) (range | pid >> 16 & 63), (byte) (pid >> 8), (byte) pid};
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
