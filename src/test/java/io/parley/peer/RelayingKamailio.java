package io.parley.peer;

import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Kamailio that relays every call to one far end and stays in its path.
 *
 * @param process the process
 * @param place where it takes calls, {@code host:port}
 */
record RelayingKamailio(KamailioProcess process, String place) implements AutoCloseable {

  static RelayingKamailio start(String farEnd) throws Exception {
    InetSocketAddress at = OwnPlace.next();
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/relay.cfg"))
            .replace("ADDRESS", Flow.text(at))
            .replace("FAR_END", farEnd);
    return new RelayingKamailio(KamailioProcess.start(text, at), Flow.text(at));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
