package org.attentionlab.grading.worker;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Wanted;

/** Answers in the fields of a Java class. */
final class JavaAnswers implements Answers {

  private final JavaCompilation compilation;
  private final Classes loader;
  private final Map<Class<?>, Object> instances = new HashMap<>();

  JavaAnswers(String text) {
    compilation = JavaCompilation.of(text);
    loader = new Classes(compilation.classes());
  }

  @Override
  public Lookup find(Wanted wanted) {
    if (!compilation.errors().isEmpty()) {
      return Lookup.without(State.COMPILE_ERROR, compilation.errors());
    }
    String owner = "The class";
    try {
      for (String name : compilation.classes().keySet()) {
        owner = name;
        Class<?> type = Class.forName(name, false, loader);
        Optional<Field> field = field(type, wanted.name());
        if (field.isPresent()) {
          field.get().setAccessible(true);
          Object instance = Modifier.isStatic(field.get().getModifiers()) ? type : instanceOf(type);
          return Lookup.of(wanted, field.get().get(instance));
        }
      }
    } catch (InvocationTargetException thrown) {
      return Lookup.threw(owner, thrown.getCause());
    } catch (ExceptionInInitializerError thrown) {
      return Lookup.threw(owner, thrown.getCause());
    } catch (ReflectiveOperationException | LinkageError broken) {
      return Lookup.unusable(
          owner + " cannot be used: " + broken + "; it needs a constructor without arguments");
    }
    return Lookup.missing(wanted);
  }

  private static Optional<Field> field(Class<?> type, String name) {
    if (type.getEnclosingClass() != null) {
      return Optional.empty();
    }
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.getName().equals(name))
        .findFirst();
  }

  private Object instanceOf(Class<?> type) throws ReflectiveOperationException {
    Object instance = instances.get(type);
    if (instance == null) {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      instance = constructor.newInstance();
      instances.put(type, instance);
    }
    return instance;
  }

  /** Loads the compiled classes; the library's come first, so that none of them is replaced. */
  private static final class Classes extends ClassLoader {

    private final Map<String, byte[]> classes;

    Classes(Map<String, byte[]> classes) {
      super(JavaAnswers.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
