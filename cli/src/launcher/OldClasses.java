import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives classes of Java 5 the form of Java 8, with stack maps. The JVM keeps no older ones in its cache, and so would read and
 * verify those of picocli anew at every start. Argument: a jar that needs no other; it is replaced.
 */
class OldClasses {
    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            var hierarchy = ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
            rewrite(jar, ClassFile.of(ClassHierarchyResolverOption.of(hierarchy), StackMapsOption.GENERATE_STACK_MAPS));
        }
    }

    private static boolean old(ZipEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class") && bytes.length > 8 && ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) < JAVA_6;
    }

    private static void rewrite(Path jar, ClassFile format) throws IOException {
        Path made = Path.of(jar + ".tmp");
        try (var zip = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(made))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = read(zip, entry);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(old(entry, bytes) ? modern(format, bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] modern(ClassFile format, byte[] bytes) {
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(JAVA_8, 0);
            } else {
                builder.with(element);
            }
        };
        CodeTransform again = (builder, element) -> builder.with(element);
        return format.transformClass(format.parse(bytes), version.andThen(ClassTransform.transformingMethodBodies(again)));
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) {
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
