package io.parley.media;

import io.parley.model.PacketKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** STUN at a media port. */
record StunPacket(StunMessage message) implements Packet {
  private static final List<String> TELLING =
      List.of("USERNAME", "ICE-CONTROLLING", "ICE-CONTROLLED", "USE-CANDIDATE", "ERROR-CODE");

  @Override
  public String title() {
    return "STUN " + message.name();
  }

  @Override
  public String describe() {
    return "transaction: " + message.transaction() + "\n" + message.describe();
  }

  /** The attributes that say who checks what: {@code USERNAME a:b, ICE-CONTROLLING}. */
  @Override
  public Optional<String> summary() {
    return Optional.of(telling());
  }

  private String telling() {
    return Stream.concat(
            TELLING.stream()
                .filter(n -> message.attribute(n).isPresent())
                .map(n -> n.startsWith("ICE") ? n : (n + " " + message.values(n).get(0)).strip()),
            Stream.of("transaction " + message.transaction()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean is(PacketKind kind) {
    boolean binding = message.method() == StunMessage.BINDING;
    return switch (kind) {
      case STUN -> true;
      case STUN_REQUEST -> binding && message.kind() == StunMessage.Kind.REQUEST;
      case STUN_INDICATION -> binding && message.kind() == StunMessage.Kind.INDICATION;
      case STUN_SUCCESS -> binding && message.kind() == StunMessage.Kind.SUCCESS;
      case STUN_ERROR -> binding && message.kind() == StunMessage.Kind.ERROR;
      default -> false;
    };
  }

  @Override
  public String identity() {
    return title() + message.transaction();
  }
}
