package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CallList;
import io.parley.capture.CaptureFile;
import io.parley.capture.CapturedCall;
import io.parley.capture.Invitation;
import io.parley.capture.Tshark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * The calls that we find in a capture, and how they ended, are those that tshark's output shows.
 */
public class CourseCapturesIT {
  private static final String[] FIELDS = {
    "ip.src",
    "ip.dst",
    "ipv6.src",
    "ipv6.dst",
    "udp.srcport",
    "udp.dstport",
    "tcp.srcport",
    "tcp.dstport",
    "sip.Method",
    "sip.Status-Code",
    "sip.Call-ID",
    "sip.CSeq.seq",
    "sip.CSeq.method"
  };

  @DataProvider
  public Object[][] captures() throws IOException {
    // Of a message that is not whole tshark shows no fields.
    try (Stream<Path> files = Files.list(CourseCapturesTests.FOLDER)) {
      return files
          .filter(f -> f.toString().contains(".pcap") && !f.toString().contains("segment-lost"))
          .filter(f -> !f.toString().matches(".*(no-call|snap-length).*"))
          .sorted()
          .map(f -> new Object[] {f})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "captures")
  public void tsharkShowsTheSameCalls(Path file) throws IOException, InterruptedException {
    assertThat(ours(file)).isNotEmpty().isEqualTo(theirs(file));
  }

  /** By Call-ID and way: how many INVITEs that are no copies, and the final responses to them. */
  private static Map<String, String> ours(Path file) {
    Map<String, String> out = new TreeMap<>();
    for (CapturedCall call : CallList.of(CaptureFile.read(file).messages()).calls()) {
      List<Invitation> all = call.invitations();
      Invitation first = all.get(0);
      int invites = all.size() + all.stream().mapToInt(Invitation::challenges).sum();
      out.put(
          first.invite().callId()
              + " "
              + first.request().path().from()
              + " "
              + first.request().path().to(),
          invites
              + " "
              + all.stream()
                  .map(i -> i.status() == 0 ? "none" : "" + i.status())
                  .sorted()
                  .collect(Collectors.joining(" ")));
    }
    return out;
  }

  private static Map<String, String> theirs(Path file) throws IOException, InterruptedException {
    Map<String, Map<String, String>> finals = new TreeMap<>();
    for (String line : Tshark.run(command(file))) {
      // Two messages in one packet are in one line, their fields joined by commas.
      String[] f = line.split("\\|", -1);
      int messages = f[10].split(",").length;
      for (int i = 0; i < messages; i++) {
        message(f, i, finals);
      }
    }
    Map<String, String> out = new TreeMap<>();
    finals.forEach((call, byNumber) -> out.put(call, byNumber.size() + " " + told(byNumber)));
    return out;
  }

  private static String told(Map<String, String> byNumber) {
    return byNumber.values().stream()
        .filter(s -> !s.matches("401|407"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static void message(String[] f, int i, Map<String, Map<String, String>> finals) {
    String from = place(f[0] + f[2], f[4] + f[6]);
    String to = place(f[1] + f[3], f[5] + f[7]);
    String callId = f[10].split(",")[i];
    String number = f[11].split(",")[i];
    String status = f[9].isEmpty() ? "" : f[9].split(",")[i];
    if (!f[12].split(",")[i].equals("INVITE")) {
      return;
    }
    if (status.isEmpty()) {
      finals
          .computeIfAbsent(callId + " " + from + " " + to, k -> new TreeMap<>())
          .putIfAbsent(number, "none");
    } else if (Integer.parseInt(status) >= 200) {
      finals
          .computeIfAbsent(callId + " " + to + " " + from, k -> new TreeMap<>())
          .put(number, status);
    }
  }

  private static String place(String host, String port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static String[] command(Path file) {
    List<String> out = new ArrayList<>(List.of("-r", file.toString(), "-Y", "sip"));
    for (String port : List.of("5070", "5071", "5080")) {
      out.addAll(List.of("-d", "udp.port==" + port + ",sip", "-d", "tcp.port==" + port + ",sip"));
    }
    out.addAll(List.of("-o", "tcp.reassemble_out_of_order:TRUE"));
    out.addAll(List.of("-T", "fields", "-E", "separator=|"));
    Stream.of(FIELDS).forEach(field -> out.addAll(List.of("-e", field)));
    return out.toArray(String[]::new);
  }
}
