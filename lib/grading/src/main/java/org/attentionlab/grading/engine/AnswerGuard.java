package org.attentionlab.grading.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.grading.protocol.ThrownText;
import org.attentionlab.grading.report.Outcome;

/**
 * Stands before an answer that runs in this process and turns what it throws into {@link
 * AnswerFailure}s.
 *
 * <p>The answer of a submission never runs here but in a worker; this guard serves the notebook,
 * where the learner's own process is the only one.
 */
public final class AnswerGuard implements InvocationHandler {

  private final Object answer;

  private AnswerGuard(Object answer) {
    this.answer = answer;
  }

  /** The answer behind its guard, as an instance of the contract. */
  public static Object around(Contract contract, Object answer) {
    return Proxy.newProxyInstance(
        contract.type().getClassLoader(),
        new Class<?>[] {contract.type()},
        new AnswerGuard(answer));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object result;
    try {
      result = method.invoke(answer, arguments);
    } catch (InvocationTargetException thrown) {
      throw translate(thrown.getCause());
    }
    if (result == null) {
      throw new AnswerFailure(Outcome.FAILED, List.of("The answer returns null."));
    }
    return result;
  }

  private static Throwable translate(Throwable thrown) {
    if (thrown instanceof NotSolvedYet) {
      return thrown;
    }
    return new AnswerFailure(Outcome.FAILED, ThrownText.of(thrown));
  }
}
