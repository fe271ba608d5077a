package org.wardlight.alerting.commands;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.paging.Delivery;
import org.wardlight.alerting.paging.Pager;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.alerting.paging.ScriptedReceiver;

/** A desk with its command API on a real socket. */
final class ApiFixture implements AutoCloseable {

    final DeskFixture ward;
    final ScriptedReceiver receiver = new ScriptedReceiver();
    private final Pager pager;
    private final AlarmApi api;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiFixture(DeskFixture ward) {
        this.ward = ward;
        this.pager = new Pager(
                new PagingSettings(
                        Map.of("pager", Receiver.webhook(receiver.uri(), TestWard.SECRET)),
                        List.of("pager"),
                        true,
                        Delivery.standard()),
                new Pager.Infrastructure(ward.store, ward.desk, new Problems(), ward.meters),
                InstantSource.system());
        this.api = AlarmApi.start(
                ApiSettings.loopback(0, TestWard.TOKEN), new AlarmApi.Parts(ward.store, ward.desk, pager.tests()));
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
        pager.close();
        receiver.close();
        ward.close();
    }
}
