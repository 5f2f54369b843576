/** To be written. */
package org.attentionlab.kernel;
