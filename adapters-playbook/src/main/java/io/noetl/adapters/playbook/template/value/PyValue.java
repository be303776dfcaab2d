package io.noetl.adapters.playbook.template.value;

/** A value of Python's as far as templates can meet it. */
public sealed interface PyValue
    permits PyNone, PyBool, PyInteger, PyFloat, PyText, PyBytes, PySequence, PyDict, PyDictView, PyIterator, PyFunction,
        PyObject, PyNamespace, PyUndefined {

  /** What Python calls the type: {@code int}, {@code str}, {@code NoneType}. */
  String typeName();

  /** What kind of value it is in the words of a playbook, with an article, for messages. */
  default String described() {
    return switch (this) {
      case PyNone none -> "none";
      case PyBool bool -> "a boolean";
      case PyInteger integer -> "an integer";
      case PyFloat number -> "a float";
      case PyText text -> "a string";
      case PyBytes bytes -> "a string of bytes";
      case PyList list -> "a list";
      case PyTuple tuple -> "a tuple";
      case PyRange range -> "a range";
      case PyDict dict -> "a map";
      case PyDictView view -> "a view of a map";
      case PyIterator iterator -> "a generator";
      case PyFunction function -> "the function '" + function.name() + "'";
      case PyObject object -> "a " + object.typeName();
      case PyNamespace namespace -> "a namespace";
      case PyUndefined undefined -> "something undefined";
    };
  }
}
