"""Questions as pages that are printed, cut or opened in a browser: pure HTML, without any style or script."""
