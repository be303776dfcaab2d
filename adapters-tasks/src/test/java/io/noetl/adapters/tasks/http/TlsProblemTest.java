package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.noetl.domain.task.TaskOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers with certificates that are no good. The key store has an authority ({@code ca}) and what it signed with keytool:
 * a certificate of 127.0.0.1 for a day of 2020 ({@code expired}), one that begins in 2110 ({@code future}), and one of
 * other.example ({@code other}).
 */
@Timeout(60)
class TlsProblemTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @ParameterizedTest
  @CsvSource({
    "expired, the certificate of '127.0.0.1' has expired; its owner must renew it",
    "future, the certificate of '127.0.0.1' is not valid yet; check this machine's clock",
    "other, the certificate is not for '127.0.0.1'; ask the host by a name that stands in it"
  })
  void says_what_is_wrong_with_a_certificate_of_a_trusted_authority(String alias, String problem) throws Exception {
    assertThat(error(alias, trustingTheAuthority())).isEqualTo("TLS failed: " + problem);
  }

  @Test
  void says_that_nobody_trusted_has_signed_a_certificate() throws Exception {
    assertThat(error("other", null))
        .isEqualTo(
            "TLS failed: the certificate of '127.0.0.1' is signed by nobody that Java trusts (by itself, or by a private"
                + " authority); add the signer to a trust store and name that in JAVA_TOOL_OPTIONS with"
                + " -Djavax.net.ssl.trustStore=FILE");
  }

  private static String error(String alias, SSLContext trust) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serving(alias)));
    server.start();
    String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
    InstantSource clock = InstantSource.system();
    try (HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(clock, trust), clock)) {
      TaskOutcome outcome = Http.run(runner, "{\"endpoint\": \"" + url + "\"}");
      String error = ((TaskOutcome.Failure) outcome).error();
      assertThat(error).startsWith("GET " + url + ": ");
      return error.substring(("GET " + url + ": ").length());
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext serving(String alias) throws GeneralSecurityException, IOException {
    KeyStore one = empty();
    KeyStore all = keys();
    one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(one, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trustingTheAuthority() throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static KeyStore keys() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = TlsProblemTest.class.getResourceAsStream("tls.p12")) {
      store.load(file, PASSWORD);
    }
    return store;
  }
}
