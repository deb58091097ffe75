/** What offers cost when they are compared: delivered, at their cash equivalent, net of deductible tax; and the award's problem made of them. Pure. */
@NullMarked
package org.jucai.platform.award.comparing;

import org.jspecify.annotations.NullMarked;
