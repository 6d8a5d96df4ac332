package io.parley.wire;

/** How a connection is ended. */
public enum Ending {
  /** Closed, as a program does that has nothing more to say or to hear (FIN). */
  CLOSE,
  /** Closed in our direction only: what the other side still sends is read. */
  HALF_CLOSE,
  /** Cut off, as by a firewall or a crash (RST). */
  RESET
}
