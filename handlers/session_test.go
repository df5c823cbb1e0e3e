package handlers

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"testing"
)

func TestASessionThatFailsIsLoggedOnlyWhileSomebodyWaits(t *testing.T) {
	gone, leave := context.WithCancel(t.Context())
	leave()
	for _, c := range []struct {
		what   string
		ctx    context.Context
		said   string
		logged bool
	}{
		{"somebody waits", t.Context(), "Internal Server Error\n", true},
		{"they have gone", gone, "", false},
	} {
		t.Run(c.what, func(t *testing.T) {
			var log bytes.Buffer
			s := &Server{Log: slog.New(slog.NewTextHandler(&log, nil))}
			w := httptest.NewRecorder()
			s.sessionFailed(w, httptest.NewRequestWithContext(c.ctx, "GET", "/", nil), errors.New("the store is away"))
			if w.Body.String() != c.said || (log.Len() > 0) != c.logged {
				t.Errorf("said %q, logged %q", w.Body, log.String())
			}
		})
	}
}
