package io.parley.sip;

/**
 * Who we are to a server that asks (RFC 3261 §22).
 *
 * @param user user name
 * @param password never shown
 */
public record Credentials(String user, String password) {

  /** The user alone. */
  @Override
  public String toString() {
    return "credentials of " + user;
  }
}
