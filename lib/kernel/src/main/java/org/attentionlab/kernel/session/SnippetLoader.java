package org.attentionlab.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/** Defines the classes that JShell compiles, and finds those of jars added on the way. */
final class SnippetLoader implements LoaderDelegate {
  private final Classes classes = new Classes(ClassLoader.getSystemClassLoader());
  private final Variables variables = new Variables();

  @Override
  public void load(ClassBytecodes[] compiled) throws ClassInstallException {
    boolean[] loaded = new boolean[compiled.length];
    for (ClassBytecodes c : compiled) {
      classes.declare(c);
    }
    for (int i = 0; i < compiled.length; i++) {
      try {
        Class<?> klass = classes.loadClass(compiled[i].name());
        // To ask for the methods finds out now whether every type in their signatures is there.
        loaded[i] = klass.getDeclaredMethods() != null;
        variables.loaded(klass);
      } catch (ClassNotFoundException | LinkageError e) {
        throw new ClassInstallException("load: " + e.getMessage(), loaded);
      }
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] compiled) {
    for (ClassBytecodes c : compiled) {
      classes.declare(c);
    }
  }

  @Override
  public void addToClasspath(String path) throws InternalException {
    for (String entry : PathsHandler.split(path)) {
      try {
        classes.addURL(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new InternalException("classpath: " + entry + ": " + e.getMessage());
      }
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }

  /** The session's variables, as far as classes for them were loaded. */
  Variables variables() {
    return variables;
  }

  ClassLoader loader() {
    return classes;
  }

  private static final class Classes extends URLClassLoader {
    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

    Classes(ClassLoader parent) {
      super("notebook", new URL[0], parent);
    }

    void declare(ClassBytecodes compiled) {
      declared.put(compiled.name(), SnippetRewriter.rewrite(compiled.bytecodes()));
    }

    /** A class of a cell is not looked for in every jar first. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (declared.containsKey(name) && findLoadedClass(name) == null) {
          return findClass(name);
        }
        return super.loadClass(name, resolve);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = declared.remove(name);
      if (bytes != null) {
        return defineClass(name, bytes, 0, bytes.length);
      }
      Optional<Class<?>> guarded = withoutExits(name);
      return guarded.isPresent() ? guarded.get() : super.findClass(name);
    }

    /** A class of a jar that calls System.exit or the like, with those calls refused. */
    private Optional<Class<?>> withoutExits(String name) {
      URL place = findResource(name.replace('.', '/') + ".class");
      if (place == null) {
        return Optional.empty();
      }
      try (InputStream in = place.openStream()) {
        byte[] bytes = in.readAllBytes();
        if (!SnippetRewriter.mayEndProcess(bytes)) {
          return Optional.empty();
        }
        byte[] safe = SnippetRewriter.withoutExits(bytes);
        return Optional.of(defineClass(name, safe, 0, safe.length));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    @Override
    public void addURL(URL url) {
      super.addURL(url);
    }
  }
}
