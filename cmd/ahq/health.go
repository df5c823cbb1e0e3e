package main

import (
	"fmt"
	"net/http"

	"ahq/models"
)

// withHealth answers what a supervisor asks: /healthz, does the process run;
// /readyz, can it do its work.
func withHealth(site http.Handler, store *models.Store) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if err := store.Ping(r.Context()); err != nil {
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		_, _ = fmt.Fprintln(w, "ready")
	})
	mux.Handle("/", site)
	return mux
}
