package io.parley.sip.jain;

import gov.nist.core.net.SecurityManagerProvider;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/**
 * Keys and trust for a stack without sockets: none. JAIN-SIP's own reads the JVM's certificate
 * store at each start, which takes longer than all the rest of it.
 */
public final class NoKeys implements SecurityManagerProvider {

  /** Made by the stack. */
  public NoKeys() {}

  @Override
  public void init(Properties properties) {}

  @Override
  public KeyManager[] getKeyManagers(boolean client) {
    return new KeyManager[0];
  }

  @Override
  public TrustManager[] getTrustManagers(boolean client) {
    return new TrustManager[0];
  }
}
