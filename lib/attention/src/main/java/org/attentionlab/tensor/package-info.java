/** To be written. */
package org.attentionlab.tensor;
