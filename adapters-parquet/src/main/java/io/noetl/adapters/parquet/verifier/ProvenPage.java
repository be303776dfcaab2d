package io.noetl.adapters.parquet.verifier;

/** A data page that was decoded: how many of its values are null, and between what the others lie. */
final class ProvenPage {

  private final PageSummary summary;
  private final Bounds bounds;
  private long nulls;

  ProvenPage(PageSummary summary, Bounds bounds) {
    this.summary = summary;
    this.bounds = bounds;
  }

  PageSummary summary() {
    return summary;
  }

  Bounds bounds() {
    return bounds;
  }

  long nulls() {
    return nulls;
  }

  boolean isAllNull() {
    return nulls == summary.values();
  }

  void countNulls(long more) {
    nulls += more;
  }
}
