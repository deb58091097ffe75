package org.jucai.platform.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How a material or a grade is called and what a reader must know of it.
 *
 * @param standard the standard that defines it; null where none could be confirmed
 */
public record Described(String nameZh, String nameEn, @Nullable String standard, @Nullable String note) {}
