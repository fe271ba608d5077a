/**
 * What a model says of itself. {@link org.wardlight.models.manifest.Manifest} is the file beside an ONNX file; {@link
 * org.wardlight.models.manifest.ManifestReader} reads and checks it.
 */
@NullMarked
package org.wardlight.models.manifest;

import org.jspecify.annotations.NullMarked;
