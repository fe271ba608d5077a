package org.wardlight.alerting.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.DeskFixture;

/** A command API for each test, over a real socket. */
abstract class ApiTest {

    static final ObjectMapper JSON = new ObjectMapper();

    ApiFixture api;
    DeskFixture ward;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        api = ApiFixture.open(directory);
        ward = api.ward;
    }

    @AfterEach
    void close() {
        api.close();
    }

    /** A request of the station. */
    HttpRequest.Builder ofTheStation(String path) {
        return api.request(path).header("Authorization", "Bearer " + TestWard.TOKEN);
    }
}
