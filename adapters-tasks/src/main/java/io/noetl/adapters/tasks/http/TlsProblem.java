package io.noetl.adapters.tasks.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in a few words why a TLS connection was not made. */
final class TlsProblem {

  private TlsProblem() {}

  static String describe(SSLException problem, String host) {
    if (TransportProblem.cause(problem, CertificateExpiredException.class) != null) {
      return "TLS failed: the certificate of '" + host + "' has expired; its owner must renew it";
    }
    if (TransportProblem.cause(problem, CertificateNotYetValidException.class) != null) {
      return "TLS failed: the certificate of '" + host + "' is not valid yet; check this machine's clock";
    }
    if (TransportProblem.cause(problem, CertPathBuilderException.class) != null) {
      return "TLS failed: the certificate of '" + host + "' is signed by nobody that Java trusts (by itself, or by a"
          + " private authority); add the signer to a trust store and name that in JAVA_TOOL_OPTIONS with"
          + " -Djavax.net.ssl.trustStore=FILE";
    }
    String message = TransportProblem.deepestMessage(problem);
    boolean certificate = TransportProblem.cause(problem, CertificateException.class) != null;
    if (certificate && message.startsWith("No ")) {
      return "TLS failed: the certificate is not for '" + host + "'; ask the host by a name that stands in it";
    }
    return message.contains("SSL message")
        ? "TLS failed: the server does not speak TLS; does the endpoint begin with http://?"
        : "TLS failed: " + message;
  }
}
