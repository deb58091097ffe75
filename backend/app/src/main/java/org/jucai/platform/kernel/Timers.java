package org.jucai.platform.kernel;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets modules do small work at intervals; such a method returns its publisher and blocks nothing. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timers {}
