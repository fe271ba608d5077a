package org.wardlight.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.database.DatabaseSettings.Postgresql;
import org.wardlight.database.DatabaseSettings.SqliteFile;

class DatabasesTest {

    @TempDir
    private Path directory;

    @Test
    void fileIsCreatedWithItsFolderAndFoundAgain() {
        SqliteFile file = new SqliteFile(directory.resolve("new").resolve("things.db"));
        try (Database first = Databases.open(file, "sample")) {
            first.jdbi().useHandle(handle -> handle.execute("insert into thing (id) values (7)"));
        }

        try (Database again = Databases.open(file, "sample")) {
            assertThat(ids(again)).isEqualTo(7);
            assertThat(again.dialect()).isEqualTo(Dialect.SQLITE);
        }
    }

    @Test
    void committedRowsSurviveWithoutAClose() {
        SqliteFile file = new SqliteFile(directory.resolve("things.db"));
        Database abandoned = Databases.open(file, "sample");
        abandoned.jdbi().useTransaction(handle -> handle.execute("insert into thing (id) values (7)"));

        try (Database after = Databases.open(file, "sample")) {
            assertThat(ids(after)).isEqualTo(7);
        } finally {
            abandoned.close();
        }
    }

    @Test
    void whatWasWrittenNeverStandsInAnException() {
        try (Database database = Databases.open(new SqliteFile(directory.resolve("things.db")), "sample")) {
            assertThatThrownBy(() -> database.jdbi()
                            .useHandle(handle -> handle.createUpdate("insert into thing (name) values (:name)")
                                    .bind("name", "M.K.")
                                    .execute()))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("M.K."));
        }
    }

    @Test
    void settingsTellWhatIsWrongByTheirKeysAndNeverThePassword() {
        Postgresql odd = new Postgresql("jdbc:mysql://x?password=hunter2", " ", "hunter2");

        assertThat(odd.problems("station.register"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("station.register.url"))
                .anyMatch(problem -> problem.startsWith("station.register.user"));
        assertThat(new Postgresql("jdbc:postgresql://db/ward", "ward", "hunter2").problems("x"))
                .isEmpty();
        assertThat(new Postgresql("jdbc:postgresql://db/ward", "ward", "hunter2").toString())
                .doesNotContain("hunter2");
        assertThat(new SqliteFile(Path.of("")).problems("x")).hasSize(1);
    }

    @Test
    void databaseThatIsNotThereIsSaidAtOnce() {
        Postgresql nowhere = new Postgresql("jdbc:postgresql://127.0.0.1:1/ward", "ward", "x");

        assertThatThrownBy(() -> Databases.open(nowhere, "sample")).isInstanceOf(RuntimeException.class);
    }

    private static int ids(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select id from thing")
                .mapTo(Integer.class)
                .one());
    }
}
