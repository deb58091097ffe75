package org.jucai.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. It needs a PostgreSQL and a Redis, named by environment variables; see the README. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JucaiApplication {

    public static void main(String[] args) {
        SpringApplication.run(JucaiApplication.class, args);
    }
}
