package org.jucai.platform.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may listen to one process at once.
 *
 * @param perAddress from one network address; an office shares one
 * @param perPerson by one person
 * @param inAll together
 */
@ConfigurationProperties("jucai.live")
record LiveProperties(
        @DefaultValue("500") int perAddress, @DefaultValue("20") int perPerson, @DefaultValue("20000") int inAll) {}
