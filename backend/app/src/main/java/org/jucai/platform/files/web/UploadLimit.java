package org.jucai.platform.files.web;

import java.util.Map;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.files.FileIntake;
import org.jucai.platform.kernel.UploadBound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who sends a photo straight from a large camera is told the limit, and what to do, before it is sent in vain. */
@Configuration(proxyBeanMethods = false)
class UploadLimit {

    /** For the lines of the form around the file. */
    private static final long FORM_BYTES = 16 << 10;

    @Bean
    UploadBound fileUploadBound() {
        return new UploadBound("/api/files", FileIntake.MOST_BYTES + FORM_BYTES, FileRefusal.FILE_TOO_LARGE, Map.of("limit", FileIntake.MOST_BYTES >> 20));
    }
}
