package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.syntax.Vocabulary;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.Cost;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.Set;

/** The filters: what may stand behind {@code |}. */
public final class Filters {

  private static final MethodTable<PyValue> TABLE = table();

  private Filters() {}

  private static MethodTable<PyValue> table() {
    MethodTable<PyValue> table = new MethodTable<>();
    BasicFilters.addTo(table);
    NumberFilters.addTo(table);
    SequenceFilters.addTo(table);
    SelectionFilters.addTo(table);
    OrderFilters.addTo(table);
    TextFilters.addTo(table);
    LayoutFilters.addTo(table);
    HtmlFilters.addTo(table);
    EncodingFilters.addTo(table);
    RegexFilters.addTo(table);
    DateFilters.addTo(table);
    return table;
  }

  public static Set<String> names() {
    return TABLE.names();
  }

  /** The filters and tests, for the parser. */
  public static Vocabulary vocabulary() {
    return new Vocabulary() {
      @Override
      public Set<String> filters() {
        return Filters.names();
      }

      @Override
      public Set<String> tests() {
        return Tests.names();
      }
    };
  }

  /** Applies the filter of that name; fails for an unknown name. */
  public static PyValue apply(Rendering rendering, String name, PyValue value, Arguments arguments) {
    Method<PyValue> filter = TABLE.find(name);
    if (filter == null) {
      throw new EvaluationException("unknown filter '" + name + "'" + Suggestion.of(name, names()));
    }
    rendering.steps(1 + Cost.of(value) + Cost.of(arguments));
    return filter.apply(rendering, value, arguments);
  }
}
