package io.noetl.domain.execution;

import java.util.function.UnaryOperator;

/** Finds and changes scopes in the tree of frames; a path names an item per level, from the outermost loop inwards. */
final class Frames {

  private Frames() {}

  static Frame at(Frame root, int[] path) {
    Frame frame = root;
    for (int index : path) {
      frame = active(looping(frame), index);
    }
    return frame;
  }

  /** The tree with the frame at {@code path} changed. */
  static Frame change(Frame root, int[] path, UnaryOperator<Frame> change) {
    return change(root, path, 0, path.length, change);
  }

  /** The tree with the loop that runs the iteration at {@code path} changed. */
  static Frame changeLoop(Frame root, int[] path, UnaryOperator<LoopFrame> change) {
    return change(
        root,
        path,
        0,
        path.length - 1,
        frame -> {
          Activity.Looping looping = looping(frame);
          return frame.with(new Activity.Looping(looping.visit(), change.apply(looping.loop())));
        });
  }

  private static Frame change(Frame frame, int[] path, int from, int to, UnaryOperator<Frame> change) {
    if (from == to) {
      return change.apply(frame);
    }
    Activity.Looping looping = looping(frame);
    int index = path[from];
    Frame inner = change(active(looping, index), path, from + 1, to, change);
    return frame.with(new Activity.Looping(looping.visit(), looping.loop().withActive(index, inner)));
  }

  private static Activity.Looping looping(Frame frame) {
    if (frame.activity() instanceof Activity.Looping looping) {
      return looping;
    }
    throw new IllegalArgumentException("the scope '" + frame.place().nodeId() + "' runs no loop");
  }

  private static Frame active(Activity.Looping looping, int index) {
    Frame frame = looping.loop().active().get(index);
    if (frame == null) {
      throw new IllegalArgumentException(
          "item " + index + " of loop '" + looping.visit().node().id() + "' does not run");
    }
    return frame;
  }
}
