package io.parley.wire;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows our certificate whenever one is asked for, whichever authorities the other side names: it
 * is for the other side to refuse it, and for a test to see that. Remembers who asked in vain.
 */
final class OwnKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "parley";

  private final Optional<TlsIdentity> identity;
  private final Set<Socket> asked = ConcurrentHashMap.newKeySet();

  OwnKey(Optional<TlsIdentity> identity) {
    this.identity = identity;
  }

  /** Whether a certificate was asked for on that socket; it is forgotten thereby. */
  boolean wasAsked(Socket socket) {
    return asked.remove(socket);
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    if (socket != null) {
      asked.add(socket);
    }
    return alias(keyTypes);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    return alias(keyType);
  }

  private String alias(String... keyTypes) {
    return identity
        .filter(
            i -> Arrays.asList(keyTypes).contains(i.chain().get(0).getPublicKey().getAlgorithm()))
        .map(i -> ALIAS)
        .orElse(null);
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return identity.isPresent() ? new String[] {ALIAS} : null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return getClientAliases(keyType, issuers);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return identity.map(i -> i.chain().toArray(new X509Certificate[0])).orElse(null);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity.map(TlsIdentity::key).orElse(null);
  }
}
