package io.noetl.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What lives on the heap of this process, as every collection leaves it. */
final class LiveHeap {

  private record Sample(long nanos, long bytes) {}

  private final List<Sample> samples = new ArrayList<>();
  private final long begin = System.nanoTime();

  LiveHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener((notification, unused) -> add((CompositeData) notification.getUserData()), null, null);
    }
  }

  private synchronized void add(CompositeData data) {
    long bytes = 0;
    for (MemoryUsage after : GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc().values()) {
      bytes += after.getUsed();
    }
    samples.add(new Sample(System.nanoTime() - begin, bytes));
  }

  /** The least after any collection in each quarter of the time so far, in MB: garbage that was not looked at is no life. */
  synchronized List<Long> quarters() {
    long quarter = (System.nanoTime() - begin) / 4;
    List<Long> least = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long from = i * quarter;
      OptionalLong bytes =
          samples.stream()
              .filter(sample -> sample.nanos() >= from && sample.nanos() < from + quarter)
              .mapToLong(Sample::bytes)
              .min();
      least.add(bytes.isPresent() ? bytes.getAsLong() >> 20 : -1);
    }
    return least;
  }

  /** The most memory of the machine that the process has held, the store's native memory included. */
  static long peakResidentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }
}
