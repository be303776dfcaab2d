package io.noetl.adapters.playbook.template.value;

/** Python's truth value testing. */
public final class Truth {

  private Truth() {}

  public static boolean of(PyValue value) {
    return switch (value) {
      case PyBool bool -> bool.value();
      case PyNone none -> false;
      case PyText text -> !text.value().isEmpty();
      case PyInteger.Small integer -> integer.value() != 0;
      case PyInteger.Big integer -> true;
      case PyFloat number -> number.value() != 0;
      case PySequence sequence -> sequence.size() > 0;
      case PyDict dict -> dict.size() > 0;
      case PyDictView view -> view.dict().size() > 0;
      case PyBytes bytes -> !bytes.latin1().isEmpty();
      case PyUndefined undefined -> {
        undefined.use();
        yield false;
      }
      case PyIterator iterator -> true;
      case PyFunction function -> true;
      case PyObject object -> true;
      case PyNamespace namespace -> true;
    };
  }
}
