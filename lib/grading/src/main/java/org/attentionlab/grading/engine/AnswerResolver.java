package org.attentionlab.grading.engine;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the constructor of a check class the answer under test.
 *
 * <p>The answer lies in the store of the launcher's session, so that checks of several answers can
 * run side by side and nothing is global.
 */
public final class AnswerResolver implements ParameterResolver {

  static final String NAMESPACE = "org.attentionlab.grading.answer";
  static final String KEY = "answer";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return answer(context)
        .filter(answer -> parameter.getParameter().getType().isInstance(answer))
        .isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return answer(context)
        .orElseThrow(() -> new ParameterResolutionException("no answer is under test"));
  }

  private static Optional<Object> answer(ExtensionContext context) {
    return Optional.ofNullable(
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(NAMESPACE)).get(KEY));
  }
}
