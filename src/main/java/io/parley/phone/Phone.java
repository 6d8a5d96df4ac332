package io.parley.phone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A kind of phone.
 *
 * @param id its name on the command line: that of its file without suffix
 * @param sheet what is known of it
 */
public record Phone(String id, DataSheet sheet) {

  /**
   * Every fact by its place in the file, in file order: {@code srtp.default}, {@code
   * headers.Allow}.
   */
  public Map<String, Fact<?>> facts() {
    Map<String, Fact<?>> out = new LinkedHashMap<>();
    out.put("codecs", sheet.codecs());
    out.put("payload-types", sheet.payloadTypes());
    out.put("ptime", sheet.ptime());
    out.put("srtp.default", sheet.srtp().standard());
    out.put("srtp.modes", sheet.srtp().modes());
    out.put("srtp.suites", sheet.srtp().suites());
    sheet.srtp().optionalOffer().ifPresent(f -> out.put("srtp.optional-offer", f));
    out.put("dtmf.methods", sheet.dtmf().methods());
    out.put("dtmf.payload-type", sheet.dtmf().payloadType());
    out.put("transport", sheet.transport());
    out.put("registration.expires", sheet.registration().expires());
    out.put("registration.outbound", sheet.registration().outbound());
    for (Entry<String, HeaderHabit> header : sheet.headers().entrySet()) {
      out.put("headers." + header.getKey(), header.getValue().fact());
    }
    return out;
  }
}
