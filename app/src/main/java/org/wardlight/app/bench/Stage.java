package org.wardlight.app.bench;

/** A part of the ward that works alone. */
interface Stage {

    /** Does its work once more and tells what that cost, without what had to be prepared. */
    Cost round() throws Exception;
}
