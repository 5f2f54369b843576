/** To be written. */
package org.attentionlab.lab;
