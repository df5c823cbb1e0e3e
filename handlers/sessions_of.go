package handlers

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// sessionsOf a person are those in which they are signed in, each with when that
// was by the clock of the machine, as sessions go.
func (s *Server) sessionsOf(ctx context.Context, p models.Person) (map[string]time.Time, error) {
	all, err := s.Store.Sessions().All(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string]time.Time{}
	for name, data := range all {
		until, values, err := s.sessions.Codec.Decode(data)
		if err != nil {
			return nil, err
		}
		if values[personKey] == string(p.ID) && values[passwordKey] == fingerprint(p) {
			of[name] = until.Add(-s.sessions.Lifetime)
		}
	}
	return of, nil
}

// sinceWhen are the instants, the last first.
func sinceWhen(sessions map[string]time.Time) []time.Time {
	return slices.SortedFunc(maps.Values(sessions), func(a, b time.Time) int { return b.Compare(a) })
}

// endSessions signs a person out wherever they are. Nothing that they wrote is
// lost: their browsers keep what was not saved.
func (s *Server) endSessions(c *gin.Context) error {
	ctx := c.Request.Context()
	p, err := s.personAsked(c)
	if err != nil {
		return err
	}
	sessions, err := s.sessionsOf(ctx, p)
	if err != nil {
		return err
	}
	for name := range sessions {
		if err := s.Store.Sessions().DeleteCtx(ctx, name); err != nil {
			return err
		}
	}
	if p.ID == actor(c).Person.ID {
		if err := s.sessions.Destroy(ctx); err != nil {
			return err
		}
		return s.redirect(c, "/sign-in")
	}
	return s.done(c, personURL(p.ID), say("notice.signed_out", "Name", p.Name))
}
