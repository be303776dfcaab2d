package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/** What was found in one column chunk of ours: its values go to the column's digest, its pages are remembered. */
final class ColumnProof extends ColumnValues implements ChunkPages.Listener {

  private final EventColumn column;
  private final ColumnDigest digest;
  private final List<ProvenPage> pages = new ArrayList<>();
  private ProvenPage current;

  ColumnProof(EventColumn column, ColumnDigest digest) {
    this.column = column;
    this.digest = digest;
    this.current = new ProvenPage(new PageSummary(0, 0, 0), Bounds.of(column.type()));
  }

  /** The data pages, in order. */
  List<ProvenPage> pages() {
    return pages;
  }

  long nulls() {
    return pages.stream().mapToLong(ProvenPage::nulls).sum();
  }

  /** The bounds of all pages together. */
  Bounds bounds() {
    Bounds all = Bounds.of(column.type());
    pages.forEach(page -> all.include(page.bounds()));
    return all;
  }

  @Override
  public void pageBegins(PageSummary page) {
    current = new ProvenPage(page, Bounds.of(column.type()));
    pages.add(current);
  }

  @Override
  void addNull() {
    digest.addNull();
    current.countNull();
  }

  @Override
  public void addBinary(Binary value) {
    byte[] utf8 = value.getBytesUnsafe();
    digest.addText(utf8);
    ((Bounds.Texts) current.bounds()).add(utf8);
  }

  @Override
  public void addLong(long value) {
    digest.addLong(value);
    ((Bounds.Integers) current.bounds()).add(value);
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addDouble(double value) {
    digest.addDouble(value);
    ((Bounds.Reals) current.bounds()).add(value);
  }
}
