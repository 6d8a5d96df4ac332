package io.parley.diagnosis;

import java.util.List;

/** The response codes that are known, with their meaning. */
public final class ResponseCodes {
  private static final String TABLE = "diagnosis/codes.yaml";

  private final List<CodeMeaning> all;

  private ResponseCodes(List<CodeMeaning> all) {
    this.all = all;
  }

  /** The table we ship; read once. */
  public static ResponseCodes shipped() {
    return Shipped.TABLE_READ;
  }

  /** All of them, in the order of the table. */
  public List<CodeMeaning> all() {
    return all;
  }

  /** The meanings of a SIP status. */
  public List<CodeMeaning> ofStatus(int status) {
    return all.stream().filter(m -> m.status() == status).toList();
  }

  /** The meanings of a SIP status at one vendor. */
  public List<CodeMeaning> ofStatus(int status, CodeMeaning.By by) {
    return ofStatus(status).stream().filter(m -> m.by() == by).toList();
  }

  /** The meanings of a vendor's own number. */
  public List<CodeMeaning> ofCode(int code) {
    return all.stream().filter(m -> m.code().isPresent() && m.code().getAsInt() == code).toList();
  }

  private static final class Shipped {
    static final ResponseCodes TABLE_READ =
        new ResponseCodes(ShippedTable.read(TABLE, CodeMeaning.class));
  }
}
