package org.wardlight.app.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting is for, one sentence, for the generated reference. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Doc {

    /** The sentence. */
    String value();

    /** Whether the value must never be shown. */
    boolean secret() default false;
}
