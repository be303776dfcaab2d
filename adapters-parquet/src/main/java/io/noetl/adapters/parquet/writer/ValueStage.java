package io.noetl.adapters.parquet.writer;

import io.noetl.domain.event.EventColumn;

/**
 * What every value passes after its digest is taken and before it is encoded: it comes out as it went in. Tests put
 * one here that does not, which stands for any fault of the encoders that the page checksums would bless.
 */
class ValueStage {

  static final ValueStage UNCHANGED = new ValueStage();

  boolean isNull(EventColumn column, boolean isNull) {
    return isNull;
  }

  byte[] text(EventColumn column, byte[] utf8) {
    return utf8;
  }

  long number(EventColumn column, long value) {
    return value;
  }

  double real(EventColumn column, double value) {
    return value;
  }
}
