package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.FloatText;
import java.math.BigInteger;
import java.util.List;

/** Python's {@code str} and {@code repr}. */
public final class Printing {

  private static final int MAX_DIGITS = 4_300;

  private Printing() {}

  /** {@code str(value)}. */
  public static String text(Rendering rendering, PyValue value) {
    return switch (value) {
      case PyText text -> text.value();
      case PyInteger.Small integer -> Long.toString(integer.value());
      case PyFloat number -> FloatText.of(number.value());
      case PyUndefined undefined -> {
        undefined.use();
        yield "";
      }
      default -> {
        StringBuilder out = new StringBuilder();
        represent(rendering, out, value);
        rendering.characters(out.length());
        yield out.toString();
      }
    };
  }

  /** {@code repr(value)}. */
  public static String representation(Rendering rendering, PyValue value) {
    StringBuilder out = new StringBuilder();
    represent(rendering, out, value);
    rendering.characters(out.length());
    return out.toString();
  }

  /** {@code ascii(value)}: the representation with escapes for all that is not ASCII. */
  public static String ascii(Rendering rendering, PyValue value) {
    StringBuilder out = new StringBuilder();
    representation(rendering, value).codePoints().forEach(c -> TextRepresentation.appendAscii(out, c));
    rendering.characters(out.length());
    return out.toString();
  }

  /** {@code repr(value)} of a float. */
  public static String number(double value) {
    return FloatText.of(value);
  }

  private static void represent(Rendering rendering, StringBuilder out, PyValue value) {
    rendering.step();
    switch (value) {
      case PyNone none -> out.append("None");
      case PyBool bool -> out.append(bool.value() ? "True" : "False");
      case PyInteger.Small integer -> out.append(integer.value());
      case PyInteger.Big integer -> out.append(digits(integer.big()));
      case PyFloat number -> out.append(FloatText.of(number.value()));
      case PyText text when text.safe() -> {
        out.append("Markup(");
        TextRepresentation.append(out, text.value());
        out.append(')');
      }
      case PyText text -> TextRepresentation.append(out, text.value());
      case PyBytes bytes -> TextRepresentation.appendBytes(out, bytes.latin1());
      case PyList list -> list(rendering, out, "[", list, "]");
      case PyTuple tuple -> list(rendering, out, "(", tuple, tuple.size() == 1 ? ",)" : ")");
      case PyRange range -> range(out, range);
      case PyDict dict -> dict(rendering, out, dict);
      case PyDictView view -> {
        out.append(view.typeName()).append('(');
        list(rendering, out, "[", new PyList(view.elements()), "])");
      }
      case PyIterator iterator -> out.append('<').append(iterator.typeName()).append(" object ").append(iterator.name())
          .append('>');
      case PyFunction function -> out.append(function.printed());
      case PyObject object -> object(rendering, out, object);
      case PyNamespace namespace -> namespace(rendering, out, namespace);
      case PyUndefined undefined -> out.append("Undefined");
    }
    rendering.length(out.length());
  }

  private static void list(Rendering rendering, StringBuilder out, String open, PySequence items, String close) {
    rendering.enterValue();
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      represent(rendering, out, items.get(i));
    }
    out.append(close);
    rendering.leaveValue();
  }

  private static void range(StringBuilder out, PyRange range) {
    out.append("range(").append(range.start()).append(", ").append(range.stop());
    if (range.step() != 1) {
      out.append(", ").append(range.step());
    }
    out.append(')');
  }

  private static void dict(Rendering rendering, StringBuilder out, PyDict dict) {
    rendering.enterValue();
    out.append('{');
    List<PyDict.Entry> entries = dict.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      represent(rendering, out, entries.get(i).key());
      out.append(": ");
      represent(rendering, out, entries.get(i).value());
    }
    out.append('}');
    rendering.leaveValue();
  }

  private static void object(Rendering rendering, StringBuilder out, PyObject object) {
    out.append('<').append(object.typeName());
    PyValue name = object.attributes().of("name");
    if (object.typeName().equals("TemplateReference")) {
      out.append(" None"); // a template has no name here
    } else if (name instanceof PyText text) {
      out.append(' ');
      represent(rendering, out, text);
    } else if (name == PyNone.NONE) {
      out.append(" anonymous");
    }
    out.append('>');
  }

  private static void namespace(Rendering rendering, StringBuilder out, PyNamespace namespace) {
    PyDict dict = new PyDict();
    namespace.attributes().forEach((name, value) -> dict.put(PyText.of(name), value));
    rendering.enterValue();
    out.append("<Namespace ");
    dict(rendering, out, dict);
    out.append('>');
    rendering.leaveValue();
  }

  /** The decimal digits of an integer, as many as Python is willing to print. */
  public static String digits(BigInteger integer) {
    if (integer.bitLength() > MAX_DIGITS * 10L / 3) {
      throw new EvaluationException("an integer of more than " + MAX_DIGITS + " digits cannot be printed");
    }
    return integer.toString();
  }
}
