package handlers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// What a session remembers.
const (
	personKey   = "person"
	passwordKey = "password" // a fingerprint: choosing a new password ends all sessions
	noticeKey   = "notice"
)

// newSessions keeps who is signed in on the server; the browser holds a name of
// the session and nothing else.
func newSessions(store scs.Store, https bool, failed func(http.ResponseWriter, *http.Request, error)) *scs.SessionManager {
	m := scs.New()
	m.Store = store
	m.HashTokenInStore = true
	m.Lifetime = 7 * 24 * time.Hour // an answer is written over days
	m.Cookie.Name = "ahq"
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.HttpOnly = true
	m.Cookie.Secure = https
	m.ErrorFunc = failed
	return m
}

// visitor is who the session belongs to. A session of somebody who is gone, is
// blocked or has a new password belongs to nobody.
func (s *Server) visitor(c *gin.Context) (workflow.Actor, error) {
	return s.visitorOf(c.Request.Context())
}

// visitorNow is who the session belongs to by now, for a request that lasts.
func (s *Server) visitorNow(c *gin.Context) (workflow.Actor, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience) // not the request's: it has the session as it was
	defer stop()
	ctx, err := s.sessions.Load(ctx, s.sessions.Token(c.Request.Context()))
	if err != nil {
		return workflow.Actor{}, err
	}
	return s.visitorOf(ctx)
}

func (s *Server) visitorOf(ctx context.Context) (workflow.Actor, error) {
	id := models.PersonID(s.sessions.GetString(ctx, personKey))
	if id == "" {
		return workflow.Actor{}, nil
	}
	who, err := s.Flow.Actor(ctx, id)
	if err != nil && !errors.Is(err, models.ErrNotFound) {
		return workflow.Actor{}, err
	}
	if err != nil || who.Person.BlockedAt != nil || s.sessions.GetString(ctx, passwordKey) != fingerprint(who.Person) {
		return workflow.Actor{}, s.sessions.Destroy(ctx)
	}
	return who, nil
}

// remember begins a session under a new name, so that one planted before
// signing in is worth nothing.
func (s *Server) remember(c *gin.Context, who workflow.Actor) error {
	ctx := c.Request.Context()
	if err := s.sessions.RenewToken(ctx); err != nil {
		return err
	}
	s.sessions.Put(ctx, personKey, string(who.Person.ID))
	s.sessions.Put(ctx, passwordKey, fingerprint(who.Person))
	return nil
}

func fingerprint(p models.Person) string {
	sum := sha256.Sum256([]byte(p.Password))
	return hex.EncodeToString(sum[:8])
}

// personHash tells somebody from others in a browser, and says nothing of them.
func personHash(who workflow.Actor) string {
	if who.Person.ID == "" {
		return ""
	}
	return textHash("person " + string(who.Person.ID))[:16]
}

// toSignIn leads to the way in, and from there back to here.
func (s *Server) toSignIn(c *gin.Context) {
	to := "/sign-in"
	if here := c.Request.URL.RequestURI(); here != "/" {
		to += "?" + url.Values{"to": {here}}.Encode()
	}
	c.Redirect(http.StatusSeeOther, to)
}

// ownPage keeps an address only if it is one of ours.
func ownPage(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return address
}

func (s *Server) sessionFailed(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // whoever asked has gone, and is not told
	}
	s.Log.Error("session failed", "error", err)
	http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
}
