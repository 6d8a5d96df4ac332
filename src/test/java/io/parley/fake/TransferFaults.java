package io.parley.fake;

import io.parley.sip.SipMessage;
import java.util.Optional;

/** What may be wrong of an SBC that carries out a REFER by itself, and what notices it. */
final class TransferFaults {
  /** The one fault of an SBC that takes none. */
  static final String NAMES_WHAT_IT_REFUSES = "names in Allow what it refuses";

  private static final String TEAMS = "teams-direct-routing";
  private static final String TRUNK = "sipconnect";

  private TransferFaults() {}

  /**
   * Each with its name, the fault, the scenario that fails, the profile it is played under, and the
   * name of the cause.
   */
  static Object[][] all() {
    return new Object[][] {
      {
        "keeps the subscription open",
        Manipulation.request("NOTIFY", "terminated;reason=noresource", "active;expires=60"),
        "transfer-blind",
        TRUNK,
        "Transfer"
      },
      {
        "tells of a success that was none",
        Manipulation.request("NOTIFY", "SIP/2.0 486 Busy Here", "SIP/2.0 200 OK ------"),
        "transfer-failed",
        TEAMS,
        "Transfer"
      },
      {
        "says nothing of the outcome",
        new Swallowing("NOTIFY"),
        "transfer-left-early",
        TRUNK,
        "Transfer"
      },
      {"calls nobody", new Swallowing("INVITE"), "transfer-blind", TEAMS, "Transfer"},
      {
        "drops Referred-By",
        Manipulation.request("INVITE", "(?i)\r\nReferred-By:[^\r]*", ""),
        "transfer-blind",
        TEAMS,
        "Transfer"
      },
      {
        "drops the parameters of Refer-To",
        Manipulation.request("INVITE", ";x-m=[^;]*;x-t=[^; ]*", ""),
        "transfer-parameters",
        TEAMS,
        "Transfer parameters"
      },
      {
        "cuts Referred-By",
        Manipulation.request("INVITE", "(?i)(\r\nReferred-By:[^\r]{100})[^\r]*", "$1>"),
        "transfer-parameters",
        TEAMS,
        "Transfer parameters"
      },
      {"offers what is held", new StillHeld(), "transfer-held", TEAMS, "Transfer of a held call"},
      {
        "names no REFER in Allow",
        Manipulation.request("INVITE", "(?i)(\r\nAllow:[^\r]*), REFER\\b", "$1"),
        "transfer-as-allowed",
        TEAMS,
        "Transfer and Allow"
      },
      {"calls again", new RepeatsTransfer(), "transfer-failed", TEAMS, "Transfer repeated"},
      {
        NAMES_WHAT_IT_REFUSES,
        Manipulation.request("INVITE", "(?i)(\r\nAllow:[^\r]*)", "$1, REFER"),
        "transfer-as-allowed",
        TEAMS,
        "Transfer and Allow"
      },
    };
  }

  /** Keeps requests of a method back that tell of a transfer, and says that they came. */
  private record Swallowing(String method) implements FaultyPath.Fault {
    @Override
    public Optional<String> answer(SipMessage request) {
      boolean tells = method.equals("NOTIFY") || request.first("Referred-By").isPresent();
      return Optional.of(request)
          .filter(r -> r.isRequest() && r.method().equals(method) && tells)
          .map(r -> Replies.bare(r, method.equals("NOTIFY") ? 200 : 500));
    }
  }

  /** Offers who is called for a transfer what was said of the hold. */
  private record StillHeld() implements FaultyPath.Fault {
    @Override
    public Optional<String> request(SipMessage request) {
      boolean transfers = request.first("Referred-By").isPresent();
      String text = request.text();
      return Optional.of(transfers ? text.replace("a=sendrecv", "a=inactive") : text);
    }
  }
}
