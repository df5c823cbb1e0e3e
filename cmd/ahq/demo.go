package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"ahq/handlers"
	"ahq/seeds"
	"ahq/workflow"
)

// demoCommand is the whole service on an embedded database with a small world
// in it, on a clock that starts four days before the reply-by date.
type demoCommand struct {
	Addr     string `default:"127.0.0.1:8080" help:"Where to listen." placeholder:"HOST:PORT"`
	Data     string `help:"Folder to keep the world in; a fresh temporary one when not given." placeholder:"DIR"`
	Password string `default:"four-desks-one-demo" help:"Everybody's password in the demo."`
}

// Run plays the world when there is none yet, then serves it.
func (c *demoCommand) Run(ctx context.Context, stdout io.Writer) error {
	if err := c.safe(); err != nil {
		return err
	}
	remove, err := c.folder()
	if err != nil {
		return err
	}
	defer remove()
	flow, err := storage{Data: c.Data}.shelved(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	now, err := c.world(ctx, flow)
	if err != nil {
		return err
	}
	flow.Now = now
	return web{Addr: c.Addr}.serve(ctx, flow, c.people(), func(url string) error {
		_, err := io.WriteString(stdout, c.welcome(url))
		return err
	})
}

// world plays the small world once; its clock goes on where it was left.
func (c *demoCommand) world(ctx context.Context, flow *workflow.Workflow) (func() time.Time, error) {
	begin := seeds.Begin()
	err := seeds.Play(ctx, flow, c.Password)
	if err == nil {
		return startingAt(begin), nil
	}
	if !errors.Is(err, seeds.ErrPlayed) {
		return nil, err
	}
	last, err := flow.Store.LastEventAt(ctx)
	if last.After(begin) {
		begin = last
	}
	return startingAt(begin), err
}

// safe refuses to show the well-known password to a network.
func (c *demoCommand) safe() error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return fmt.Errorf("%w: --addr: %w", errUse, err)
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() || c.Password != "four-desks-one-demo" {
		return nil
	}
	return errors.Join(errUse, errors.New("the demo's password is known to everybody: choose another one with --password to listen beyond this machine"))
}

// folder makes a temporary folder when none is named; remove takes it away again.
func (c *demoCommand) folder() (remove func(), err error) {
	if c.Data != "" {
		return func() {}, nil
	}
	if c.Data, err = os.MkdirTemp("", "ahq-demo-"); err != nil {
		return nil, err
	}
	return func() { _ = os.RemoveAll(c.Data) }, nil
}

// people are whom the sign-in page offers.
func (c *demoCommand) people() *handlers.Demo {
	var d handlers.Demo
	for _, desk := range seeds.Desks() {
		name := desk.Name
		if !strings.EqualFold(name, desk.What) {
			name += " (" + desk.What + ")"
		}
		d.People = append(d.People, handlers.DemoPerson{Name: name, Email: desk.Email, Password: c.Password})
	}
	return &d
}

// welcome says where the demo is and who one can be there.
func (c *demoCommand) welcome(url string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nahq is at %s\n\nSign in as\n", url)
	for _, d := range seeds.Desks() {
		fmt.Fprintf(&b, "  %-16s %-32s %s\n", d.What, d.Email, c.Password)
	}
	b.WriteString("\nThe clock of the demo starts on 19 January 2017 at 10:00 in Brussels. Stop with Ctrl-C.\n")
	return b.String()
}
