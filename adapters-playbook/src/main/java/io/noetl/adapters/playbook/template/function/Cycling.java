package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyFunction;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.List;

/** {@code cycler} and {@code joiner}: objects that answer each call differently. */
final class Cycling {

  private Cycling() {}

  /** An index that a cycler moves. */
  private static final class Place {
    private int at;
  }

  static PyValue cycler(Rendering given, Arguments arguments) {
    given.object();
    List<PyValue> items = arguments.positional();
    if (items.isEmpty() || !arguments.named().isEmpty()) {
      throw new EvaluationException("'cycler' needs one or more positional arguments");
    }
    Place place = new Place();
    PyFunction next = new PyFunction("next", "<bound method Cycler.next>", (rendering, none) -> {
      PyValue item = items.get(place.at);
      place.at = (place.at + 1) % items.size();
      return item;
    });
    PyFunction reset = new PyFunction("reset", "<bound method Cycler.reset>", (rendering, none) -> {
      place.at = 0;
      return PyNone.NONE;
    });
    return new PyObject("Cycler", name -> switch (name) {
      case "next" -> next;
      case "reset" -> reset;
      case "current" -> items.get(place.at);
      case "items" -> PyTuple.of(items);
      case "pos" -> PyInteger.of(place.at);
      default -> null;
    }, null);
  }

  static PyValue joiner(Rendering given, Arguments arguments) {
    given.object();
    PyValue separator = Signature.of("joiner", 0, "sep").bind(arguments).or(0, PyText.of(", "));
    Place place = new Place();
    return new PyObject("Joiner", name -> switch (name) {
      case "sep" -> separator;
      case "used" -> PyBool.of(place.at > 0);
      default -> null;
    },
        (rendering, none) -> place.at++ == 0 ? PyText.EMPTY : separator);
  }
}
