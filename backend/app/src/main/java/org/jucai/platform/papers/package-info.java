/**
 * Papers for the file: what a notice or a record says, written as a Word document that can be printed, sealed with a stamp and kept, or as a PDF.
 *
 * <p>Apache POI writes Word (it is here for workbooks already; Apache licence). Apache PDFBox writes PDF: the Apache licence suits an application under
 * any, it is kept by a foundation, and it embeds of a TrueType font exactly the characters that a paper uses. The font is Noto Sans SC Regular (SIL Open
 * Font Licence 1.1, its text beside it; as the package {@code @expo-google-fonts/noto-sans-sc} 0.4.3 has it, unchanged), so that a paper reads alike on any machine.
 *
 * <p>ZXing (core only, Apache licence) makes QR codes, ISO/IEC 18004: no part of PDFBox or POI does, masks and error correction are more than a few lines,
 * and it is what most readers in the field are built on.
 */
@NullMarked
@ApplicationModule(displayName = "Papers", allowedDependencies = {"kernel"})
package org.jucai.platform.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
