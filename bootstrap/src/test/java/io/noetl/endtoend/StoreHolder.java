package io.noetl.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A program that has a store open until the connection that it makes to a port on loopback ends. */
final class StoreHolder {

  private StoreHolder() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    try (var store = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
        Socket test = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1], 10))) {
      test.getOutputStream().write(store.isClosed() ? 0 : 1);
      test.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
