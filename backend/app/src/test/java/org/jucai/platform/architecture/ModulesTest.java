package org.jucai.platform.architecture;

import org.jucai.platform.JucaiApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesUseEachOtherOnlyByTheirFrontDoorsAndWithoutCircles() {
        ApplicationModules.of(JucaiApplication.class).verify();
    }
}
