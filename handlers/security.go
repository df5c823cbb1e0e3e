package handlers

import (
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/httprate"
)

// policy lets a page load its own style, script and pictures, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// headers every answer carries.
var headers = map[string]string{
	"Content-Security-Policy":      policy,
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "same-origin",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
}

const largest = 32 << 20 // bytes of one request: a file of 30 MB and its form

// secured puts the headers on every answer, refuses what another site sent in
// somebody's name, and bounds what may be sent.
func (s *Server) secured(next http.Handler) http.Handler {
	own := http.NewCrossOriginProtection()
	own.SetDenyHandler(http.HandlerFunc(s.crossSite))
	guarded := own.Handler(http.MaxBytesHandler(next, largest))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		if s.https() {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		guarded.ServeHTTP(w, r)
	})
}

func (s *Server) crossSite(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, sentence(errCross.Error()), http.StatusForbidden)
}

// https says whether people reach us over an encrypted line.
func (s *Server) https() bool { return strings.HasPrefix(s.Flow.URL, "https://") }

// A limit bounds how often something may be tried.
type limit struct {
	rate *httprate.RateLimiter
	key  func(account, address string) string
}

// signInLimits slow down who guesses passwords, without letting a stranger lock
// somebody out for long.
func signInLimits() []limit {
	return []limit{
		{httprate.NewRateLimiter(20, 15*time.Minute), func(account, address string) string { return account + " " + address }},
		{httprate.NewRateLimiter(60, time.Hour), func(account, _ string) string { return account }},
		{httprate.NewRateLimiter(120, 15*time.Minute), func(_, address string) string { return address }},
	}
}

// attempt counts one try to get in, or refuses it.
func (s *Server) attempt(c *gin.Context, account string) error {
	account, address := strings.ToLower(strings.TrimSpace(account)), httprate.CanonicalizeIP(c.ClientIP())
	for _, l := range s.limits {
		if l.rate.OnLimit(c.Writer, c.Request, l.key(account, address)) {
			return errTooMany
		}
	}
	return nil
}
