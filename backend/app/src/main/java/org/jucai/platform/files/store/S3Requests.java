package org.jucai.platform.files.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests to an S3-compatible store (signature version 4, the content's hash in it). */
final class S3Requests {

    private final StoreProperties properties;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Requests(StoreProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** A request that is about to be sent. @param body a file; empty for none */
    record Asked(HttpMethod method, URI at, Map<String, String> headers, Optional<Path> body) {}

    /** The headers that the request is sent with. Reads the body once, to hash it. */
    HttpHeaders signed(Asked asked) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().uri(asked.at()).method(SdkHttpMethod.fromValue(asked.method().name()));
        asked.headers().forEach(request::putHeader);
        ContentStreamProvider body = asked.body().map(S3Requests::content).orElseGet(() -> ContentStreamProvider.fromByteArray(new byte[0]));
        AwsCredentialsIdentity who = AwsCredentialsIdentity.create(properties.accessKey(), properties.secretKey());
        SdkHttpRequest signed = signer.sign(wanted -> wanted.identity(who).request(request.build()).payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3").putProperty(AwsV4HttpSigner.REGION_NAME, properties.region())
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false).putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)).request();
        HttpHeaders headers = new HttpHeaders();
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.HOST)) headers.put(name, values);
        });
        return headers;
    }

    private static ContentStreamProvider content(Path file) {
        return () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }
}
