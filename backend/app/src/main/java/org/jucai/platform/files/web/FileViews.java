package org.jucai.platform.files.web;

import org.jucai.platform.files.StoredFile;

/** Files as they leave by HTTP. */
public final class FileViews {

    private FileViews() {}

    /** One file, without its bytes. */
    public static org.jucai.spec.model.StoredFile show(StoredFile file) {
        org.jucai.spec.model.StoredFile view = new org.jucai.spec.model.StoredFile(file.id(), file.name(), file.type().mediaType(), file.bytes(), file.sha256(), file.uploadedAt());
        file.statedAt().ifPresent(view::setStatedAt);
        return view;
    }
}
