/** Trained models on ONNX Runtime: {@link org.wardlight.models.onnx.OnnxModel}. */
@NullMarked
package org.wardlight.models.onnx;

import org.jspecify.annotations.NullMarked;
