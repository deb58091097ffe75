package org.jucai.platform.files.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept: on the disk, or in a bucket where {@code endpoint} is set.
 *
 * @param directory what comes in waits here; without a bucket it stays here
 * @param reserve so much of the disk is left to others
 * @param endpoint of an S3-compatible store, e.g. {@code https://s3.example.cn}
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 * @param timeout how long the store may be silent
 */
@ConfigurationProperties("jucai.files")
record StoreProperties(
        @DefaultValue("files") String directory,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("10s") Duration timeout) {

    StoreProperties {
        if (!endpoint.isBlank() && !endpoint.matches("https?://[^/?#]+/?")) {
            throw new IllegalArgumentException("JUCAI_FILES_ENDPOINT must be http://host:port or https://host and is not: " + endpoint);
        }
        if (!endpoint.isBlank() && (bucket.isBlank() || accessKey.isBlank() || secretKey.isBlank())) {
            throw new IllegalArgumentException("JUCAI_FILES_ENDPOINT is set, and JUCAI_FILES_BUCKET, JUCAI_FILES_ACCESS_KEY or JUCAI_FILES_SECRET_KEY is not");
        }
    }

    boolean isRemote() {
        return !endpoint.isBlank();
    }

    Path incoming() {
        return Path.of(directory).resolve("incoming");
    }

    Path kept() {
        return Path.of(directory).resolve("kept");
    }

    /** The address of what stands at this place in the bucket; of the bucket itself where it is empty. */
    URI at(String place) {
        URI base = URI.create(endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint);
        return pathStyle ? URI.create(base + "/" + bucket + "/" + place) : URI.create(base.getScheme() + "://" + bucket + "." + base.getRawAuthority() + "/" + place);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "StoreProperties[" + (isRemote() ? at("") : directory) + "]";
    }
}
