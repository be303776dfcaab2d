package io.noetl.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies jars, and gives class files from before Java 6 the version and the stack maps of Java 8: Java keeps no older ones
 * in a start-up cache, so that it would read and verify them anew at every start. What the classes do stays the same. Part
 * of the build, not of the program.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.10">verification by stack maps</a>
 */
public final class ClassFileRenewal {

  private static final int VERSION_AT = 6;

  private ClassFileRenewal() {}

  /**
   * Copies jars.
   *
   * @param arguments the folder to copy to, then the jars
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      Path jar = Path.of(arguments[i]);
      copy(jar, folder.resolve(jar.getFileName()));
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    try (ZipFile jar = new ZipFile(source.toFile());
        URLClassLoader classes = new URLClassLoader(new URL[] {source.toUri().toURL()});
        ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setLastModifiedTime(entry.getLastModifiedTime());
        copy.putNextEntry(copied);
        try (InputStream content = jar.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          copy.write(entry.getName().endsWith(".class") && isOld(bytes) ? renewed(bytes, classes) : bytes);
        }
        copy.closeEntry();
      }
    }
  }

  private static boolean isOld(byte[] classFile) {
    return ((classFile[VERSION_AT] & 0xFF) << 8 | classFile[VERSION_AT + 1] & 0xFF) < Opcodes.V1_6;
  }

  private static byte[] renewed(byte[] classFile, ClassLoader classes) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    ClassVisitor newer =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
          }
        };
    reader.accept(newer, 0);
    return writer.toByteArray();
  }
}
