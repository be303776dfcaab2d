package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DuckDbEventStoresTest {

  @Test
  void a_warm_up_that_fails_is_silent() throws InterruptedException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      DuckDbEventStores.inBackground(
          () -> {
            throw new UnsatisfiedLinkError("no such library");
          }).join();
      DuckDbEventStores.inBackground(
          () -> {
            throw new SQLException("no");
          }).join();
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
