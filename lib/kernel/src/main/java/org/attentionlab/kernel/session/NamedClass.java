package org.attentionlab.kernel.session;

import javax.tools.JavaFileObject;

/** A file of which it is known what the compiler will ask next: the full name of the type in it. */
interface NamedClass extends JavaFileObject {
  /** The full name, with dots and, for a nested type, with $. */
  String binaryName();
}
