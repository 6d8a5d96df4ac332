package io.parley;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.wire.TlsVersions;
import org.testng.IExecutionListener;

/**
 * Java reads once which versions of TLS it refuses to speak: Parley has to have its say before any
 * test class connects somewhere.
 */
public final class OldTlsAllowed implements IExecutionListener {
  @Override
  public void onExecutionStart() {
    assertThat(TlsVersions.isSpoken("TLSv1")).as("TLS 1.0").isTrue();
  }
}
