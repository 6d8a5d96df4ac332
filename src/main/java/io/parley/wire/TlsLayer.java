package io.parley.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Puts TLS onto TCP sockets, at either end. Nothing is set up before the first connection. */
final class TlsLayer {
  private static final int HANDSHAKE_MILLIS = 3000;

  /**
   * How long a TLS 1.3 server may take to object to our certificate, or to the lack of one: it does
   * so after our side of the handshake is done (RFC 8446 §4.4.2.4).
   */
  private static final int OBJECTION_MILLIS = 200;

  private final TlsSettings settings;
  private final OwnKey key;
  private SSLContext context;

  TlsLayer(TlsSettings settings) {
    this.settings = settings;
    this.key = new OwnKey(settings.identity());
  }

  boolean canAccept() {
    return settings.identity().isPresent();
  }

  private synchronized SSLContext context() throws IOException {
    if (context == null) {
      try {
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(new KeyManager[] {key}, new TrustManager[] {new PeerCheck(settings)}, null);
        context = made;
      } catch (GeneralSecurityException e) {
        throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
      }
    }
    return context;
  }

  static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      KeyStore out = KeyStore.getInstance("PKCS12");
      out.load(null, null);
      return out;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** Our end of a connection that we made: handshakes at once. */
  Stream client(Socket tcp) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) tcp.getRemoteSocketAddress();
    String name = settings.peerName().orElse(remote.getAddress().getHostAddress());
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(tcp, name, remote.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(settings.versions().toArray(new String[0]));
    if (IpLiteral.parse(name).isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    socket.setSSLParameters(parameters);
    TlsVerdict.Asked asked = TlsVerdict.Asked.NO;
    try {
      tcp.setSoTimeout(HANDSHAKE_MILLIS);
      socket.startHandshake();
      asked = asked(socket);
      PushbackInputStream in = new PushbackInputStream(socket.getInputStream(), 1);
      if (asked != TlsVerdict.Asked.NO && socket.getSession().getProtocol().equals("TLSv1.3")) {
        awaitObjection(socket, in);
      }
      socket.setSoTimeout(0);
      return new Stream(socket, in, asked);
    } catch (IOException e) {
      TlsVerdict.Asked late = asked(socket);
      tcp.close();
      throw TlsVerdict.ofHandshake(e, asked == TlsVerdict.Asked.NO ? late : asked);
    }
  }

  private TlsVerdict.Asked asked(SSLSocket socket) {
    if (!key.wasAsked(socket)) {
      return TlsVerdict.Asked.NO;
    }
    return settings.identity().isPresent() ? TlsVerdict.Asked.ANSWERED : TlsVerdict.Asked.IN_VAIN;
  }

  private static void awaitObjection(SSLSocket socket, PushbackInputStream in) throws IOException {
    socket.setSoTimeout(OBJECTION_MILLIS);
    try {
      int first = in.read();
      if (first >= 0) {
        in.unread(first);
      }
    } catch (SocketTimeoutException e) {
      // No objection.
    }
  }

  /** Our end of a connection that came to us; the handshake is left to its reader. */
  Stream server(Socket tcp) throws IOException {
    SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(tcp, null, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(settings.versions().toArray(new String[0]));
    parameters.setNeedClientAuth(settings.mutual());
    socket.setSSLParameters(parameters);
    return new Stream(socket, socket.getInputStream(), TlsVerdict.Asked.NO);
  }

  /**
   * A connection with TLS on it.
   *
   * @param socket the socket, which writes
   * @param in what it receives
   * @param asked whether the other side asked for our certificate
   */
  record Stream(SSLSocket socket, InputStream in, TlsVerdict.Asked asked) implements StreamSocket {

    @Override
    public void open() throws IOException {
      if (socket.getUseClientMode()) {
        return;
      }
      try {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(0);
      } catch (IOException e) {
        throw TlsVerdict.ofHandshake(e, TlsVerdict.Asked.NO);
      }
    }

    @Override
    public Optional<TlsSession> session() {
      return Optional.of(TlsSession.of(socket.getSession()));
    }

    @Override
    public IOException reason(IOException e, boolean heard) {
      return e instanceof TlsException
          ? e
          : TlsVerdict.ofConnection(e, heard ? TlsVerdict.Asked.NO : asked);
    }
  }
}
