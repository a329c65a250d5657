/** EBU STL. */
package org.tapescript.format.stl;
