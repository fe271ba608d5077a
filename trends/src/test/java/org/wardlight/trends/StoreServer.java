package org.wardlight.trends;

import org.wardlight.trends.store.StoreSettings;

/** A running store. */
public interface StoreServer extends AutoCloseable {

    StoreSettings settings();

    @Override
    void close();
}
