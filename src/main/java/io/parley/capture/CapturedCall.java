package io.parley.capture;

import java.util.List;
import java.util.Optional;

/**
 * A call on one hop.
 *
 * @param number its place in the capture, from 1
 * @param invitations its INVITEs in order: the one that begins it, then re-INVITEs
 * @param bye the BYE that ended it; empty where the capture has none
 */
public record CapturedCall(
    int number, List<Invitation> invitations, Optional<CapturedMessage> bye) {

  /** The INVITE that decides what is to be said: the first that was refused, else the first. */
  public Invitation telling() {
    return invitations.stream().filter(Invitation::refused).findFirst().orElse(invitations.get(0));
  }

  /** Whether one of its INVITEs was refused or was not answered. */
  public boolean failed() {
    return invitations.stream()
        .anyMatch(i -> i.refused() || i.answer().isEmpty() && !i.cancelled());
  }
}
