package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Statement.Block;
import java.util.ArrayList;
import java.util.List;

/** Finds the blocks of a template, wherever they stand. */
public final class BlockSearch extends StatementWalk {

  private final List<Block> blocks = new ArrayList<>();

  private BlockSearch() {}

  public static List<Block> blocks(List<Statement> body) {
    BlockSearch search = new BlockSearch();
    search.body(body);
    return search.blocks;
  }

  @Override
  void statement(Statement statement) {
    if (statement instanceof Block block) {
      blocks.add(block);
    }
    super.statement(statement);
  }
}
