package org.attentionlab.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signatures of the last messages, so that a recorded message cannot be played again.
 *
 * <p>An id and a date are part of what is signed, so no two honest messages share a signature.
 */
final class SeenSignatures {
  private static final int KEPT = 16_384;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  /** Whether a signature comes for the first time. */
  synchronized boolean isNew(String signature) {
    return seen.putIfAbsent(signature, true) == null;
  }
}
