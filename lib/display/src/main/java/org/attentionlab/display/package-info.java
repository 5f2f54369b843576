/** To be written. */
package org.attentionlab.display;
