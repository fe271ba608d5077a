package org.wardlight.station.register;

import org.junit.jupiter.api.AfterEach;
import org.wardlight.database.Database;

class SqliteRegisterTest extends RegisterContract {

    private final RegisterFile file = new RegisterFile();

    @Override
    Database database() {
        return file.database();
    }

    @AfterEach
    void close() {
        file.close();
    }
}
