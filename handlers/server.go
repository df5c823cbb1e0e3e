package handlers

import (
	"cmp"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"ahq/handlers/api"
	"ahq/models"
	"ahq/workflow"
)

// Config is what a server is made of.
type Config struct {
	Flow           *workflow.Workflow // brings the store, the clock and our address
	Log            *slog.Logger
	Demo           *Demo         // nil: the real thing
	TrustedProxies []string      // whose X-Forwarded-For is believed
	Beat           time.Duration // how often open pages hear that we are there; 0 is a quarter of a minute
}

// A Demo is told apart from the real thing by a banner with its clock, and by
// people whom anybody may sign in as.
type Demo struct {
	People []DemoPerson
}

// A DemoPerson is somebody to try ahq as.
type DemoPerson struct {
	Name, Email, Password string
}

// A Server holds what handlers need.
type Server struct {
	Flow  *workflow.Workflow
	Store *models.Store
	Now   func() time.Time
	Log   *slog.Logger
	Demo  *Demo

	sessions *scs.SessionManager
	texts    catalogue
	pages    pages
	paper    sync.Pool // buffers that pages are written into, used again
	assets   assets
	schemas  map[string][]byte // of JSON, by name
	limits   []limit
	brussels *time.Location
	beat     time.Duration // of the lines that open pages listen on
	proxies  []string

	jobsHandler func() (http.Handler, error) // made when it is first needed
}

// New is the whole service as one handler.
func New(c Config) (http.Handler, error) {
	s, err := newServer(c)
	if err != nil {
		return nil, err
	}
	return s.handler()
}

func (s *Server) handler() (http.Handler, error) {
	engine, err := s.engine()
	if err != nil {
		return nil, err
	}
	return s.secured(s.sessions.LoadAndSave(engine)), nil
}

func newServer(c Config) (*Server, error) {
	s := &Server{
		Flow: c.Flow, Store: c.Flow.Store, Now: c.Flow.Now, Log: c.Log, Demo: c.Demo,
		proxies: c.TrustedProxies, limits: signInLimits(), beat: cmp.Or(c.Beat, heartbeat),
	}
	s.jobsHandler = sync.OnceValues(s.jobsPage)
	var err error
	if s.brussels, err = time.LoadLocation("Europe/Brussels"); err != nil {
		return nil, fmt.Errorf("time zone of the reply-by dates: %w", err)
	}
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if s.texts, err = loadTexts(texts, calendars, s.brussels); err != nil {
		return nil, err
	}
	if s.schemas, err = api.Schemas(s.Flow.Address("/schema/")); err != nil {
		return nil, fmt.Errorf("schemas of JSON: %w", err)
	}
	if s.pages, err = s.parsePages(); err != nil {
		return nil, err
	}
	s.sessions = newSessions(s.Store.Sessions(), s.https(), s.sessionFailed)
	return s, nil
}

// engine is Gin with our routes in it.
func (s *Server) engine() (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.ContextWithFallback = true
	engine.HandleMethodNotAllowed = true
	engine.MaxMultipartMemory = inMemory
	if err := engine.SetTrustedProxies(s.proxies); err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	engine.Use(s.recoverPanic)
	for _, r := range routes {
		engine.Handle(r.method, r.path, s.page(r))
	}
	err := api.Mount(engine, api.Config{
		Flow: s.Flow, Log: s.Log, Actor: s.visitor, Status: func(err error) int { return statusOf(err).code },
	})
	if err != nil {
		return nil, err
	}
	engine.NoRoute(api.NoRoute, s.page(route{act: public, handle: (*Server).noPage}))
	engine.NoMethod(api.NoRoute, s.page(route{act: public, handle: (*Server).noPage}))
	return engine, nil
}
