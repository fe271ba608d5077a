package org.wardlight.trends;

import java.io.IOException;
import java.nio.file.Path;

class QuestDbContractIT extends TrendReaderContractTest {

    @Override
    StoreServer start(Path directory) throws IOException {
        return QuestDbServer.start(directory);
    }
}
