package org.jucai.platform.finance.ledger;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the posting rules at the start; a start with rules that do not fit the program fails. */
@Configuration(proxyBeanMethods = false)
class PostingRulesFile {

    static final String PATH = "finance/posting-rules.json";

    @Bean
    PostingRules postingRules(JsonMapper json) throws IOException {
        return read(json);
    }

    static PostingRules read(JsonMapper json) throws IOException {
        try (InputStream in = new ClassPathResource(PATH).getInputStream()) {
            return json.readValue(in, PostingRules.class);
        }
    }
}
