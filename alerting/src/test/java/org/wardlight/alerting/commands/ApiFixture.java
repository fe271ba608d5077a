package org.wardlight.alerting.commands;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.DeskFixture;

/** A desk with its command API on a real socket. */
final class ApiFixture implements AutoCloseable {

    final DeskFixture ward;
    private final AlarmApi api;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiFixture(DeskFixture ward) {
        this.ward = ward;
        this.api = AlarmApi.start(ApiSettings.loopback(0, TestWard.TOKEN), ward.store, ward.desk);
    }

    static ApiFixture open(Path directory) {
        return new ApiFixture(DeskFixture.open(directory));
    }

    /** A request without the station's token. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        api.close();
        ward.close();
    }
}
