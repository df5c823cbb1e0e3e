package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"ahq/handlers"
	"ahq/models"
	"ahq/workflow"
)

// serveCommand is the service on real time.
type serveCommand struct {
	Storage storage   `embed:""`
	Web     web       `embed:""`
	Begin   time.Time `hidden:"" help:"What the clock says at the start, to see what a day brings; the real time when not given."`
}

// web says how the service meets the world.
type web struct {
	Addr         string   `default:"127.0.0.1:8080" help:"Where to listen." placeholder:"HOST:PORT"`
	MetricsAddr  string   `help:"Where to listen for Prometheus, apart from people." placeholder:"HOST:PORT"`
	URL          string   `help:"Where people reach the service, for links in mail (http://ADDR when not given)." placeholder:"URL"`
	SMTP         string   `name:"smtp" help:"Mail server, smtp://user:password@host:port. None: mail stays in the outbox page." placeholder:"URL"`
	MailFrom     string   `default:"ahq@localhost" help:"Sender of mail." placeholder:"ADDRESS"`
	PrivateHooks bool     `name:"allow-private-hooks" env:"AHQ_ALLOW_PRIVATE_HOOKS" help:"Let webhooks go to private addresses too, and without TLS."`
	TrustedProxy []string `help:"Address or network of a proxy whose X-Forwarded-For is believed. Repeatable." placeholder:"CIDR"`
}

// Run serves until it is told to stop.
func (c *serveCommand) Run(ctx context.Context, stdout io.Writer) error {
	clock := realTime
	if !c.Begin.IsZero() {
		clock = startingAt(c.Begin)
	}
	flow, err := c.Storage.shelved(ctx, clock)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	return c.Web.serve(ctx, flow, nil, func(url string) error {
		_, err := fmt.Fprintf(stdout, "ahq serves on %s\n", url)
		return err
	})
}

// serve listens, says where, and runs jobs and pages until ctx ends.
func (w web) serve(ctx context.Context, flow *workflow.Workflow, demo *handlers.Demo, ready func(url string) error) error {
	// An edition is printed on a thread of low priority. While that waits for
	// a core it keeps one of our places: there is one more of them than cores.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 1))
	defer garbage()()
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", w.Addr)
	if err != nil {
		return err
	}
	flow.URL = w.url(listener)
	if flow.Mail, err = mailer(w.SMTP, w.MailFrom); err != nil {
		return err
	}
	flow.PrivateHooks = w.PrivateHooks
	flow.Post = poster(hookClient(hookDialer(w.PrivateHooks)))
	site, err := handlers.New(handlers.Config{Flow: flow, Log: log, Demo: demo, TrustedProxies: w.TrustedProxy})
	if err != nil {
		return err
	}
	if err := flow.Start(ctx); err != nil {
		return err
	}
	defer func() { logged(log, "stop the jobs", flow.Stop(context.WithoutCancel(ctx))) }()
	defer listening(ctx, flow)()
	measured, stop, err := w.measured(ctx, site)
	if err != nil {
		return err
	}
	defer stop()
	if err := ready(flow.URL); err != nil {
		return err
	}
	return serveUntil(ctx, &http.Server{Handler: measured, ReadHeaderTimeout: 10 * time.Second}, listener)
}

// garbage lets some more of it lie than Go does: a page leaves much behind, and
// what lives is small. GOGC in the environment has the last word.
func garbage() (asBefore func()) {
	const percent = 400
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	was := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(was) }
}

// listening hears what happens in all processes until ctx ends, and with it the
// lines that open pages listen on: a server that stops waits for none of them.
func listening(ctx context.Context, flow *workflow.Workflow) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() { defer close(ended); flow.Listen(ctx) }()
	return func() { cancel(); <-ended }
}

// url is where people reach the service.
func (w web) url(l net.Listener) string {
	if w.URL != "" {
		return w.URL
	}
	return "http://" + l.Addr().String()
}

// serveUntil serves until ctx ends, then lets what has begun finish.
func serveUntil(ctx context.Context, server *http.Server, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

// closing ends what open began; there is nobody left to tell of a failure but the log.
func closing(store *models.Store) {
	logged(slog.Default(), "close the database", store.Close())
}

func logged(log *slog.Logger, what string, err error) {
	if err != nil {
		log.Error(what, "error", err)
	}
}
