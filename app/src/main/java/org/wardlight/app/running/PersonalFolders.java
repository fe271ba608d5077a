package org.wardlight.app.running;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where the files of the person who runs this process belong. */
public final class PersonalFolders {

    private PersonalFolders() {}

    /** The folder for temporary files: {@code TMPDIR}, or the system's. */
    public static Path temporary() {
        return folder("TMPDIR", Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The folder for logs: {@code XDG_STATE_HOME/wardlight}, by default {@code ~/.local/state/wardlight}. */
    public static Path logs() {
        Path home = Path.of(System.getProperty("user.home"));
        return folder("XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve("wardlight");
    }

    static String userId() {
        return Long.toString(new UnixSystem().getUid());
    }

    static String ownerOf(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).toString();
    }

    private static Path folder(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? otherwise : Path.of(value);
    }
}
