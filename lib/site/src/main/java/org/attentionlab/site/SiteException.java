package org.attentionlab.site;

/** A site that cannot be written; the message says why and what to do. */
public final class SiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
